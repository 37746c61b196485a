using System.Diagnostics;
using System.Globalization;
using CostEstimator.Api.Hosting;
using CostEstimator.Storage.Quotes;
using OpenTelemetry;
using OpenTelemetry.Exporter;
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
    private const string Grpc = "grpc";
    private const string HttpProtobuf = "http/protobuf";

    private const string Exporter = "OTEL_METRICS_EXPORTER";
    private const string Otlp = "otlp";
    private const string None = "none";
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
        foreach (var (name, endpoint) in Set(configuration, "ENDPOINT"))
        {
            if (!(Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)))
            {
                yield return $"{name} '{endpoint}' is no address such as http://collector:4317.";
            }
        }

        foreach (var (name, protocol) in Set(configuration, "PROTOCOL"))
        {
            if (protocol is not (Grpc or HttpProtobuf))
            {
                yield return $"{name} '{protocol}' is neither {Grpc} nor {HttpProtobuf}.";
            }
        }

        foreach (var (name, time) in Set(configuration, "TIMEOUT").Append((Interval, configuration[Interval] ?? "")))
        {
            if (time.Length > 0 && !(int.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds > 0))
            {
                yield return $"{name} '{time}' is no number of milliseconds, such as 10000.";
            }
        }

        if (configuration[Exporter] is { Length: > 0 } exporter and not (Otlp or None))
        {
            yield return $"{Exporter} '{exporter}' is neither {Otlp} nor {None}.";
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (Set(configuration, "ENDPOINT").Any() && configuration[Exporter] is not None)
        {
            _failures = new ExportFailures(time, logger);
            _provider = Sdk.CreateMeterProviderBuilder()
                .ConfigureServices(services => services.AddSingleton(configuration))
                .ConfigureResource(static resource => resource.AddService("cost-estimator", serviceVersion: ProductVersion.Text).AddEnvironmentVariableDetector())
                .AddMeter(ProductMeter.Name, QuoteStore.MeterName, "Microsoft.AspNetCore.*", "System.Runtime")
                .AddOtlpExporter((exporter, _) => SetUp(exporter))
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

    // OpenTelemetry's package reads what holds for all signals; what is said of metrics alone goes before it, and its address is whole.
    private void SetUp(OtlpExporterOptions exporter)
    {
        if (!Set(configuration, "TIMEOUT").Any())
        {
            exporter.TimeoutMilliseconds = TimeoutMilliseconds;
        }

        if (OfMetrics("TIMEOUT") is { } timeout)
        {
            exporter.TimeoutMilliseconds = int.Parse(timeout, CultureInfo.InvariantCulture);
        }

        if (OfMetrics("PROTOCOL") is { } protocol)
        {
            exporter.Protocol = protocol == Grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        }

        if (OfMetrics("HEADERS") is { } headers)
        {
            exporter.Headers = headers;
        }

        if (OfMetrics("ENDPOINT") is { } endpoint)
        {
            exporter.Endpoint = new Uri(endpoint);
        }
    }

    private string? OfMetrics(string setting) => configuration[$"OTEL_EXPORTER_OTLP_METRICS_{setting}"] is { Length: > 0 } value ? value : null;

    // Of all signals, and of metrics alone.
    private static IEnumerable<(string Name, string Value)> Set(IConfiguration configuration, string setting) =>
        from name in (string[])[$"OTEL_EXPORTER_OTLP_{setting}", $"OTEL_EXPORTER_OTLP_METRICS_{setting}"]
        where configuration[name] is { Length: > 0 }
        select (name, configuration[name]!);
}
