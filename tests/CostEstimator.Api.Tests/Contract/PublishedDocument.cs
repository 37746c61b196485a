using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Contract;

/// <summary>The document as partners get it: from behind a proxy that speaks HTTPS.</summary>
internal static class PublishedDocument
{
    public const string Server = "https://estimator.example";

    /// <summary>A host behind such a proxy.</summary>
    public static Task<EstimatorHost> StartHostAsync() =>
        EstimatorHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string> { ["Proxies:Known"] = "127.0.0.1" } });

    public static async Task<string> TextAsync(EstimatorHost host) => (await host.Client.FetchAsync(
        "/openapi/v1.json", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", new Uri(Server).Host))).Text;

    /// <summary>Writes the document into a file.</summary>
    /// <returns>The file.</returns>
    public static async Task<string> WriteAsync(EstimatorHost host, TempFolder folder)
    {
        await File.WriteAllTextAsync(folder["openapi.json"], await TextAsync(host), TestContext.Current.CancellationToken);
        return folder["openapi.json"];
    }
}
