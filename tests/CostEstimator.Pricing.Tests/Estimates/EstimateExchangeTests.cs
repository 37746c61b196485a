using System.Globalization;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.Tests.BruteForce;
using CostEstimator.Pricing.Tests.Sketches;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.Estimates;

public sealed class EstimateExchangeTests
{
    /// <summary>Surgery in dollars, euros and lira, and in pounds, which give way; the stay in euros.</summary>
    private static readonly PricingSketch InThreeCurrencies = new()
    {
        Facts = ["clinic=a|b"],
        Currency = "EUR",
        In = "EUR",
        Rules =
        [
            new RuleSketch("dollars", "surgery", "100", "110") { Currency = "USD", Conditions = "clinic=a|b" },
            new RuleSketch("euros", "surgery", "100", "200") { Conditions = "clinic=a|b" },
            new RuleSketch("lira", "surgery", "10000", "15000") { Currency = "TRY", Conditions = "clinic=a|b" },
            new RuleSketch("pounds", "surgery", "1", "1000") { Currency = "GBP" },
            new RuleSketch("stay", "stay", "10", "10"),
        ],
        Items = ["surgery:1", "stay:1"],
        Bulletins = [new BulletinSketch("2026/110", "2026-06-12", [new("USD", "30", "40"), new("EUR", "60", "90"), new("GBP", "70", "80")])],
    };

    [Fact]
    public void Estimate_RulesOfOtherCurrenciesKept_NamesTheBulletinAndEachConversionByCode()
    {
        var exchange = InThreeCurrencies.Build().Estimate().Exchange!;

        Assert.Equal("2026/110", exchange.Bulletin.Number);
        Assert.Equal(["TRY", "USD"], exchange.Conversions.Select(conversion => conversion.From.Code));
        Assert.All(exchange.Conversions, conversion => Assert.Equal("EUR", conversion.To.Code));
    }

    [Fact]
    public void Estimate_ConversionForAnItemAmongSeveral_IsNamedOnce()
    {
        var sketch = InThreeCurrencies with { Items = ["surgery:1", "surgery:2", "stay:1"], In = "TRY" };

        Assert.Equal(["EUR", "USD"], sketch.Build().Estimate().Exchange!.Conversions.Select(conversion => conversion.From.Code));
    }

    [Fact]
    public void Estimate_NothingToConvert_NamesNoBulletin()
    {
        Assert.Null((InThreeCurrencies with { Items = ["stay:1"] }).Build().Estimate().Exchange);
        Assert.Null((InThreeCurrencies with { Items = ["flight:1"] }).Build().Estimate().Exchange);
    }

    [Theory]
    [InlineData("CLP")]
    [InlineData("USD")]
    [InlineData("KWD")]
    [InlineData("CLF")]
    public void Estimate_GreatestAmountsAtTheGreatestRates_AreExactToTheLastDigit(string currency)
    {
        // Fifty items, as many as a request may have, of a thousand of the greatest amount that the data may have.
        var (greatest, least) = (ExchangeRate.GreatestPrice, ExchangeRate.LeastPrice * 1.0000001m);
        var sketch = new PricingSketch
        {
            Currency = "EUR",
            In = currency,
            Rules = [new RuleSketch("any", "surgery", "10000000000", "10000000000")],
            Items = [.. Enumerable.Repeat("surgery:1000", 50)],
            Bulletins = [new BulletinSketch("2026/1", "2026-01-02", [Rate("EUR", greatest), Rate(currency, least)])],
        };

        var estimate = sketch.Build().Estimate();

        var decimals = CurrencyInfo.FromCode(currency).DecimalDigits;
        var exact = Fraction.Of(10_000_000_000m * 1000) * Fraction.Of(greatest) / Fraction.Of(least);
        Assert.Equal(exact.Down(decimals), estimate.Lines[0].Price.Low.Amount);
        Assert.Equal(exact.Up(decimals), estimate.Lines[0].Price.High!.Value.Amount);
        Assert.Equal(Fraction.Of(exact.Down(decimals)) * Fraction.Of(50), Fraction.Of(estimate.Total.Low.Amount));
        Assert.Equal(Fraction.Of(exact.Up(decimals)) * Fraction.Of(50), Fraction.Of(estimate.Total.High!.Value.Amount));
    }

    [Fact]
    public void PriceOf_RulesInSeveralCurrencies_IsConvertedToThatOfTheList()
    {
        var problem = (InThreeCurrencies with { In = null }).Build();

        // The list is in euros: 100 to 200; 100 x 30 / 90 = 33.333 to 110 x 40 / 60 = 73.333; 10000 / 90 = 111.111 to 15000 / 60 = 250.
        var price = Estimator.PriceOf(problem.List, problem.Bulletin, problem.Treatment("surgery"), problem.Request.On);

        Assert.Equal("EUR", price.UnitPrice!.Currency.Code);
        Assert.Equal(new PriceSpan(33.33m, 250), PriceSpan.Of(price.UnitPrice));
        Assert.Same(problem.Bulletin, price.Exchange!.Bulletin);
        Assert.Equal(["TRY", "USD"], price.Exchange.Conversions.Select(conversion => conversion.From.Code));
    }

    [Fact]
    public void PriceOf_NothingToConvertOrToTell_NamesNoBulletin()
    {
        // The price of the flight is on request, though another clinic's could be converted; that of the food has no rate.
        var problem = (InThreeCurrencies with
        {
            Rules =
            [
                .. InThreeCurrencies.Rules,
                new RuleSketch("stay-too", "stay", "12", "12"),
                new RuleSketch("flight", "flight", "10", "10") { Currency = "USD", Conditions = "clinic=a" },
                new RuleSketch("food-lira", "food", "10", "10") { Currency = "TRY" },
                new RuleSketch("food-francs", "food", "10", "10") { Currency = "CHF" },
            ],
        }).Build();

        Assert.All(["stay", "flight", "food"], treatment =>
            Assert.Null(Estimator.PriceOf(problem.List, problem.Bulletin, problem.Treatment(treatment), problem.Request.On).Exchange));
    }

    [Fact]
    public void Equals_TheSameConversionsOfTheSameBulletin_IsTrue()
    {
        var (problem, other) = (InThreeCurrencies.Build(), InThreeCurrencies.Build());
        var (first, second) = (problem.Estimate().Exchange!, problem.Estimate().Exchange!);

        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, first with { Conversions = [first.Conversions[1]] });
        Assert.NotEqual(first, first with { Conversions = [first.Conversions[1], first.Conversions[0]] });
        Assert.NotEqual(first, other.Estimate().Exchange);
    }

    private static RateSketch Rate(string currency, decimal price) =>
        new(currency, price.ToString(CultureInfo.InvariantCulture), price.ToString(CultureInfo.InvariantCulture));
}
