using CostEstimator.Api.Tests.Estimates;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.PriceLists;

/// <summary>The price rules of the catalogue.</summary>
public sealed class PriceRuleTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private static readonly DataSet Successive = new DataSet().Treatment("scan").Treatment("walk")
        .Rule("scan-now", "scan", "100", "100", to: "2026-12-01").Rule("scan-later", "scan", "110", "110", from: "2026-12-01")
        .Rule("walk-price", "walk", "5");

    [Fact]
    public async Task GetPriceRules_Seed_ListsAllByCodeWithEveryMember()
    {
        var answer = await seed.Client.FetchAsync("/v1/price-rules");

        Assert.Equal(200, answer.Status);
        Assert.Equal(
            [
                "allogeneic-bmt-related-donor", "allogeneic-bmt-unrelated-donor", "autologous-bmt-from-list", "autologous-bmt-from-text",
                "chemotherapy-from-list", "coordination-free-of-charge",
            ],
            Codes(answer));
        Assert.All(answer.Json.EnumerateArray(), EstimateShape.AssertRule);
    }

    [Fact]
    public async Task GetPriceRules_OfATreatment_ListsItsOwn()
    {
        var autologous = await seed.Client.FetchAsync("/v1/price-rules?treatment=autologous-bmt");
        var onRequest = await seed.Client.FetchAsync("/v1/price-rules?treatment=radiation-therapy");

        Assert.Equal(["autologous-bmt-from-list", "autologous-bmt-from-text"], Codes(autologous));
        Assert.Equal("[]", onRequest.Text);
    }

    [Theory]
    [InlineData("", new[] { "scan-now", "walk-price" })]
    [InlineData("?on=2026-11-30", new[] { "scan-now", "walk-price" })]
    [InlineData("?on=2026-12-01", new[] { "scan-later", "walk-price" })]
    [InlineData("?on=2026-12-01&treatment=scan", new[] { "scan-later" })]
    public async Task GetPriceRules_OnADay_ListsThoseInForce(string query, string[] codes)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = Successive });

        Assert.Equal(codes, Codes(await host.Client.FetchAsync($"/v1/price-rules{query}")));
    }

    [Fact]
    public async Task GetPriceRule_NotInForceToday_IsGivenWithItsDays()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = Successive });

        var answer = await host.Client.FetchAsync("/v1/price-rules/scan-later");

        Assert.Equal(200, answer.Status);
        EstimateShape.AssertRule(answer.Json);
        Assert.Equal("2026-12-01", answer.StringAt("/validFrom"));
        Assert.Equal("null", answer.At("/validTo").GetRawText());
        Assert.Equal("null", answer.At("/note").GetRawText());
    }

    [Fact]
    public async Task GetPriceRule_AmongAll_IsTheSame()
    {
        var all = await seed.Client.FetchAsync("/v1/price-rules");

        foreach (var rule in all.Json.EnumerateArray())
        {
            var one = await seed.Client.FetchAsync($"/v1/price-rules/{rule.GetProperty("code")}");
            Assert.Equal(rule.GetRawText(), one.Text);
        }
    }

    [Theory]
    [InlineData("no-such-rule")]
    [InlineData("CHEMOTHERAPY-FROM-LIST")]
    [InlineData("chemotherapy-from-list'--")]
    public async Task GetPriceRule_UnknownCode_IsNotFound(string code)
    {
        var answer = await seed.Client.FetchAsync($"/v1/price-rules/{code}");

        answer.AssertRefused(404, "not-found", "code");
    }

    [Theory]
    [InlineData("treatment=chemo", 422, "unknown-treatment", "treatment")]
    [InlineData("treatment=", 422, "unknown-treatment", "treatment")]
    [InlineData("treatment=x'%20OR%201=1--", 422, "unknown-treatment", "treatment")]
    [InlineData("treatment=chemotherapy&treatment=chemotherapy", 400, "repeated-parameter", "treatment")]
    [InlineData("Treatment=chemotherapy", 400, "unknown-parameter", "Treatment")]
    [InlineData("item=chemotherapy", 400, "unknown-parameter", "item")]
    [InlineData("on=yesterday", 400, "bad-parameter", "on")]
    [InlineData("on=2026-13-01", 400, "bad-parameter", "on")]
    [InlineData("on=yesterday&treatment=chemo", 400, "bad-parameter", "on")]
    public async Task GetPriceRules_BadQuery_IsRefused(string query, int status, string code, string parameter)
    {
        var answer = await seed.Client.FetchAsync($"/v1/price-rules?{query}");

        answer.AssertRefused(status, code, parameter);
    }

    private static IEnumerable<string> Codes(ApiAnswer answer) =>
        answer.Json.EnumerateArray().Select(rule => rule.GetProperty("code").GetString()!);
}
