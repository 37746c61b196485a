using CostEstimator.Api.Tests.Estimates;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.ExchangeRates;

/// <summary>The bulletin in use.</summary>
public sealed class ExchangeRatesTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private static readonly DataSet TwoBulletins = DataSet.OfOneScan("100", "100")
        .Bulletin(BulletinXml.Of("2026-09-18", 40)).Bulletin(BulletinXml.Of("2026-10-02", 50));

    [Fact]
    public async Task GetExchangeRates_Seed_GivesTheBulletinWithEveryMember()
    {
        var answer = await seed.Client.FetchAsync("/v1/exchange-rates");

        Assert.Equal(200, answer.Status);
        answer.Json.AssertShape("on:string bulletin:string day:string stale:boolean base:string currencies:array rates:array");
        Assert.All(answer.At("/rates").EnumerateArray(), EstimateShape.AssertBulletinRate);
        Assert.Equal(
            """
            {"on":"2026-11-22","bulletin":"2026/176","day":"2026-09-18","stale":true,"base":"TRY","currencies":["EUR","JPY","RUB","TRY","USD"],
            "rates":[{"currency":"EUR","unit":1,"buying":"55.7981","selling":"55.8986"},
            {"currency":"JPY","unit":100,"buying":"30.7666","selling":"30.9704"},
            {"currency":"RUB","unit":1,"buying":"0.57344","selling":"0.58094"},
            {"currency":"USD","unit":1,"buying":"48.6116","selling":"48.6992"}]}
            """.ReplaceLineEndings(""),
            answer.Text);
    }

    [Theory]
    [InlineData("2026-09-18", "2026-09-18")]
    [InlineData("2026-09-19", "2026-09-18")]
    [InlineData("2026-10-01", "2026-09-18")]
    [InlineData("2026-10-02", "2026-10-02")]
    [InlineData("2026-11-22", "2026-10-02")]
    [InlineData("9999-12-31", "2026-10-02")]
    public async Task GetExchangeRates_OnADay_GivesTheLatestBulletinOnOrBeforeIt(string on, string day)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = TwoBulletins });

        var answer = await host.Client.FetchAsync($"/v1/exchange-rates?on={on}");

        Assert.Equal(on, answer.StringAt("/on"));
        Assert.Equal(day, answer.StringAt("/day"));
        Assert.Equal(day == "2026-09-18" ? "40" : "50", answer.StringAt("/rates/1/buying"));
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("2026-09-17")]
    public async Task GetExchangeRates_BeforeTheFirstBulletin_IsRefused(string on)
    {
        var answer = await seed.Client.FetchAsync($"/v1/exchange-rates?on={on}");

        answer.AssertRefused(422, "no-exchange-rate", "on");
    }

    [Fact]
    public async Task GetExchangeRates_NoBulletinAtAll_IsRefusedUntilThereIsOne()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = DataSet.OfOneScan("100", "200") });
        var none = await host.Client.FetchAsync("/v1/exchange-rates");

        host.Database.Import(BulletinXml.Of("2026-11-20", 45));
        await host.WaitForBulletinAsync("2026/324");

        none.AssertRefused(422, "no-exchange-rate", "on");
        Assert.Equal("₺4,500 – ₺9,000", (await host.Client.EstimateAsync("item=scan&currency=TRY")).StringAt("/total/text"));
    }

    [Theory]
    [InlineData("on=yesterday", 400, "bad-parameter", "on")]
    [InlineData("on=2026-02-30", 400, "bad-parameter", "on")]
    [InlineData("on=", 400, "bad-parameter", "on")]
    [InlineData("on=2026-11-22&on=2026-11-22", 400, "repeated-parameter", "on")]
    [InlineData("currency=EUR", 400, "unknown-parameter", "currency")]
    [InlineData("language=de", 422, "unknown-language", "language")]
    [InlineData("on=yesterday&language=de", 400, "bad-parameter", "on")]
    [InlineData("on=2026-09-17&language=de", 422, "unknown-language", "language")]
    public async Task GetExchangeRates_BadQuery_IsRefused(string query, int status, string code, string parameter)
    {
        var answer = await seed.Client.FetchAsync($"/v1/exchange-rates?{query}");

        answer.AssertRefused(status, code, parameter);
    }

    [Fact]
    public async Task GetExchangeRates_BulletinOfADayToCome_IsInUseFromThatDayOn()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = DataSet.OfOneScan("100", "100").Bulletin(BulletinXml.Of("2026-11-20", 40)).Bulletin(BulletinXml.Of("2026-11-23", 50)),
        });
        var today = await host.Client.FetchAsync("/v1/exchange-rates");
        var converted = await host.Client.EstimateAsync("item=scan&currency=TRY");
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(1));
        var tomorrow = await host.Client.FetchAsync("/v1/exchange-rates", ("If-None-Match", today.Header("ETag")!));

        Assert.Equal("2026-11-20", today.StringAt("/day"));
        Assert.Equal("₺4,000", converted.StringAt("/total/text"));
        Assert.Equal("2026-11-23", tomorrow.StringAt("/day"));
        Assert.Equal("₺5,000", (await host.Client.EstimateAsync("item=scan&currency=TRY")).StringAt("/total/text"));
    }

    [Fact]
    public async Task GetExchangeRates_BulletinCorrected_GivesTheCorrectedOneUnderAnotherTag()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = TwoBulletins });
        var before = await host.Client.FetchAsync("/v1/exchange-rates?on=2026-09-20");
        var other = await host.Client.FetchAsync("/v1/exchange-rates?on=2026-10-05");

        host.Database.Import(BulletinXml.Of("2026-09-18", 41));
        await host.RunUntilAsync(async () => (await host.Client.FetchAsync("/v1/exchange-rates?on=2026-09-20")).Text != before.Text);
        var after = await host.Client.FetchAsync("/v1/exchange-rates?on=2026-09-20", ("If-None-Match", before.Header("ETag")!));

        Assert.Equal(200, after.Status);
        Assert.Equal("41", after.StringAt("/rates/1/selling"));
        Assert.Equal(304, (await host.Client.FetchAsync("/v1/exchange-rates?on=2026-10-05", ("If-None-Match", other.Header("ETag")!))).Status);
        Assert.Equal(2, host.Database.BulletinCount());
    }
}
