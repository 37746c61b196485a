using System.Net;
using System.Net.Sockets;
using CostEstimator.Api.Estimates;
using CostEstimator.Api.Http;
using CostEstimator.Api.Quotes;
using CostEstimator.Storage.PriceLists;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.Rehearsals;

/// <summary>
/// The product behind a server of its own, on a free port of the loopback address: it answers as the product does, but counts, logs and
/// keeps nothing.
/// </summary>
/// <param name="estimates">Answers requests for estimates.</param>
/// <param name="quotes">Prices requests for quotes.</param>
internal sealed class RehearsalServer(PlainEstimates estimates, QuoteDesk quotes) : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private KestrelServer? _server;

    /// <summary>Where it listens, once it is started.</summary>
    public IPEndPoint Address { get; private set; } = new(IPAddress.Loopback, 0);

    /// <summary>Starts it.</summary>
    /// <param name="services">Those of the product.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">There is no port.</exception>
    public async Task StartAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = services };
        options.Listen(Address, static listen => listen.Protocols = HttpProtocols.Http1);
        _server = new KestrelServer(
            Options.Create(options), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance), NullLoggerFactory.Instance);
        await _server.StartAsync(this, cancellation);
        Address.Port = new Uri(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Port;
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
        var answers = stream.CopyToAsync(Stream.Null, cancellation);
        await stream.WriteAsync(requests, cancellation);
        await answers;
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => HttpMethods.IsGet(context.Request.Method) ? EstimateAsync(context) : QuoteAsync(context);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.StopAsync(new CancellationToken(canceled: true));
            _server.Dispose();
        }
    }

    private Task EstimateAsync(HttpContext http) =>
        PlainQuery.Read(http.Request.QueryString.Value) is { } query && estimates.AnswerTo(query, http, static () => { }) is { } answer
            ? answer.ExecuteAsync(http)
            : RefuseAsync(http);

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
            await RefuseAsync(http);
        }
    }

    // Prices that cannot be given in one currency, say: nobody reads why.
    private static Task RefuseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Task.CompletedTask;
    }
}
