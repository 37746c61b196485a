using System.Diagnostics;

namespace CostEstimator.Benchmarks.Servers;

/// <summary>The product, published as an operator would, in a temporary folder that is deleted at the end.</summary>
internal sealed class Product : IDisposable
{
    /// <summary>What a visitor of a widget asks: a whole programme of which nothing is known.</summary>
    public const string Programme = "/v1/estimates?programme=acute-leukaemia&currency=EUR&language=ru";

    /// <summary>Two items, one of which depends on an unknown fact.</summary>
    public const string TwoItems = "/v1/estimates?item=chemotherapy:4-6&item=allogeneic-bmt";

    /// <summary>What makes an estimate one in another currency and in Russian.</summary>
    public const string Converted = "currency=EUR&language=ru&";

    /// <summary>What makes an estimate one of a whole programme beside its own items, in another currency and in Russian.</summary>
    public const string ConvertedProgramme = "language=ru&currency=EUR&programme=acute-leukaemia&";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cost-estimator-benchmark-");

    private string Assembly => InFolder("server/CostEstimator.Api.dll");

    public static async Task<Product> PublishAsync()
    {
        var product = new Product();
        try
        {
            await RunToEndAsync("dotnet", "publish", RepositoryPath("src/CostEstimator.Api"), "-c", "Release", "-o", product.InFolder("server"), "--nologo", "-v", "quiet");
            return product;
        }
        catch
        {
            product.Dispose();
            throw;
        }
    }

    /// <summary>Starts the product as it is by default, but without a limit for its one client.</summary>
    /// <param name="database">The name of its database.</param>
    /// <param name="settings">Further settings.</param>
    public Task<ServerProcess> StartAsync(string database, params (string Name, string Value)[] settings) => ServerProcess.StartAsync(
        [Assembly],
        TwoItems,
        [("Storage__ConnectionString", $"Data Source={InFolder(database)}"), ("Limits__AnonymousPerMinute", "0"), .. settings]);

    public string InFolder(string path) => Path.Combine(_folder.FullName, path);

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task RunToEndAsync(string file, params string[] arguments)
    {
        using var process = Process.Start(file, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} failed.");
        }
    }

    private static string RepositoryPath(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CostEstimator.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("Run this inside the repository."), path);
    }
}
