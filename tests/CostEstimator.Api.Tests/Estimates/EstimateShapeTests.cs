using System.Text.Json;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Estimates;

/// <summary>Every member of an estimate is there, with the type that the contract gives it.</summary>
public sealed class EstimateShapeTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private const string Everything =
        "item=chemotherapy:4-6&item=autologous-bmt&item=allogeneic-bmt&item=radiation-therapy&item=coordination";

    [Fact]
    public async Task GetEstimate_LinesOfEveryKind_HasEveryMember()
    {
        var answer = await seed.Client.EstimateAsync(Everything);

        Assert.Equal(200, answer.Status);
        Assert.Equal("application/json; charset=utf-8", answer.Header("Content-Type"));
        EstimateShape.AssertEstimate(answer.Json);
    }

    [Fact]
    public async Task GetEstimate_Programme_HasEveryMember()
    {
        var answer = await seed.Client.EstimateAsync("programme=acute-leukaemia&item=coordination");

        Assert.Equal(200, answer.Status);
        EstimateShape.AssertEstimate(answer.Json, EstimateShape.OfProgramme);
        Assert.Equal("acute-leukaemia", answer.StringAt("/programme"));
        Assert.All(
            answer.At("/lines").EnumerateArray().SkipLast(1), line => Assert.Equal(JsonValueKind.Object, line.GetProperty("stage").ValueKind));
    }

    [Fact]
    public async Task GetEstimate_InAnotherCurrency_SaysHowItWasConverted()
    {
        var answer = await seed.Client.EstimateAsync("item=chemotherapy&currency=EUR");

        EstimateShape.AssertExchange(answer.At("/exchange"));
        Assert.Equal("2026-09-18", answer.StringAt("/exchange/day"));
    }

    [Fact]
    public async Task GetEstimate_NothingStated_SaysWhatItAssumed()
    {
        var answer = await seed.Client.EstimateAsync(Everything);

        Assert.Equal("2026-11-22", answer.StringAt("/on"));
        Assert.Equal(answer.Header("Price-List-Version"), answer.StringAt("/priceListVersion"));
        Assert.Equal("USD", answer.StringAt("/currency"));
        Assert.Equal("en", answer.StringAt("/language"));
        Assert.Empty(answer.At("/facts").EnumerateObject());
        Assert.Equal("disclaimer", answer.StringAt("/disclaimer/code"));
    }

    [Fact]
    public async Task GetEstimate_AnotherLanguagePreferred_IsInIt()
    {
        var answer = await seed.Client.FetchAsync("/v1/estimates?item=chemotherapy", ("Accept-Language", "de, ru;q=0.7, tr;q=0.8"));

        Assert.Equal("tr", answer.StringAt("/language"));
    }

    [Fact]
    public async Task GetEstimate_FactStated_RepeatsIt()
    {
        var answer = await seed.Client.EstimateAsync("item=allogeneic-bmt&fact=donor:unrelated");

        Assert.Equal("""{"donor":"unrelated"}""", answer.At("/facts").GetRawText());
    }

    [Fact]
    public async Task GetEstimate_RuleWithConditionsAndNote_GivesThemAsPublished()
    {
        var answer = await seed.Client.EstimateAsync("item=allogeneic-bmt&fact=donor:related");

        var rule = answer.At("/lines/0/basis/0");
        Assert.Equal("""{"donor":["related"]}""", rule.GetProperty("conditions").GetRawText());
        Assert.Equal("leukaemia-page-price-list", rule.GetProperty("source").GetProperty("code").GetString());
        Assert.Equal("2026-11-22", rule.GetProperty("source").GetProperty("readOn").GetString());
        Assert.Equal("upper-figure-not-firm", rule.GetProperty("note").GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, rule.GetProperty("validFrom").ValueKind);
        Assert.Equal(JsonValueKind.Null, rule.GetProperty("validTo").ValueKind);
    }

    [Fact]
    public async Task GetEstimate_ItemWithoutConditions_AlwaysApplies()
    {
        var answer = await seed.Client.EstimateAsync("item=radiation-therapy");

        Assert.False(answer.At("/lines/0/optional").GetBoolean());
        Assert.True(answer.At("/lines/0/onRequest").GetBoolean());
        Assert.Empty(answer.At("/lines/0/when").EnumerateObject());
        Assert.Equal(JsonValueKind.Null, answer.At("/lines/0/quantity/max").ValueKind);
    }

    [Fact]
    public async Task GetEstimate_SameRequestTwice_GivesTheSameBytes()
    {
        var first = await seed.Client.EstimateAsync(Everything);
        var second = await seed.Client.EstimateAsync(Everything);

        Assert.Equal(first.Text, second.Text);
    }
}
