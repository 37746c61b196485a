using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CostEstimator.Api.Http;
using CostEstimator.Storage.Quotes;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Console;

namespace CostEstimator.Api.Hosting;

/// <summary>The server's address, limits and logs.</summary>
internal static class ServerRegistration
{
    private const string DefaultAddress = "http://localhost:5080";

    // A stop is done within five seconds: what is in flight is finished in the first, and the rest is for what is left to do then.
    private static readonly TimeSpan ForRequests = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ForQuotes = TimeSpan.FromSeconds(2.5);

    public static void AddServer(this WebApplicationBuilder builder)
    {
        // The server would pass over such a list, and listen at an address of its own.
        if (builder.Configuration["urls"] is { Length: > 0 } urls && urls.Split(';').All(string.IsNullOrWhiteSpace))
        {
            throw new StartException($"The server cannot start: ASPNETCORE_URLS '{urls}' names no address. Leave it out for {DefaultAddress}, or name one like it.");
        }

        string[] addressSettings = ["urls", "http_ports", "https_ports"];
        if (Array.TrueForAll(addressSettings, setting => string.IsNullOrEmpty(builder.Configuration[setting]))
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = RequestBody.MostBytesOnTheWire;

            // A client that takes longer for the head of a request is no client. Bodies have a least speed of the server's own.
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);

            // Browsers and proxies come again within seconds; who does not pays for a new connection.
            server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);

            // A cookie or a referrer that is no UTF-8 is no reason to refuse a visitor. What the product reads is ASCII.
            server.RequestHeaderEncodingSelector = static _ => Encoding.Latin1;
        });

        // The last one that is added is asked first.
        builder.Services.AddSingleton<IConnectionListenerFactory>(static services =>
            ActivatorUtilities.CreateInstance<LimitedTransport>(services, ConnectionLimit.Here));

        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = ForRequests);
    }

    /// <summary>Has quotes that wait for a database that somebody else locks refused while there is time to say so.</summary>
    public static void UseTimelyStop(this WebApplication app) => app.Lifetime.ApplicationStopping.Register(() =>
    {
        var quotes = app.Services.GetRequiredService<QuoteStore>();
        _ = Task.Delay(ForQuotes).ContinueWith(_ => quotes.Refuse("The server stops."), TaskScheduler.Default);
    });

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(console =>
        {
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            console.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        });

        // A log that nobody reads must not stop the server: lines that have no room are dropped, and counted.
        builder.Services.Configure<ConsoleLoggerOptions>(static console => console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // It says nothing that the product does not say itself, but would prepare to with every request.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);

        // Its addresses may hold secrets, and the product says itself what came of a request.
        builder.Logging.AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);
    }
}
