using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.Tests.BruteForce;
using CostEstimator.Pricing.Tests.Sketches;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.Estimates;

public sealed class NoExchangeRateTests
{
    private static readonly RuleSketch InEuros = new("in-euros", "surgery", "100", "100") { Currency = "EUR" };
    private static readonly RuleSketch InDollars = new("in-dollars", "surgery", "200", "200");

    private static readonly RateSketch Dollars = new("USD", "48", "49");
    private static readonly RateSketch Euros = new("EUR", "55", "56");

    [Fact]
    public void Estimate_RuleInAnotherCurrency_SaysFromWhichToWhich()
    {
        var outcome = new PricingSketch { Rules = [InEuros], Items = ["surgery:1"] }.Build().Outcome();

        Assert.Equal(new NoExchangeRate(Currency.FromCode("EUR"), Currency.FromCode("USD"), null), outcome);
    }

    [Fact]
    public void Estimate_RuleInAnotherCurrencyInSomeScenario_IsRefused()
    {
        var sketch = new PricingSketch
        {
            Facts = ["clinic=a|b"],
            Rules = [InDollars, InEuros with { Conditions = "clinic=a" }],
            Items = ["surgery:1"],
        };

        Assert.IsType<NoExchangeRate>(sketch.Build().Outcome());
        Assert.Equal(200, Total(sketch with { Stated = ["clinic=b"] }));
    }

    [Fact]
    public void Estimate_RuleInAnotherCurrencyIsDropped_IsPriced() => Assert.Equal(200, Total(new PricingSketch
    {
        Facts = ["clinic=a|b"],
        Rules = [InEuros, InDollars with { Conditions = "clinic=a|b" }],
        Items = ["surgery:1"],
    }));

    [Fact]
    public void Estimate_RuleInAnotherCurrencyIsNotInForce_IsPriced() => Assert.Equal(
        200, Total(new PricingSketch { Rules = [InEuros with { To = "2026-01-01" }, InDollars], Items = ["surgery:1"] }));

    [Fact]
    public void Estimate_ItemInAnotherCurrencyThatNoScenarioIncludes_IsPriced() => Assert.Equal(0, Total(new PricingSketch
    {
        Facts = ["clinic=a|b"],
        Rules = [InEuros],
        Items = ["surgery:1 if clinic=a"],
        Stated = ["clinic=b"],
    }));

    [Fact]
    public void Estimate_AllRulesInTheOtherCurrency_IsPricedInThat() => Assert.Equal(
        100, Total(new PricingSketch { Currency = "EUR", Rules = [InEuros], Items = ["surgery:1"] }));

    [Fact]
    public void Estimate_BulletinWithoutARate_SaysWhichBulletin()
    {
        AssertRefused(new PricingSketch { Rules = [InEuros], Items = ["surgery:1"], Bulletins = [Bulletin("2026-06-14", Dollars)] });
        AssertRefused(new PricingSketch { Rules = [InEuros], Items = ["surgery:1"], Bulletins = [Bulletin("2026-06-14", Euros)] });
    }

    [Fact]
    public void Estimate_LatestBulletinWithoutARate_DoesNotFallBackOnAnEarlierOne() => AssertRefused(new PricingSketch
    {
        Rules = [InEuros],
        Items = ["surgery:1"],
        Bulletins = [Bulletin("2026-06-13", Dollars, Euros), Bulletin("2026-06-14", Dollars)],
    });

    [Fact]
    public void Estimate_EveryBulletinIsTooLate_HasNone()
    {
        var sketch = new PricingSketch { Rules = [InEuros], Items = ["surgery:1"], Bulletins = [Bulletin("2026-06-16", Dollars, Euros)] };

        Assert.Null(Assert.IsType<NoExchangeRate>(sketch.Build().Outcome()).Bulletin);
    }

    [Fact]
    public void Estimate_FreeInAnotherCurrency_IsRefusedLikeAnyPrice()
    {
        var sketch = new PricingSketch { Rules = [InEuros with { Low = "0", High = "0" }], Items = ["surgery:1"] };

        Assert.IsType<NoExchangeRate>(sketch.Build().Outcome());
    }

    [Fact]
    public void PriceOf_RuleInAnotherCurrency_IsNotTold()
    {
        var other = InDollars with { Code = "more-dollars", Treatment = "stay" };
        var problem = new PricingSketch { Rules = [InDollars, InEuros, other] }.Build();

        var price = Estimator.PriceOf(problem.List, null, problem.Treatment("surgery"), problem.Request.On);

        Assert.Null(price.UnitPrice);
        Assert.False(price.IsOnRequest);
    }

    private static BulletinSketch Bulletin(string day, params RateSketch[] rates) => new($"of {day}", day, rates);

    private static void AssertRefused(PricingSketch sketch)
    {
        var refusal = Assert.IsType<NoExchangeRate>(sketch.Build().Outcome());
        Assert.Equal(("EUR", "USD", "of 2026-06-14"), (refusal.From.Code, refusal.To.Code, refusal.Bulletin?.Number));
    }

    private static decimal? Total(PricingSketch sketch)
    {
        var total = PriceSpan.Of(sketch.Build().Estimate().Total);
        Assert.Equal(total.Low, total.High);
        return total.High;
    }
}
