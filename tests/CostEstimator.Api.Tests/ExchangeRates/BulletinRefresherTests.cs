using System.Diagnostics;
using System.Net;
using CostEstimator.Api.Tests.Fixture;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CostEstimator.Api.Tests.ExchangeRates;

/// <summary>Bulletins fetched in the background, from a server that gives good ones and bad ones.</summary>
public sealed class BulletinRefresherTests
{
    private const string NewNumber = "2026/324";
    private const int Attempts = 4;

    // Steps of ten milliseconds: a busy machine is slow with what runs in the background.
    private const int Patience = 3_000;
    private static readonly BulletinXml New = BulletinXml.Of("2026-11-20", 50);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    public static TheoryData<string> Failures =>
    [
        "empty", "truncated", "html", "no XML", "no rates", "reversed", "dtd", "too large", "too large and endless", "404", "500", "redirected in circles",
        "broken off",
    ];

    [Fact]
    public async Task Start_GoodBulletin_ComesIntoUseAndIsKept()
    {
        await using var bank = await BankServer.StartAsync(BankServer.Giving(New));
        await using var host = await StartAsync(bank);

        await TakesOverAsync(host, NewNumber);

        Assert.Single(bank.Hits);
        Assert.Equal(2, host.Database.BulletinCount());
        Assert.Equal("₺75,000", (await host.Client.EstimateAsync("item=chemotherapy:1&currency=TRY")).StringAt("/total/text")!["from ".Length..]);
        Assert.Equal("2026/176", (await host.Client.FetchAsync("/v1/exchange-rates?on=2026-11-19")).StringAt("/bulletin"));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Refresh_BadAnswer_TheLastGoodBulletinStaysAndTheNextGoodOneComesIntoUse(string failure)
    {
        await using var bank = await BankServer.StartAsync(Answer(failure));
        await using var host = await StartAsync(bank);
        var perAttempt = failure == "redirected in circles" ? 51 : 1;

        await host.RunUntilAsync(() => Task.FromResult(bank.Hits.Count >= Attempts * perAttempt), Step);
        await AssertServesAsync(host, "2026/176");
        host.Clock.Advance(TimeSpan.FromMinutes(30));
        await AssertServesAsync(host, "2026/176");
        Assert.Equal(Attempts * perAttempt, bank.Hits.Count);

        bank.Answer(BankServer.Giving(New));
        host.Clock.Advance(TimeSpan.FromMinutes(31));
        await TakesOverAsync(host, NewNumber);
        Assert.Equal((Attempts * perAttempt) + 1, bank.Hits.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<Tarih_Date Tarih=\"20.11.2026\" ")]
    public async Task Refresh_AnswerNeverEnds_IsGivenUpAfterATimeAndTriedAgain(string beginning)
    {
        await using var bank = await BankServer.StartAsync(BankServer.Never(beginning));
        await using var host = await StartAsync(bank);

        await host.RunUntilAsync(() => Task.FromResult(bank.Hits.Count == 1), TimeSpan.FromMilliseconds(1));
        await AssertServesAsync(host, "2026/176");
        await host.RunUntilAsync(() => Task.FromResult(bank.Hits.Count == Attempts), Step, attempts: 1000);
        var waited = bank.Hits.Zip(bank.Hits.Skip(1), (former, next) => next - former).ToList();
        bank.Answer(BankServer.Giving(New));
        host.Clock.Advance(TimeSpan.FromMinutes(61));

        await host.WaitForBulletinAsync(NewNumber);
        Assert.All(waited, time => Assert.InRange(time, TimeSpan.FromSeconds(19), TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task Refresh_BadThenGood_IsTriedAgainUntilItSucceeds()
    {
        await using var bank = await BankServer.StartAsync(BankServer.Giving("no bulletin", 503));
        await using var host = await StartAsync(bank);

        await host.RunUntilAsync(() => Task.FromResult(bank.Hits.Count == 2), Step);
        bank.Answer(BankServer.Giving(New));
        await host.RunUntilAsync(() => Task.FromResult(bank.Hits.Count == 3), Step);
        await TakesOverAsync(host, NewNumber);

        Assert.Equal(3, bank.Hits.Count);
        host.Clock.Advance(TimeSpan.FromMinutes(50));
        await AssertServesAsync(host, NewNumber);
        Assert.Equal(3, bank.Hits.Count);
    }

    [Fact]
    public async Task Refresh_BadAgainAndAgain_IsTriedAfterGrowingDelays()
    {
        await using var bank = await BankServer.StartAsync(BankServer.Giving("", 500));
        await using var host = await StartAsync(bank);

        await host.RunUntilAsync(() => Task.FromResult(bank.Hits.Count == Attempts), Step);

        // A slow machine only makes them longer: each begins after the answer that it follows.
        var delays = bank.Hits.Zip(bank.Hits.Skip(1), (former, next) => (next - former).TotalSeconds).ToList();
        Assert.True(delays[0] >= 2, $"{delays[0]}");
        Assert.True(delays[1] >= 4, $"{delays[1]}");
        Assert.True(delays[2] >= 8, $"{delays[2]}");
        Assert.True(delays.Sum() < 30, $"{delays.Sum()}");
    }

    [Fact]
    public async Task Refresh_EveryFewHours_TakesOverWhatIsNew()
    {
        await using var bank = await BankServer.StartAsync(BankServer.Giving(New));
        await using var host = await StartAsync(bank, ("Rates:RefreshHours", "3"));
        await TakesOverAsync(host, NewNumber);
        var before = await host.Client.FetchAsync("/v1/exchange-rates");
        var revision = host.Database.Value<long>("SELECT revision FROM price_data");

        // The same again changes nothing.
        host.Clock.Advance(TimeSpan.FromHours(3));
        await FetchesAsync(host, 2);
        Assert.Equal(2, bank.Hits.Count);
        bank.Answer(BankServer.Giving(BulletinXml.Of("2026-11-22", 60)));
        host.Clock.Advance(TimeSpan.FromHours(2.9));
        await AssertServesAsync(host, NewNumber);
        Assert.Equal(2, bank.Hits.Count);
        Assert.Equal(revision, host.Database.Value<long>("SELECT revision FROM price_data"));
        Assert.Equal(304, (await host.Client.FetchAsync("/v1/exchange-rates", ("If-None-Match", before.Header("ETag")!))).Status);

        host.Clock.Advance(TimeSpan.FromHours(0.1));
        await FetchesAsync(host, 3);
        await host.WaitForBulletinAsync("2026/326");
        Assert.Equal(3, bank.Hits.Count);
        Assert.Equal(3, host.Database.BulletinCount());
    }

    [Fact]
    public async Task Refresh_NobodyListens_ServesAndTakesTheBulletinOnceSomebodyDoes()
    {
        int port;
        await using (var gone = await BankServer.StartAsync(BankServer.Giving(New)))
        {
            port = gone.Port;
        }

        await using var host = await EstimatorHost.StartAsync(Setup($"http://127.0.0.1:{port}/kurlar/today.xml"));
        await AssertServesAsync(host, "2026/176");
        await using var bank = await BankServer.StartAsync(BankServer.Giving(New), port);
        await host.RunUntilAsync(() => Task.FromResult(bank.Hits.Count == 1), Step);
        await TakesOverAsync(host, NewNumber);

        Assert.Single(bank.Hits);
    }

    [Fact]
    public async Task Refresh_Redirected_FollowsToTheBulletin()
    {
        await using var other = await BankServer.StartAsync(BankServer.Giving(New));
        await using var bank = await BankServer.StartAsync(BankServer.RedirectingTo(other.Url));
        await using var host = await StartAsync(bank);

        await TakesOverAsync(host, NewNumber);

        Assert.Single(bank.Hits);
    }

    [Fact]
    public async Task Refresh_DatabaseTakesNothing_ServesAndTakesTheBulletinNextTime()
    {
        await using var bank = await BankServer.StartAsync(BankServer.Giving("", 500));
        await using var host = await StartAsync(bank);
        await host.RunUntilAsync(() => Task.FromResult(bank.Hits.Count == Attempts), Step);
        bank.Answer(BankServer.Giving(New));
        host.Database.Execute("CREATE TRIGGER no_bulletins BEFORE INSERT ON bulletins BEGIN SELECT RAISE(ABORT, 'no'); END");

        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.RunUntilAsync(() => Task.FromResult(bank.Hits.Count == 2 * Attempts), Step);
        await AssertServesAsync(host, "2026/176");
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.RunUntilAsync(() => Task.FromResult(bank.Hits.Count == 3 * Attempts), Step);
        await AssertServesAsync(host, "2026/176");
        host.Database.Execute("DROP TRIGGER no_bulletins");
        host.Clock.Advance(TimeSpan.FromHours(1));

        await TakesOverAsync(host, NewNumber);
        Assert.Equal((3 * Attempts) + 1, bank.Hits.Count);
    }

    [Fact]
    public async Task Stop_WhileAnAnswerIsAwaited_IsPrompt()
    {
        await using var bank = await BankServer.StartAsync(BankServer.Never(""));
        var host = await StartAsync(bank);
        await host.RunUntilAsync(() => Task.FromResult(bank.Hits.Count == 1), TimeSpan.FromMilliseconds(1));

        var watch = Stopwatch.StartNew();
        await host.DisposeAsync();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(4), $"It took {watch.Elapsed}.");
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("http://bank.test/today.xml", 3)]
    public async Task Start_WithAndWithoutAnAddress_AsksOnlyWhereOneIsSet(string url, int requests)
    {
        using var handler = new CountingHandler();
        await using var host = await EstimatorHost.StartAsync(Setup(url) with
        {
            Services = services => services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(() => handler)),
        });

        for (var hour = 0; hour < 2; hour++)
        {
            await host.RunUntilAsync(() => Task.FromResult(requests == 0 || handler.Count == hour + 1), TimeSpan.FromMilliseconds(1), Patience);

            // Until it waits for the next hour.
            await Task.Delay(500, TestContext.Current.CancellationToken);
            host.Clock.Advance(TimeSpan.FromHours(1));
        }

        await host.RunUntilAsync(() => Task.FromResult(handler.Count == requests), TimeSpan.FromMilliseconds(1), Patience);
        await AssertServesAsync(host, requests == 0 ? "2026/176" : NewNumber);
    }

    [Fact]
    public async Task Log_FetchedAndNotFetched_SaysSoAndKeepsSecretsOfTheAddress()
    {
        using var folder = new TempFolder();
        await using var bank = await BankServer.StartAsync(BankServer.Giving("", 500));
        var url = $"{bank.Url.Replace("http://", "http://jane:p4ssw0rd@", StringComparison.Ordinal)}?key=s3cret";
        await using var server = await ServerProcess.StartAsync(folder, ("Rates__Url", url));
        await UntilAsync(() => server.CountOf(10) > 0);

        bank.Answer(BankServer.Giving(New));
        await UntilAsync(() => server.CountOf(9) > 0);
        await server.TerminateAsync();

        var fetched = server.Log.Single(line => line.GetProperty("EventId").GetInt32() == 9).GetProperty("State");
        Assert.Equal(NewNumber, fetched.GetProperty("Bulletin").GetString());
        Assert.Equal(bank.Url, fetched.GetProperty("Url").GetString());
        Assert.All(server.Log, line => Assert.DoesNotContain("s3cret", line.GetRawText(), StringComparison.Ordinal));
        Assert.All(server.Log, line => Assert.DoesNotContain("p4ssw0rd", line.GetRawText(), StringComparison.Ordinal));
        Assert.DoesNotContain(server.Log, line => line.GetProperty("Category").GetString()!.StartsWith("System.Net.Http", StringComparison.Ordinal));
    }

    private static RequestDelegate Answer(string failure) => failure switch
    {
        "empty" => BankServer.Giving(""),
        "truncated" => BankServer.Giving(New.ToString()[..^20]),
        "html" => BankServer.Giving("<!DOCTYPE html><html><body>Bülten yok</body></html>", type: "text/html"),
        "no XML" => BankServer.Giving("{}", type: "application/json"),
        "no rates" => BankServer.Giving(New with { Rates = [] }),
        "reversed" => BankServer.Giving(New with { Rates = [("USD", 1, "50", "40")] }),
        "dtd" => BankServer.Giving($"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>{New.ToString().Split('\n', 2)[1]}"),
        "too large" => BankServer.Giving(New + new string(' ', 1024 * 1024)),
        "too large and endless" => EndlessAsync,
        "404" => BankServer.Giving(New, 404),
        "500" => BankServer.Giving(New, 500),
        "redirected in circles" => BankServer.RedirectingTo("/kurlar/today.xml"),
        "broken off" => BrokenOffAsync,
        _ => throw new ArgumentOutOfRangeException(nameof(failure), failure, null),
    };

    private static async Task EndlessAsync(HttpContext http)
    {
        var spaces = new byte[64 * 1024];
        Array.Fill(spaces, (byte)' ');
        try
        {
            while (true)
            {
                await http.Response.Body.WriteAsync(spaces, http.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The client had enough.
        }
    }

    private static async Task BrokenOffAsync(HttpContext http)
    {
        http.Response.ContentLength = 100_000;
        await http.Response.WriteAsync(New.ToString(), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        http.Abort();
    }

    private static async Task AssertServesAsync(EstimatorHost host, string bulletin)
    {
        Assert.Equal(bulletin, (await host.Client.FetchAsync("/v1/exchange-rates")).StringAt("/bulletin"));
        Assert.Equal(bulletin, (await host.Client.EstimateAsync("item=chemotherapy&currency=TRY")).StringAt("/exchange/bulletin"));
        Assert.Equal(200, (await host.Client.FetchAsync("/health/live")).Status);
        Assert.False(host.IsStopping);
    }

    private static Task<EstimatorHost> StartAsync(BankServer bank, params (string Name, string Value)[] settings) =>
        EstimatorHost.StartAsync(Setup(bank.Url, settings) with { Services = services => bank.Clock = ClockOf(services) });

    private static TimeProvider ClockOf(IServiceCollection services) =>
        (TimeProvider)services.Last(service => service.ServiceType == typeof(TimeProvider)).ImplementationInstance!;

    private static HostSetup Setup(string url, params (string Name, string Value)[] settings) => new()
    {
        Settings = new Dictionary<string, string>(
            new[] { ("Rates:Url", url), ("Rates:RefreshHours", "1") }.Concat(settings).GroupBy(setting => setting.Item1)
                .Select(setting => KeyValuePair.Create(setting.Key, setting.Last().Item2))),
    };

    private static async Task TakesOverAsync(EstimatorHost host, string bulletin)
    {
        await FetchesAsync(host, 1);
        await host.WaitForBulletinAsync(bulletin);
    }

    // While the clock stands: one that went on would cut short a fetch that a busy machine is slow with, and there would be another.
    private static Task FetchesAsync(EstimatorHost host, int times) => UntilAsync(() => host.Log.Count(line => line.Id.Id == 9) == times);

    private static async Task UntilAsync(Func<bool> holds)
    {
        var watch = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "What was waited for did not come.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private sealed class CountingHandler : HttpMessageHandler
    {
        private int _count;

        public int Count => _count;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _count);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(New.ToString()) });
        }
    }
}
