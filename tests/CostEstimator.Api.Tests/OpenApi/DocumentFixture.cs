using System.Runtime.CompilerServices;
using System.Text.Json;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.OpenApi;

/// <summary>The document of the data that ship with the build, and the server that it is from.</summary>
public sealed class DocumentFixture : IAsyncLifetime
{
    /// <summary>Stands in files for the address of the server, which is another each time.</summary>
    public const string Server = "https://estimator.example";

    private readonly SeedHost _seed = new();

    public EstimatorHost Host => _seed.Host;

    public string Text { get; private set; } = "";

    public JsonElement Document => JsonSerializer.Deserialize<JsonElement>(Text);

    public IEnumerable<DocumentedOperation> Operations => DocumentedOperation.In(Document);

    public async ValueTask InitializeAsync()
    {
        await _seed.InitializeAsync();
        var answer = await Host.Client.FetchAsync("/openapi/v1.json");
        Text = answer.Text.ReplaceLineEndings("\n").Replace(Host.Address.GetLeftPart(UriPartial.Authority), Server, StringComparison.Ordinal) + "\n";
    }

    public ValueTask DisposeAsync() => _seed.DisposeAsync();

    /// <summary>A committed file beside this one, where it can be read and be written anew.</summary>
    public static string FileNamed(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);
}
