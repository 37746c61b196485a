using System.Diagnostics;
using System.Globalization;
using CostEstimator.Api.Hosting;
using CostEstimator.Storage.Quotes;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace CostEstimator.Api.Watching;

/// <summary>Sends metrics to a collector by OTLP, where a setting names one as OpenTelemetry has it.</summary>
internal sealed class MetricsExport(
    IConfiguration configuration, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<MetricsExport> logger) : IHostedService, IDisposable
{
    /// <summary>The setting, mostly an environment variable, that names the collector. The others of OpenTelemetry (protocol, interval, headers) hold, too.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const int TimeoutMilliseconds = 2_000;

    private const string Exporter = "OTEL_METRICS_EXPORTER";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string Timeout = "OTEL_EXPORTER_OTLP_TIMEOUT";
    private const string Interval = "OTEL_METRIC_EXPORT_INTERVAL";

    // A stop must not wait for a collector that does not answer: what was measured last has what requests leave of this time.
    private static readonly TimeSpan ForStop = TimeSpan.FromSeconds(3.4);
    private static readonly TimeSpan AtLeast = TimeSpan.FromMilliseconds(400);

    private MeterProvider? _provider;
    private ExportFailures? _failures;
    private long _stopping;

    /// <summary>What is wrong with the variables that say where to send metrics, how and how often: OpenTelemetry would pass over it.</summary>
    public static IEnumerable<string> FaultsOf(IConfiguration configuration)
    {
        if (configuration[Endpoint] is { Length: > 0 } endpoint
            && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)))
        {
            yield return $"{Endpoint} '{endpoint}' is no address such as http://collector:4317.";
        }

        if (configuration[Protocol] is { Length: > 0 } protocol and not ("grpc" or "http/protobuf"))
        {
            yield return $"{Protocol} '{protocol}' is neither grpc nor http/protobuf.";
        }

        foreach (var name in (string[])[Interval, Timeout])
        {
            if (configuration[name] is { Length: > 0 } time
                && !(int.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds > 0))
            {
                yield return $"{name} '{time}' is no number of milliseconds, such as 10000.";
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration[Endpoint] is { Length: > 0 } && configuration[Exporter] is not "none")
        {
            _failures = new ExportFailures(time, logger);
            _provider = Sdk.CreateMeterProviderBuilder()
                .ConfigureServices(services => services.AddSingleton(configuration))
                .ConfigureResource(static resource => resource.AddService("cost-estimator", serviceVersion: ProductVersion.Text).AddEnvironmentVariableDetector())
                .AddMeter(ProductMeter.Name, QuoteStore.MeterName, "Microsoft.AspNetCore.*", "System.Runtime")
                .AddOtlpExporter((exporter, _) =>
                {
                    if (configuration[Timeout] is not { Length: > 0 })
                    {
                        exporter.TimeoutMilliseconds = TimeoutMilliseconds;
                    }
                })
                .Build();
            lifetime.ApplicationStopping.Register(() => _stopping = Stopwatch.GetTimestamp());
        }

        return Task.CompletedTask;
    }

    /// <summary>Sends what was measured last, while all that measures is still there; also when the time for the stop is over.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        if (_provider is null)
        {
            return Task.CompletedTask;
        }

        var left = ForStop - Stopwatch.GetElapsedTime(_stopping);
        return Task.Run(() => _provider.Shutdown((int)(left > AtLeast ? left : AtLeast).TotalMilliseconds), CancellationToken.None);
    }

    public void Dispose()
    {
        _provider?.Dispose();
        _failures?.Dispose();
    }
}
