using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Tests.Fixture;
using CostEstimator.Api.Watching;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace CostEstimator.Api.Tests.Http;

/// <summary>An answer that is given again from memory is the answer that would have been made.</summary>
public sealed class FinishedAnswersTests
{
    private const string Chemotherapy = "/v1/estimates?item=chemotherapy";

    public static TheoryData<string, string> Requests
    {
        get
        {
            string[] paths =
            [
                Chemotherapy, "/v1/estimates?programme=acute-leukaemia&currency=EUR", "/v1/estimates?item=allogeneic-bmt&fact=donor%3Arelated",
                "/v1/treatments", "/v1/treatments/chemotherapy", "/v1/price-rules?treatment=chemotherapy", "/v1/price-rules/chemotherapy-from-list",
                "/v1/programmes", "/v1/programmes/acute-leukaemia", "/v1/exchange-rates", "/V1/Treatments/", "/v1/treatments?language=tr",
                "/widget/v1/texts", "/widget/v1/texts?language=tr",
            ];
            string[] headers =
            [
                "", "Accept-Language: ru", "Accept-Language: tr;q=0.5, ru;q=0.4", "Accept: application/json", "Accept: */*;q=0.1",
                "Origin: https://clinic.example", "Accept-Encoding: gzip, br",
            ];
            return [.. from path in paths from header in headers select (path, header)];
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Get_TheSameAgainAndAgain_IsTheSameToTheLastHeader(string path, string header)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string> { ["Limits:AnonymousPerMinute"] = "100" } });
        using var repeated = Repeated(host);
        (string, string)[] headers = header.Length == 0 ? [] : [(header.Split(": ")[0], header.Split(": ")[1])];

        var answers = new List<ApiAnswer>();
        for (var time = 0; time < 4; time++)
        {
            answers.Add(await host.Client.FetchAsync(path, headers));
        }

        Assert.Equal(200, answers[0].Status);
        Assert.Equal(2, Total(repeated));
        foreach (var answer in answers)
        {
            Assert.Equal(200, answer.Status);
            Assert.Equal(answers[0].Text, answer.Text);
            Assert.Equal(answers[0].LastingHeaders("Content-Length"), answer.LastingHeaders("Content-Length"));
        }

        Assert.Equal(["r=99", "r=98", "r=97", "r=96"], answers.Select(answer => answer.Header("RateLimit")!.Split(';')[1]));
    }

    [Fact]
    public async Task Get_OtherPricesWereTakenOver_TheFormerAreNotHeldOnTo()
    {
        const string quote = """{"items":[{"treatment":"chemotherapy"}]}""";
        await using var host = await EstimatorHost.StartAsync();
        var former = FormerOf(host);
        for (var time = 0; time < 3; time++)
        {
            var answer = await host.Client.FetchAsync(Chemotherapy);
            await host.Client.PostQuoteAsync(quote);
            if (time == 2)
            {
                host.Database.Import(new DataSet().Treatment("chemotherapy").Rule("new", "chemotherapy", "1"));
                await host.WaitForOtherPricesAsync(answer.Header("Price-List-Version")!);
            }
        }

        await host.Client.EstimateAsync("item=chemotherapy:2");
        await host.RunUntilAsync(() =>
        {
            GC.Collect();
            return Task.FromResult(!former.IsAlive);
        });

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference FormerOf(EstimatorHost host) => new(host.Service<CurrentPriceList>().Snapshot);
    }

    [Theory]
    [InlineData("/v1/estimates?item=chemo", "Accept: application/json", 422)]
    [InlineData("/v1/estimates?item=chemotherapy&x=1", "Accept: application/json", 400)]
    [InlineData("/v1/treatments/nothing", "Accept: application/json", 404)]
    [InlineData(Chemotherapy, "Accept: text/html", 406)]
    public async Task Get_RefusedRequestAgainAndAgain_IsNeverKept(string path, string header, int status)
    {
        await using var host = await EstimatorHost.StartAsync();
        using var repeated = Repeated(host);

        for (var time = 0; time < 4; time++)
        {
            Assert.Equal(status, (await host.Client.FetchAsync(path, (header.Split(": ")[0], header.Split(": ")[1]))).Status);
        }

        Assert.Equal(0, Total(repeated));
    }

    [Fact]
    public async Task Get_OtherLanguageTypeOrQueryThanTheOneKept_HasItsOwnAnswer()
    {
        await using var host = await EstimatorHost.StartAsync();
        await KeepAsync(host, Chemotherapy);

        Assert.Equal("ru", (await host.Client.FetchAsync(Chemotherapy, ("Accept-Language", "ru"))).Header("Content-Language"));
        Assert.Equal(406, (await host.Client.FetchAsync(Chemotherapy, ("Accept", "text/html"))).Status);
        Assert.Equal("EUR", (await host.Client.FetchAsync(Chemotherapy + "&currency=EUR")).StringAt("/currency"));
        Assert.Equal("2026-11-23", (await host.Client.FetchAsync(Chemotherapy + "&on=2026-11-23")).StringAt("/on"));
        Assert.Equal(405, (await host.Client.CallAsync("PUT", Chemotherapy)).Status);
        Assert.Equal("en", (await host.Client.FetchAsync(Chemotherapy)).Header("Content-Language"));
    }

    [Theory]
    [InlineData("/v1/estimates?item=chemotherapy:5", "/v1/estimates%3Fitem=chemotherapy:5")]
    [InlineData("/v1/treatments/chemotherapy?language=ru", "/v1/treatments/chemotherapy%3Flanguage=ru")]
    public async Task Get_PathThatReadsLikeAKeptRequestOnceDecoded_IsNotFound(string path, string other)
    {
        await using var host = await EstimatorHost.StartAsync();
        for (var time = 0; time < 4; time++)
        {
            Assert.Equal(200, (await host.Client.FetchAsync(path)).Status);
        }

        Assert.Equal(404, (await host.Client.FetchAsync(other)).Status);
    }

    [Fact]
    public async Task Get_TagOfAnAnswerThatIsKept_IsNotModified()
    {
        await using var host = await EstimatorHost.StartAsync();
        var first = await KeepAsync(host, Chemotherapy);
        using var repeated = Repeated(host);

        var known = await host.Client.FetchAsync(Chemotherapy, ("If-None-Match", first.Header("ETag")!));

        Assert.Equal(1, Total(repeated));
        Assert.Equal((304, ""), (known.Status, known.Text));
        Assert.Equal(first.LastingHeaders("Content-Length").Where(header => !header.StartsWith("Content-Type", StringComparison.Ordinal)), known.LastingHeaders("Content-Length"));
        Assert.Equal(304, (await host.Client.FetchAsync(Chemotherapy, ("If-None-Match", "\"other\", " + first.Header("ETag")))).Status);
        Assert.Equal(304, (await host.Client.FetchAsync(Chemotherapy, ("If-None-Match", "*"))).Status);
        Assert.Equal(200, (await host.Client.FetchAsync(Chemotherapy, ("If-None-Match", "\"other\""))).Status);
    }

    [Fact]
    public async Task Get_AfterMidnight_IsTheAnswerOfTheNewDay()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Now = new DateTimeOffset(2026, 11, 22, 20, 59, 59, TimeSpan.Zero) });
        Assert.Equal("2026-11-22", (await KeepAsync(host, Chemotherapy)).StringAt("/on"));

        host.Clock.AdjustTime(new DateTimeOffset(2026, 11, 22, 21, 0, 0, TimeSpan.Zero));

        Assert.Equal("2026-11-23", (await KeepAsync(host, Chemotherapy)).StringAt("/on"));
    }

    [Fact]
    public async Task Get_AfterOtherPricesWereTakenOver_HasThem()
    {
        await using var host = await EstimatorHost.StartAsync();
        var before = await KeepAsync(host, Chemotherapy);

        host.Database.Execute("UPDATE price_rules SET low = low + 100 WHERE code = 'chemotherapy-from-list'");
        var version = await host.WaitForOtherPricesAsync(before.Header("Price-List-Version")!);
        var after = await host.Client.FetchAsync(Chemotherapy);

        Assert.Equal(version, after.Header("Price-List-Version"));
        Assert.NotEqual(before.Text, after.Text);
    }

    [Fact]
    public async Task Get_MoreOftenThanTheLimit_IsRefusedThoughTheAnswerIsKept()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string> { ["Limits:AnonymousPerMinute"] = "5" } });
        for (var time = 0; time < 5; time++)
        {
            Assert.Equal(200, (await host.Client.FetchAsync(Chemotherapy)).Status);
        }

        var refused = await host.Client.FetchAsync(Chemotherapy);

        refused.AssertRefused(429, "too-many-requests");
        Assert.NotNull(refused.Header("Retry-After"));
        Assert.Contains("r=0;", refused.Header("RateLimit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithAKeyThatDoesNotHold_IsRefusedThoughTheAnswerIsKept()
    {
        await using var host = await EstimatorHost.StartAsync();
        var site = await PartnerSite.AddAsync(host, perMinute: 1_000_000);
        await KeepAsync(host, Chemotherapy);
        using var repeated = Repeated(host);

        Assert.StartsWith("\"partner\"", (await host.Client.FetchAsync(Chemotherapy, site.Header)).Header("RateLimit"), StringComparison.Ordinal);
        Assert.Equal(1, Total(repeated));
        (await host.Client.FetchAsync(Chemotherapy, ("X-Api-Key", "ce_wrong"))).AssertRefused(401, "unknown-key");
    }

    [Fact]
    public async Task Get_KeysAreRequired_IsNeverAnsweredWithoutOne()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string> { ["Partners:RequireKey"] = "true" } });
        var site = await PartnerSite.AddAsync(host);
        await KeepAsync(host, Chemotherapy, site.Header);

        (await host.Client.FetchAsync(Chemotherapy)).AssertRefused(401, "key-missing");
        Assert.Contains("private", (await host.Client.FetchAsync(Chemotherapy, site.Header)).Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetEstimate_GivenAgain_CountsAsAnEstimate()
    {
        await using var host = await EstimatorHost.StartAsync();
        using var estimates = new MetricCollector<long>(host.Service<IMeterFactory>(), ProductMeter.Name, "cost_estimator.estimates");

        var first = await KeepAsync(host, Chemotherapy);
        await host.Client.FetchAsync(Chemotherapy);
        await host.Client.FetchAsync(Chemotherapy, ("If-None-Match", first.Header("ETag")!));
        await KeepAsync(host, "/v1/treatments");

        Assert.Equal(4, Total(estimates));
    }

    [Fact]
    public async Task Get_RequestsThatNeverRepeat_AreNotKept()
    {
        await using var host = await EstimatorHost.StartAsync();
        using var repeated = Repeated(host);

        for (var day = 0; day < 50; day++)
        {
            await host.Client.FetchAsync($"{Chemotherapy}&on={new DateOnly(2026, 11, 22).AddDays(day):yyyy-MM-dd}");
        }

        Assert.Equal(0, Total(repeated));
    }

    private static MetricCollector<long> Repeated(EstimatorHost host) =>
        new(host.Service<IMeterFactory>(), ProductMeter.Name, "cost_estimator.answers.repeated");

    private static long Total(MetricCollector<long> collector) => collector.GetMeasurementSnapshot().EvaluateAsCounter();

    /// <summary>Asks until the answer is kept; the first answer.</summary>
    private static async Task<ApiAnswer> KeepAsync(EstimatorHost host, string path, params (string Name, string Value)[] headers)
    {
        using var repeated = Repeated(host);
        var first = await host.Client.FetchAsync(path, headers);
        await host.Client.FetchAsync(path, headers);
        var third = await host.Client.FetchAsync(path, headers);
        Assert.InRange(Total(repeated), 1, 2);
        Assert.Equal(first.Text, third.Text);
        return first;
    }
}
