using CostEstimator.Api.Hosting;
using CostEstimator.Storage.Quotes;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace CostEstimator.Api.Watching;

/// <summary>Sends metrics to a collector by OTLP, where the environment names one as OpenTelemetry has it.</summary>
internal sealed class MetricsExport(IConfiguration configuration) : IHostedService, IDisposable
{
    /// <summary>The environment variable that names the collector. The others of OpenTelemetry (protocol, interval, headers) hold, too.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const int TimeoutMilliseconds = 2_000;

    // A stop must not wait for a collector that does not answer, and requests may have taken most of its time.
    private const int LastMilliseconds = 400;

    private MeterProvider? _provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration[Endpoint] is { Length: > 0 })
        {
            _provider = Sdk.CreateMeterProviderBuilder()
                .ConfigureResource(static resource => resource.AddService("cost-estimator", serviceVersion: ProductVersion.Text))
                .AddMeter(ProductMeter.Name, QuoteStore.MeterName, "Microsoft.AspNetCore.*", "System.Runtime")
                .AddOtlpExporter(static (exporter, _) => exporter.TimeoutMilliseconds = TimeoutMilliseconds)
                .Build();
        }

        return Task.CompletedTask;
    }

    /// <summary>Sends what was measured last, while all that measures is still there; also when the time for the stop is over.</summary>
    public Task StopAsync(CancellationToken cancellationToken) =>
        _provider is null ? Task.CompletedTask : Task.Run(() => _provider.Shutdown(LastMilliseconds), CancellationToken.None);

    public void Dispose() => _provider?.Dispose();
}
