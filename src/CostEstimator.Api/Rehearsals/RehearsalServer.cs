using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using CostEstimator.Api.Estimates;
using CostEstimator.Api.Http;
using CostEstimator.Api.Quotes;
using CostEstimator.Storage.PriceLists;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CostEstimator.Api.Rehearsals;

/// <summary>
/// The product behind a server of its own, on a free port of the loopback address: it answers as the product does, but counts and logs
/// nothing and keeps no answer, and nobody else can ask it, since its one path is a secret.
/// </summary>
/// <param name="estimates">Answers requests for estimates.</param>
/// <param name="quotes">Prices requests for quotes.</param>
internal sealed class RehearsalServer(PlainEstimates estimates, QuoteDesk quotes) : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private readonly WebApplication _app = Build();

    /// <summary>Where it listens, once it is started.</summary>
    public IPEndPoint Address { get; } = new(IPAddress.Loopback, 0);

    /// <summary>The path of all requests.</summary>
    public string Path { get; } = $"/{RandomNumberGenerator.GetHexString(32, lowercase: true)}";

    private IServer Server => _app.Services.GetRequiredService<IServer>();

    /// <summary>Starts it.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">There is no port.</exception>
    /// <exception cref="SocketException">The system does not let it listen.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await Server.StartAsync(this, cancellation);
        Address.Port = new Uri(Server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Port;
    }

    /// <summary>Sends requests, of which the last closes the connection, and waits for all answers.</summary>
    /// <param name="requests">The requests, as they stand on the wire.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">The connection was lost.</exception>
    /// <exception cref="SocketException">There was none.</exception>
    public async Task AskAsync(ReadOnlyMemory<byte> requests, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Address, cancellation);
        await using var stream = client.GetStream();
        await Task.WhenAll(stream.CopyToAsync(Stream.Null, cancellation), stream.WriteAsync(requests, cancellation).AsTask());
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) =>
        context.Request.Path != Path ? RefuseAsync(context, StatusCodes.Status404NotFound)
        : HttpMethods.IsGet(context.Request.Method) ? EstimateAsync(context)
        : QuoteAsync(context);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async ValueTask DisposeAsync()
    {
        await Server.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static server =>
        {
            server.AddServerHeader = false;
            server.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddSingleton<IMeterFactory, UnwatchedMeters>();
        return builder.Build();
    }

    private Task EstimateAsync(HttpContext http) =>
        PlainQuery.Read(http.Request.QueryString.Value) is { } query && estimates.AnswerTo(query, http, count: null) is { } answer
            ? answer.ExecuteAsync(http)
            : RefuseAsync(http, StatusCodes.Status422UnprocessableEntity);

    private async Task QuoteAsync(HttpContext http)
    {
        if (await RequestBody.ReadAsync(http.Request) is { } json
            && QuoteRequestReader.Read(json, out var named, out _) is { } request
            && quotes.Unissued(new QuoteBody(request, named), named ?? Language.En) is { } quote)
        {
            await QuoteEndpoints.Created(http, quote).ExecuteAsync(http);
        }
        else
        {
            await RefuseAsync(http, StatusCodes.Status422UnprocessableEntity);
        }
    }

    // Prices that cannot be given in one currency, say: nobody reads why.
    private static Task RefuseAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>What the server measures of itself goes to nobody: operators watch meters by their names.</summary>
    private sealed class UnwatchedMeters : IMeterFactory
    {
        private readonly Meter _meter = new("rehearsal");

        public Meter Create(MeterOptions options) => _meter;

        public void Dispose() => _meter.Dispose();
    }
}
