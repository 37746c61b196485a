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

    // A stop must not wait for a collector that does not answer.
    private const int TimeoutMilliseconds = 2_000;

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

    /// <summary>Sends what was measured last, while all that measures is still there.</summary>
    public Task StopAsync(CancellationToken cancellationToken) =>
        _provider is null ? Task.CompletedTask : Task.Run(() => _provider.ForceFlush(TimeoutMilliseconds), cancellationToken);

    public void Dispose() => _provider?.Dispose();
}
