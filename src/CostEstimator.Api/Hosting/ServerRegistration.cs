using System.Text.Encodings.Web;
using System.Text.Json;
using CostEstimator.Api.Http;
using Microsoft.AspNetCore.HttpLogging;

namespace CostEstimator.Api.Hosting;

/// <summary>The server's address, limits and logs.</summary>
internal static class ServerRegistration
{
    private const string DefaultAddress = "http://localhost:5080";

    public static void AddServer(this WebApplicationBuilder builder)
    {
        string[] addressSettings = ["urls", "http_ports", "https_ports"];
        if (Array.TrueForAll(addressSettings, setting => string.IsNullOrEmpty(builder.Configuration[setting]))
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = RequestBody.MostBytes;
        });
    }

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(console =>
        {
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            console.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Logging.AddFilter("Microsoft.AspNetCore.HttpLogging", LogLevel.Information);
        builder.Services.AddHttpLogging(logging =>
        {
            // The query may be long, and says nothing about who asks; it is left out for brevity.
            logging.LoggingFields = HttpLoggingFields.RequestMethod | HttpLoggingFields.RequestPath
                | HttpLoggingFields.ResponseStatusCode | HttpLoggingFields.Duration;
            logging.CombineLogs = true;
        });
        builder.Services.AddHttpLoggingInterceptor<ProblemLogging>();
    }
}
