using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Http;

/// <summary>Answers that a client has already are not sent again.</summary>
public sealed class FreshnessTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private const string Chemotherapy = "/v1/estimates?item=chemotherapy";

    public static TheoryData<string> Paths =>
    [
        Chemotherapy, "/v1/treatments", "/v1/treatments/chemotherapy", "/v1/price-rules", "/v1/price-rules/chemotherapy-from-list",
        "/v1/price-rules?treatment=chemotherapy&on=2020-01-01", "/v1/programmes", "/v1/programmes/acute-leukaemia", "/v1/exchange-rates",
        "/v1/exchange-rates?on=2026-09-18", "/v1/estimates?programme=acute-leukaemia", "/v1/estimates?item=chemotherapy&currency=EUR",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Get_KnownTag_IsNotModified(string path)
    {
        var first = await seed.Client.FetchAsync(path);
        var tag = first.Header("ETag")!;

        var second = await seed.Client.FetchAsync(path, ("If-None-Match", tag));

        Assert.Equal(304, second.Status);
        Assert.Empty(second.Body);
        Assert.Null(second.Header("Content-Type"));
        foreach (var header in new[] { "ETag", "Cache-Control", "Price-List-Version" })
        {
            Assert.NotNull(first.Header(header));
            Assert.Equal(first.Header(header), second.Header(header));
        }
    }

    [Theory]
    [InlineData("{0}", 304)]
    [InlineData("W/{0}", 304)]
    [InlineData("\"a\", {0}, \"b\"", 304)]
    [InlineData("*", 304)]
    [InlineData("\"0123456789abcdef0123456789abcdef\"", 200)]
    [InlineData("\"\"", 200)]
    [InlineData("nonsense", 200)]
    [InlineData("", 200)]
    public async Task GetEstimate_IfNoneMatch_IsReadAsHttpSays(string condition, int status)
    {
        var first = await seed.Client.FetchAsync(Chemotherapy);
        var tag = first.Header("ETag")!;

        var second = await seed.Client.FetchAsync(Chemotherapy, ("If-None-Match", condition.Replace("{0}", tag, StringComparison.Ordinal)));

        Assert.Equal(status, second.Status);
        Assert.Equal(status == 200 ? first.Text : "", second.Text);
    }

    [Theory]
    [InlineData("/v1/estimates?item=chemo", 422, "unknown-treatment")]
    [InlineData("/v1/estimates?item=chemotherapy:0", 422, "impossible-quantity")]
    [InlineData("/v1/estimates?item=chemotherapy&currency=KZT", 422, "no-exchange-rate")]
    [InlineData("/v1/estimates?item=chemotherapy&currency=EUR&on=2026-09-17", 422, "no-exchange-rate")]
    [InlineData("/v1/estimates?programme=x", 422, "unknown-programme")]
    [InlineData("/v1/programmes/x", 404, "not-found")]
    [InlineData("/v1/programmes?language=de", 422, "unknown-language")]
    [InlineData("/v1/exchange-rates?on=2026-09-17", 422, "no-exchange-rate")]
    [InlineData("/v1/exchange-rates?on=today", 400, "bad-parameter")]
    [InlineData("/v1/estimates?item=chemotherapy&x=1", 400, "unknown-parameter")]
    [InlineData("/v1/estimates?item=chemotherapy&on=today", 400, "bad-parameter")]
    [InlineData("/v1/estimates", 422, "nothing-to-price")]
    [InlineData("/v1/treatments/chemo", 404, "not-found")]
    [InlineData("/v1/price-rules/none", 404, "not-found")]
    [InlineData("/v1/price-rules?treatment=chemo", 422, "unknown-treatment")]
    [InlineData("/v1/quotes/Q-ZZZZ-ZZZZ-ZZZZ", 404, "not-found")]
    public async Task Get_BadRequestWithAnyTag_IsStillRefused(string path, int status, string code)
    {
        var answer = await seed.Client.FetchAsync(path, ("If-None-Match", "*"));

        answer.AssertRefused(status, code);
    }

    [Fact]
    public async Task GetEstimate_TooManyScenariosWithAnyTag_IsStillRefused()
    {
        var data = new DataSet().Treatment("scan");
        for (var fact = 0; fact < 14; fact++)
        {
            data.Fact($"f{fact}", "a", "b").Rule($"r{fact}", "scan", "1", conditions: $"f{fact}=a");
        }

        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = data });

        var answer = await host.Client.FetchAsync("/v1/estimates?item=scan", ("If-None-Match", "*"));

        answer.AssertRefused(422, "too-many-scenarios", "fact");
    }

    [Fact]
    public async Task Get_OtherPathQueryOrDay_HasAnotherTag()
    {
        string[] paths =
        [
            .. Paths.Select(path => path.Data), "/v1/estimates?item=chemotherapy:1", "/v1/estimates?item=chemotherapy&on=2026-11-23",
            "/v1/price-rules?on=2026-11-23", "/v1/treatments/coordination", "/v1/exchange-rates?on=2026-09-19", "/v1/programmes?language=ru",
            "/v1/programmes?language=tr",
        ];

        var answers = await Task.WhenAll(paths.Select(path => seed.Client.FetchAsync(path)));

        Assert.Equal(paths.Length, answers.Select(answer => answer.Header("ETag")).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Get_AfterAnImport_HasAnotherTag(string path)
    {
        await using var host = await EstimatorHost.StartAsync();
        var before = await host.Client.FetchAsync(path);

        host.Database.Execute("UPDATE price_rules SET low = low + 100 WHERE code = 'chemotherapy-from-list'");
        await host.WaitForOtherPricesAsync(before.Header("Price-List-Version")!);
        var after = await host.Client.FetchAsync(path, ("If-None-Match", before.Header("ETag")!));

        Assert.Equal(200, after.Status);
        Assert.NotEqual(before.Header("ETag"), after.Header("ETag"));
    }

    [Fact]
    public async Task GetEstimate_NextDay_HasAnotherTag()
    {
        await using var host = await EstimatorHost.StartAsync();
        var today = await host.Client.FetchAsync(Chemotherapy);

        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(1));
        var tomorrow = await host.Client.FetchAsync(Chemotherapy, ("If-None-Match", today.Header("ETag")!));

        Assert.Equal(200, tomorrow.Status);
        Assert.Equal("2026-11-23", tomorrow.StringAt("/on"));
    }

    [Theory]
    [InlineData("2026-11-22T09:00:00Z", 300, 42900)]
    [InlineData("2026-11-22T20:54:59Z", 300, 1)]
    [InlineData("2026-11-22T20:55:00Z", 300, 0)]
    [InlineData("2026-11-22T20:55:01Z", 299, 0)]
    [InlineData("2026-11-22T20:58:00Z", 120, 0)]
    [InlineData("2026-11-22T20:59:59Z", 1, 0)]
    [InlineData("2026-11-22T20:59:59.5Z", 0, 0)]
    [InlineData("2026-11-22T21:00:00Z", 300, 86100)]
    public async Task Get_BeforeMidnightInIstanbul_MayBeKeptUntilThenOnly(string now, int seconds, int staleSeconds)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Now = DateTimeOffset.Parse(now, null) });

        foreach (var path in Paths)
        {
            var answer = await host.Client.FetchAsync(path.Data);
            Assert.Equal($"public, max-age={seconds}, stale-while-revalidate={staleSeconds}", answer.Header("Cache-Control"));
        }
    }
}
