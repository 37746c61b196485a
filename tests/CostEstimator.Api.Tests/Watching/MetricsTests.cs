using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CostEstimator.Api.Tests.Fixture;
using CostEstimator.Api.Watching;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace CostEstimator.Api.Tests.Watching;

/// <summary>What operators can watch, and that it reaches a collector.</summary>
public sealed class MetricsTests
{
    private const string Quote = """{"items":[{"treatment":"chemotherapy"}]}""";

    [Fact]
    public async Task Meter_RequestsOfEveryKind_CountsThem()
    {
        await using var host = await EstimatorHost.StartAsync();
        var meters = host.Service<IMeterFactory>();
        using var estimates = new MetricCollector<long>(meters, ProductMeter.Name, "cost_estimator.estimates");
        using var quotes = new MetricCollector<long>(meters, ProductMeter.Name, "cost_estimator.quotes.issued");
        using var refusals = new MetricCollector<long>(meters, ProductMeter.Name, "cost_estimator.refusals");

        var tag = (await host.Client.EstimateAsync("item=chemotherapy")).Header("ETag")!;
        await host.Client.FetchAsync("/v1/estimates?item=chemotherapy", ("If-None-Match", tag));
        await host.Client.EstimateAsync("item=chemo");
        await host.Client.PostQuoteAsync(Quote, ("Idempotency-Key", "k"));
        await host.Client.PostQuoteAsync(Quote, ("Idempotency-Key", "k"));
        await host.Client.PostQuoteAsync("{");

        Assert.Equal(1, estimates.GetMeasurementSnapshot().EvaluateAsCounter());
        Assert.Equal(1, quotes.GetMeasurementSnapshot().EvaluateAsCounter());
        Assert.Equal(["unknown-treatment", "bad-body"], refusals.GetMeasurementSnapshot().Select(refusal => refusal.Tags["problem"]));
    }

    [Theory]
    [InlineData("GET", "/v1/estimates?item=chemotherapy", "/v1/estimates")]
    [InlineData("GET", "/v1/estimates?item=chemo", "/v1/estimates")]
    [InlineData("GET", "/v1/treatments", "/v1/treatments")]
    [InlineData("GET", "/v1/treatments/chemotherapy", "/v1/treatments/{code}")]
    [InlineData("POST", "/v1/quotes", "/v1/quotes")]
    [InlineData("POST", "/v1/quotes?x=1", "/v1/quotes")]
    public async Task Meter_RequestHoweverItIsAnswered_TellsItsRouteOnce(string method, string path, string route)
    {
        await using var host = await EstimatorHost.StartAsync();
        using var listener = new RouteListener(host.Service<IMeterFactory>());
        using var durations = new MetricCollector<double>(host.Service<IMeterFactory>(), "Microsoft.AspNetCore.Hosting", "http.server.request.duration");

        // What comes again is answered from memory.
        for (var time = 0; time < 4; time++)
        {
            using var content = method == "POST" ? new StringContent(Quote, null, "application/json") : null;
            await host.Client.CallAsync(method, path, content);
        }

        await durations.WaitForMeasurementsAsync(4, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Repeat(route, 4), listener.Routes);
    }

    [Fact]
    public async Task Meter_AgesOfPricesAndRates_AreDaysUntilToday()
    {
        await using var host = await EstimatorHost.StartAsync();
        var meters = host.Service<IMeterFactory>();
        using var prices = new MetricCollector<int>(meters, ProductMeter.Name, "cost_estimator.price_list.age");
        using var bulletin = new MetricCollector<int>(meters, ProductMeter.Name, "cost_estimator.bulletin.age");

        host.Clock.AdjustTime(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
        prices.RecordObservableInstruments();
        bulletin.RecordObservableInstruments();

        Assert.Equal(3, prices.LastMeasurement!.Value);
        Assert.Equal(68, bulletin.LastMeasurement!.Value);
    }

    [Fact]
    public async Task Export_CollectorNamed_ReceivesTheMetricsOfTheProductAndTheFramework()
    {
        using var folder = new TempFolder();
        await using var collector = await CollectorServer.StartAsync();
        await using var server = await ServerProcess.StartAsync(
            folder,
            (MetricsExport.Endpoint, collector.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "60000"));
        await server.Client.EstimateAsync("item=chemotherapy");
        await server.Client.EstimateAsync("item=chemotherapy&currency=EUR");
        await server.Client.EstimateAsync("item=chemo");
        await server.Client.EstimateAsync("item=chemo");
        await server.Client.PostQuoteAsync("{");
        await server.Client.PostQuoteAsync(Quote);
        await server.Client.PostQuoteAsync(Quote);
        await server.Client.PostQuoteAsync(Quote);

        // What was measured last is sent before the end.
        Assert.Equal(0, await server.TerminateAsync());

        Assert.All(
            [
                "cost-estimator", "cost_estimator.estimates", "cost_estimator.quotes.issued", "cost_estimator.refusals", "unknown-treatment",
                "cost_estimator.quotes.waiting", "cost_estimator.quotes.commit.size", "cost_estimator.price_list.age", "cost_estimator.bulletin.age",
                "http.server.request.duration", "kestrel.active_connections", "dotnet.gc.collections",
            ],
            name => Assert.Contains(name, collector.Received, StringComparison.Ordinal));
        Assert.Equal([2], collector.LastOf("cost_estimator.estimates"));
        Assert.Equal([1, 2], collector.LastOf("cost_estimator.refusals"));
        Assert.Equal([3], collector.LastOf("cost_estimator.quotes.issued"));
        Assert.Equal([3], collector.LastOf("cost_estimator.quotes.commit.size"));
        Assert.Equal([0], collector.LastOf("cost_estimator.quotes.waiting"));
        Assert.Equal(8UL, collector.LastOf("http.server.request.duration").Aggregate((sum, count) => sum + count));
        var today = DateOnly.FromDateTime(DateTime.UtcNow).DayNumber;
        Assert.InRange((int)Assert.Single(collector.LastOf("cost_estimator.price_list.age")), today - DayOf(2026, 11, 22) - 1, today - DayOf(2026, 11, 22) + 1);
        Assert.InRange((int)Assert.Single(collector.LastOf("cost_estimator.bulletin.age")), today - DayOf(2026, 9, 18) - 1, today - DayOf(2026, 9, 18) + 1);

        static int DayOf(int year, int month, int day) => new DateOnly(year, month, day).DayNumber;
    }

    [Fact]
    public async Task Export_CollectorAndNameGivenAsOptions_HoldAsVariablesDo()
    {
        using var folder = new TempFolder();
        await using var collector = await CollectorServer.StartAsync();
        await using var server = await ServerProcess.StartAsync(
            folder,
            ["serve", $"--{MetricsExport.Endpoint}={collector.Url}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", "--OTEL_SERVICE_NAME=prices-of-a-partner"],
            []);
        await server.Client.EstimateAsync("item=chemotherapy");

        Assert.Equal(0, await server.TerminateAsync());

        Assert.Equal([1], collector.LastOf("cost_estimator.estimates"));
        Assert.Contains("prices-of-a-partner", collector.Received, StringComparison.Ordinal);
        Assert.Contains("service.version", collector.Received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_SaidOfMetricsAlone_GoesBeforeWhatIsSaidOfAll()
    {
        using var folder = new TempFolder();
        await using var collector = await CollectorServer.StartAsync();
        await using var server = await ServerProcess.StartAsync(
            folder,
            (MetricsExport.Endpoint, "http://127.0.0.1:9"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"), ("OTEL_EXPORTER_OTLP_HEADERS", "x-of=all"),
            ("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", $"{collector.Url}/own/metrics"), ("OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "http/protobuf"),
            ("OTEL_EXPORTER_OTLP_METRICS_HEADERS", "x-of=metrics"), ("OTEL_EXPORTER_OTLP_METRICS_TIMEOUT", "3000"));
        await server.Client.EstimateAsync("item=chemotherapy");

        Assert.Equal(0, await server.TerminateAsync());

        Assert.Equal([1], collector.LastOf("cost_estimator.estimates"));
        Assert.Equal("/own/metrics metrics", collector.LastRequest);
    }

    [Fact]
    public async Task Export_NoExporterIsWanted_SendsNothing()
    {
        using var folder = new TempFolder();
        await using var collector = await CollectorServer.StartAsync();
        await using var server = await ServerProcess.StartAsync(
            folder, (MetricsExport.Endpoint, collector.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRICS_EXPORTER", "none"));

        Assert.Equal(0, await server.TerminateAsync());

        Assert.Empty(collector.Received);
    }

    [Fact]
    public async Task Export_CollectorThatIsNotThere_DisturbsNothing()
    {
        using var folder = new TempFolder();
        await using var server = await ServerProcess.StartAsync(
            folder, (MetricsExport.Endpoint, "http://me:secret@127.0.0.1:9"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "100"));
        Assert.Equal(201, (await server.Client.PostQuoteAsync(Quote)).Status);
        await Task.Delay(500, TestContext.Current.CancellationToken);

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(0, await server.TerminateAsync());

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
        Assert.DoesNotContain(server.Log, line => line.GetProperty("LogLevel").GetString() is "Error" or "Critical");

        // Once a minute is enough.
        var told = Assert.Single(server.Log, line => line.GetProperty("LogLevel").GetString() == "Warning" && line.GetProperty("EventId").GetInt32() == 17);
        Assert.Contains(MetricsExport.Endpoint, told.GetProperty("Message").GetString(), StringComparison.Ordinal);
        Assert.Contains("Connection refused", told.GetProperty("Message").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetReady_NoRuleInForceToday_IsNotReady()
    {
        var data = new DataSet().Treatment("scan").Rule("old", "scan", "1", to: "2026-11-22");
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = data });
        using var refusals = new MetricCollector<long>(host.Service<IMeterFactory>(), ProductMeter.Name, "cost_estimator.refusals");

        var answer = await host.Client.FetchAsync("/health/ready");

        answer.AssertRefused(503, "unavailable");
        Assert.Empty(refusals.GetMeasurementSnapshot());
        Assert.Contains("November 22, 2026", answer.StringAt("/detail"), StringComparison.Ordinal);
        Assert.Equal(200, (await host.Client.FetchAsync("/health/live")).Status);
    }

    /// <summary>All tags that tell a route.</summary>
    private sealed class RouteListener : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly ConcurrentQueue<object?> _routes = new();

        public RouteListener(IMeterFactory meters)
        {
            _listener.InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == "http.server.request.duration" && instrument.Meter.Scope == meters)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
            {
                foreach (var (name, value) in tags)
                {
                    if (name == "http.route")
                    {
                        _routes.Enqueue(value);
                    }
                }
            });
            _listener.Start();
        }

        public IEnumerable<object?> Routes => _routes;

        public void Dispose() => _listener.Dispose();
    }
}
