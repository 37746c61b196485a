using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace CostEstimator.Api.Tests.Watching;

/// <summary>Stands in for a collector of OpenTelemetry: takes metrics by OTLP over HTTP, and keeps what was sent.</summary>
public sealed class CollectorServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<byte[]> _received = new();

    private CollectorServer(WebApplication app)
    {
        _app = app;
    }

    public string Url => _app.Urls.Single();

    /// <summary>The path of the last request, and its header <c>x-of</c>.</summary>
    public string LastRequest { get; private set; } = "";

    /// <summary>All that was sent so far. It is protobuf, in which names and texts stand as they are.</summary>
    public string Received => string.Concat(_received.Select(Encoding.Latin1.GetString));

    /// <summary>The values of a metric in what was sent last, in order.</summary>
    public List<ulong> LastOf(string metric) => [.. OtlpMetrics.ValuesOf(metric, _received.Last()).Order()];

    public static async Task<CollectorServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new CollectorServer(app);
        app.MapPost("/{**path}", async http =>
        {
            server.LastRequest = $"{http.Request.Path} {http.Request.Headers["x-of"]}";
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            server._received.Enqueue(body.ToArray());
            http.Response.ContentType = "application/x-protobuf";
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
