using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Contract;

/// <summary>A proxy between a client and a host that holds every request and answer against a document.</summary>
internal sealed class Prism : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private Prism(Process process, int port)
    {
        _process = process;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Asks through the proxy.</summary>
    public HttpClient Client { get; }

    public static async Task<Prism> StartAsync(ContractTools tools, string document, EstimatorHost host)
    {
        var port = FreePort();
        var process = await tools.StartAsync(
            "prism", "proxy", document, host.Address.GetLeftPart(UriPartial.Authority), "--host", "127.0.0.1", "--port", $"{port}");
        var prism = new Prism(process, port);
        await prism.WaitUntilItListensAsync(port);
        return prism;
    }

    /// <summary>What does not fit the document, each as <c>request: …</c> or <c>response: …</c>.</summary>
    public static IReadOnlyList<string> ViolationsOf(ApiAnswer answer) => answer.Header("sl-violations") is not { } found
        ? []
        :
        [
            .. JsonSerializer.Deserialize<JsonElement>(found).EnumerateArray().Select(violation =>
                $"{violation.GetProperty("location")[0].GetString()}: {violation.GetRawText()}")
        ];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitUntilItListensAsync(int port)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            Assert.False(_process.HasExited, "Prism did not start.");
            Assert.True(watch.Elapsed < Patience, "Prism does not listen.");
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }
}
