using System.Text;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>A copy of the data that ship with the build, to change.</summary>
internal sealed class ChangedData : IDisposable
{
    private readonly TempFolder _folder = new();

    public ChangedData()
    {
        foreach (var file in Directory.EnumerateFiles(DataSet.ShippedDirectory, "*", SearchOption.AllDirectories))
        {
            var copy = _folder[Path.GetRelativePath(DataSet.ShippedDirectory, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Gives a text in every language, in place of the one that there is.</summary>
    public ChangedData Text(string key, string en, string ru, string tr) =>
        WithoutText(key).Row("texts.csv", string.Join(',', new[] { key, en, ru, tr }.Select(text => $"\"{text.Replace("\"", "\"\"")}\"")));

    public ChangedData WithoutText(string key)
    {
        var lines = File.ReadAllLines(_folder["texts.csv"]);
        File.WriteAllLines(_folder["texts.csv"], lines.Where(line => !line.StartsWith($"{key},", StringComparison.Ordinal)));
        return this;
    }

    /// <summary>Adds a row to a file.</summary>
    public ChangedData Row(string file, string row)
    {
        File.AppendAllText(_folder[file], $"{row}\n", new UTF8Encoding(false));
        return this;
    }

    public Task<EstimatorHost> StartAsync() => EstimatorHost.StartAsync(new HostSetup
    {
        Settings = new Dictionary<string, string> { ["PriceData:Directory"] = _folder.Path },
    });

    public void Dispose() => _folder.Dispose();
}
