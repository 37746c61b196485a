using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using CostEstimator.Api.Estimates;
using CostEstimator.Api.Hosting;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Quotes;
using CostEstimator.Api.Rehearsals;
using CostEstimator.Api.Settings;
using CostEstimator.Api.Tests.Fixture;
using CostEstimator.Api.Tests.Watching;
using CostEstimator.Api.Watching;
using CostEstimator.Storage.PriceLists;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.Tests.Rehearsals;

/// <summary>The product answers what nobody asked for until that is fast, and nothing comes of it.</summary>
public sealed class RehearsalTests
{
    private const string Query = "item=chemotherapy:7-9&programme=acute-leukaemia&currency=EUR&language=ru";
    private const string Quote = """{"items":[{"treatment":"chemotherapy"}],"language":"tr"}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Server_RequestForAnEstimate_IsAnsweredAsTheProductDoes()
    {
        await using var host = await EstimatorHost.StartAsync();
        await using var server = await ServerOfAsync(host);
        using var client = ClientOf(server);

        var rehearsed = await client.FetchAsync($"{server.Path}?{Query}");
        var answer = await host.Client.EstimateAsync(Query);

        Assert.Equal(200, rehearsed.Status);
        Assert.Equal(answer.Text, rehearsed.Text);
        Assert.Equal(
            answer.Headers.Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal),
            rehearsed.Headers.Where(header => header.Key != "Date").OrderBy(header => header.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Server_RequestForAQuote_IsPricedAsTheProductDoesAndNotKept()
    {
        await using var host = await EstimatorHost.StartAsync();
        await using var server = await ServerOfAsync(host);
        using var client = ClientOf(server);

        var rehearsed = await PostAsync(client, server.Path, Quote);
        var answer = await host.Client.PostQuoteAsync(Quote);

        Assert.Equal(201, rehearsed.Status);
        Assert.Equal(QuoteDesk.Example.ToString(), rehearsed.StringAt("/reference"));
        Assert.Equal(answer.At("/lines").ToString(), rehearsed.At("/lines").ToString());
        Assert.Equal(answer.StringAt("/validUntil"), rehearsed.StringAt("/validUntil"));
        Assert.Equal(1, host.Database.Value<long>("SELECT count(*) FROM quotes"));
    }

    [Fact]
    public async Task Server_SameRequestAgainAndAgain_LeavesNothingForVisitors()
    {
        await using var host = await EstimatorHost.StartAsync();
        using var estimates = new MetricCollector<long>(host.Service<IMeterFactory>(), ProductMeter.Name, "cost_estimator.estimates");
        using var repeated = new MetricCollector<long>(host.Service<IMeterFactory>(), ProductMeter.Name, "cost_estimator.answers.repeated");
        await using var server = await ServerOfAsync(host);
        using var client = ClientOf(server);

        for (var time = 0; time < 4; time++)
        {
            Assert.Equal(200, (await client.FetchAsync($"{server.Path}?{Query}")).Status);
        }

        Assert.Empty(estimates.GetMeasurementSnapshot());
        Assert.Equal(404, (await host.Client.FetchAsync($"{server.Path}?{Query}")).Status);
        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(200, (await host.Client.EstimateAsync(Query)).Status);
        }

        Assert.Equal(3, estimates.GetMeasurementSnapshot().EvaluateAsCounter());
        Assert.Equal(1, repeated.GetMeasurementSnapshot().EvaluateAsCounter());
    }

    [Theory]
    [InlineData("/v1/estimates?item=chemotherapy")]
    [InlineData("/widget/v1/embed?programme=acute-leukaemia")]
    [InlineData("/health/live?item=chemotherapy")]
    [InlineData("/")]
    public async Task Server_AnybodyElse_FindsNothing(string path)
    {
        await using var host = await EstimatorHost.StartAsync();
        await using var server = await ServerOfAsync(host);
        using var client = ClientOf(server);
        var before = await host.Client.FetchAsync(path);

        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(404, (await client.FetchAsync(path)).Status);
        }

        Assert.Equal(404, (await client.PostQuoteAsync(Quote)).Status);
        var after = await host.Client.FetchAsync(path);
        Assert.Equal((before.Status, before.Header("Content-Type")), (after.Status, after.Header("Content-Type")));
    }

    [Theory]
    [InlineData("item=chemo")]
    [InlineData("item=chemotherapy&colour=red")]
    public async Task Server_RequestThatIsRefused_IsRefusedWithoutWords(string query)
    {
        await using var host = await EstimatorHost.StartAsync();
        await using var server = await ServerOfAsync(host);
        using var client = ClientOf(server);

        Assert.Equal(422, (await client.FetchAsync($"{server.Path}?{query}")).Status);
        Assert.Equal(422, (await PostAsync(client, server.Path, "{}")).Status);
    }

    [Fact]
    public async Task Run_UntilTheServerStops_CountsLogsAndKeepsNothing()
    {
        await using var host = await EstimatorHost.StartAsync();
        var meters = host.Service<IMeterFactory>();
        using var estimates = new MetricCollector<long>(meters, ProductMeter.Name, "cost_estimator.estimates");
        using var quotes = new MetricCollector<long>(meters, ProductMeter.Name, "cost_estimator.quotes.issued");
        using var refusals = new MetricCollector<long>(meters, ProductMeter.Name, "cost_estimator.refusals");
        var lines = host.Log.Count;
        var rehearsal = RehearsalOf(host, new Activity { MethodsInRound = 5 });

        await RunAsync(rehearsal, () => rehearsal.Rounds >= 3);

        Assert.Empty(estimates.GetMeasurementSnapshot());
        Assert.Empty(quotes.GetMeasurementSnapshot());
        Assert.Empty(refusals.GetMeasurementSnapshot());
        Assert.Equal(0, host.Database.Value<long>("SELECT count(*) FROM quotes"));
        Assert.DoesNotContain(host.Log.Skip(lines), record => record.Level > LogLevel.Trace);
    }

    [Fact]
    public async Task Run_NothingIsLeftToCompile_EndsAfterAFewRounds()
    {
        await using var host = await EstimatorHost.StartAsync();
        var rehearsal = RehearsalOf(host, new Activity { MethodsInRound = 4 });

        await rehearsal.RunAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(8, rehearsal.Rounds);
    }

    [Fact]
    public async Task Run_MethodsAreStillCompiled_GoesOnForItsTimeAtMost()
    {
        await using var host = await EstimatorHost.StartAsync();
        var rehearsal = RehearsalOf(host, new Activity { MethodsInRound = 5 });

        var run = rehearsal.RunAsync(TestContext.Current.CancellationToken);
        await UntilAsync(() => rehearsal.Rounds > 10);
        host.Clock.Advance(TimeSpan.FromSeconds(19));
        var rounds = rehearsal.Rounds;
        await UntilAsync(() => rehearsal.Rounds > rounds + 1);
        Assert.False(run.IsCompleted);
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        await run.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Run_ThereAreVisitors_WaitsUntilThereAreFew()
    {
        await using var host = await EstimatorHost.StartAsync();
        var activity = new Activity { MethodsInRound = 5, WorkInPause = 1_000 };
        var rehearsal = RehearsalOf(host, activity);

        await RunAsync(rehearsal, async () =>
        {
            await UntilAsync(() => activity.Pauses > 5);
            Assert.Equal(0, rehearsal.Rounds);
            activity.WorkInPause = 10;
            await UntilAsync(() => rehearsal.Rounds > 0);
        });
    }

    [Fact]
    public async Task Run_WithoutPrices_SaysSoAndHarmsNothing()
    {
        await using var host = await EstimatorHost.StartAsync();
        var unloaded = new CurrentPriceList(host.Service<PriceDataStore>(), host.Service<IOptions<PricingSettings>>());
        var rehearsal = new Rehearsal(
            unloaded,
            host.Service<PricingDay>(),
            host.Service<PlainEstimates>(),
            host.Service<QuoteDesk>(),
            new RuntimeActivity(),
            host.Clock,
            host.Service<IOptions<RehearsalSettings>>(),
            host.Service<ILogger<Rehearsal>>());

        await rehearsal.RunAsync(TestContext.Current.CancellationToken);

        var line = Assert.Single(host.Log, record => record.Message.Contains("could not be rehearsed", StringComparison.Ordinal));
        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.IsType<InvalidOperationException>(line.Exception);
        Assert.Equal(200, (await host.Client.EstimateAsync(Query)).Status);
    }

    [Fact]
    public async Task Run_NotWanted_DoesNothing()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string> { ["Rehearsal:Enabled"] = "false" } });

        Assert.True(host.Service<Rehearsal>().RunAsync(TestContext.Current.CancellationToken).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Program_ThatIsToldToStopInTheMiddle_StopsAsEver()
    {
        using var folder = new TempFolder();
        await using var server = await ServerProcess.StartAsync(
            folder, ("Rehearsal__Enabled", null), ("Logging__LogLevel__CostEstimator.Api.Rehearsals", "Trace"));
        await Task.Delay(1_500, TestContext.Current.CancellationToken);
        Assert.Equal(0, server.CountOf(19));
        var watch = Stopwatch.StartNew();

        Assert.Equal(0, await server.TerminateAsync());

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.InRange(RoundsOf(server), 1, 20);
        Assert.DoesNotContain(server.Log, line => line.GetProperty("LogLevel").GetString() is "Error" or "Critical");
        Assert.Equal(0, server.CountOf(20));
    }

    [Fact]
    public async Task Program_AfterItsStart_RehearsesUntilNothingIsLeftToCompile()
    {
        using var folder = new TempFolder();
        await using var collector = await CollectorServer.StartAsync();
        await using var server = await ServerProcess.StartAsync(
            folder,
            [],
            [
                ("Rehearsal__Enabled", null), ("Logging__LogLevel__CostEstimator.Api.Rehearsals", "Trace"), ("Logging__LogLevel__CostEstimator.Api.Hosting", "Debug"),
                (MetricsExport.Endpoint, collector.Url), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "1000"),
            ]);

        for (var patience = 0; server.CountOf(19) == 0 && patience < 600; patience++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.InRange(RoundsOf(server), 8, 200);
        Assert.Empty(server.Requests());
        Assert.Equal(0, await server.TerminateAsync());
        Assert.Contains("dotnet.gc.collections", collector.Received, StringComparison.Ordinal);
        Assert.All(
            ["cost_estimator.estimates", "cost_estimator.quotes.issued", "cost_estimator.refusals", "http.server", "kestrel."],
            name => Assert.DoesNotContain(name, collector.Received, StringComparison.Ordinal));
    }

    private static int RoundsOf(ServerProcess server) =>
        server.Log.Single(line => line.GetProperty("EventId").GetInt32() == 19).GetProperty("State").GetProperty("Rounds").GetInt32();

    private static Rehearsal RehearsalOf(EstimatorHost host, RuntimeActivity activity) => new(
        host.Service<CurrentPriceList>(),
        host.Service<PricingDay>(),
        host.Service<PlainEstimates>(),
        host.Service<QuoteDesk>(),
        activity,
        host.Clock,
        host.Service<IOptions<RehearsalSettings>>(),
        host.Service<ILogger<Rehearsal>>());

    private static Task RunAsync(Rehearsal rehearsal, Func<bool> isEnough) => RunAsync(rehearsal, () => UntilAsync(isEnough));

    /// <summary>Rehearses while something else is done, and stops then.</summary>
    private static async Task RunAsync(Rehearsal rehearsal, Func<Task> meanwhile)
    {
        using var stop = new CancellationTokenSource();
        var run = rehearsal.RunAsync(stop.Token);
        await meanwhile();
        await stop.CancelAsync();
        await run.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var watch = Stopwatch.StartNew(); !isSo(); await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            Assert.True(watch.Elapsed < Patience, "It has taken too long.");
        }
    }

    private static async Task<RehearsalServer> ServerOfAsync(EstimatorHost host)
    {
        var server = new RehearsalServer(host.Service<PlainEstimates>(), host.Service<QuoteDesk>());
        await server.StartAsync(TestContext.Current.CancellationToken);
        Assert.True(IPAddress.IsLoopback(server.Address.Address));
        return server;
    }

    private static Task<ApiAnswer> PostAsync(HttpClient client, string path, string json) =>
        client.CallAsync("POST", path, new StringContent(json, new MediaTypeHeaderValue("application/json")));

    private static HttpClient ClientOf(RehearsalServer server) => new() { BaseAddress = new Uri($"http://{server.Address}") };

    /// <summary>A process of which it is known what it does: so much work in each pause, so many methods compiled in each round.</summary>
    private sealed class Activity : RuntimeActivity
    {
        private volatile int _pauses;
        private long _work;
        private long _methods;

        public long WorkInPause { get; set; }

        public long MethodsInRound { get; init; }

        public int Pauses => _pauses / 2;

        // Asked before each pause, and after it.
        public override long WorkDone => Interlocked.Increment(ref _pauses) % 2 == 0 ? _work += WorkInPause : _work;

        public override long MethodsCompiled => _methods += MethodsInRound;
    }
}
