using System.Globalization;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.Tests.BruteForce;
using CostEstimator.Pricing.Tests.Sketches;

namespace CostEstimator.Pricing.Tests.Properties;

public sealed class OutwardConversionTests
{
    [Fact]
    public void Estimate_EverythingInOneCurrency_NeedsNoBulletin() => Check.ForAll(RandomSketches.Any, 150, sketch =>
    {
        var inOne = sketch with { In = null, Rules = [.. sketch.Rules.Select(rule => rule with { Currency = null })] };

        var estimate = inOne.Build().Estimate();

        Assert.Null(estimate.Exchange);
        Assert.Equal(
            EstimateSummary.Of((inOne with { Bulletins = [] }).Build().Estimate()).ToString(), EstimateSummary.Of(estimate).ToString());
    });

    [Fact]
    public void Total_ThereAndBack_EnclosesThePublishedRange() => Check.ForAll(RandomSketches.OnePrice, 500, sketch =>
    {
        var published = PriceSpan.Of(sketch.Build().List.Rules.Single().Range);

        var back = Total(Priced(Total(sketch), sketch.In!, sketch) with { In = sketch.Rules[0].Currency });

        Assert.True(back.Encloses(published), $"{back}");
    });

    [Fact]
    public void Total_ByWayOfAThirdCurrency_EnclosesTheDirectOne() => Check.ForAll(RandomSketches.OnePrice, 200, sketch =>
    {
        var direct = Total(sketch);
        Assert.All(sketch.Build().Bulletin!.Currencies.Select(currency => currency.Code), third =>
            Assert.True(Total(Priced(Total(sketch with { In = third }), third, sketch)).Encloses(direct)));
    });

    [Fact]
    public void Total_AnyRatesWithinTheSpread_LieWithin() => Check.ForAll(RandomSketches.OnePrice, 500, sketch =>
    {
        var problem = sketch.Build();
        var total = PriceSpan.Of(problem.Estimate().Total);
        var range = problem.List.Rules.Single().Range;

        var factors =
            from dividend in WithinTheSpread(problem.Bulletin!.Find(range.Currency))
            from divisor in WithinTheSpread(problem.Bulletin!.Find(problem.Request.Currency))
            select range.Currency == problem.Request.Currency ? Fraction.Of(1) : dividend / divisor;
        Assert.All(factors, factor =>
        {
            Assert.True(Fraction.Of(total.Low) <= Fraction.Of(range.Low.Amount) * factor);
            Assert.True(total.High is null || Fraction.Of(range.High!.Value.Amount) * factor <= Fraction.Of(total.High.Value));
        });
    });

    [Fact]
    public void Total_AWiderSpread_EnclosesTheFormer() => Check.ForAll(RandomSketches.Any, 200, sketch =>
    {
        var wider = sketch with
        {
            Bulletins = [.. sketch.Bulletins.Select(bulletin => bulletin with { Rates = [.. bulletin.Rates.Select(Wider)] })],
        };

        Assert.True(Total(wider).Encloses(Total(sketch)));
    });

    private static PriceSpan Total(PricingSketch sketch) => PriceSpan.Of(sketch.Build().Estimate().Total);

    /// <summary>The sketch with this price instead of its own.</summary>
    private static PricingSketch Priced(PriceSpan price, string currency, PricingSketch sketch) => sketch with
    {
        Rules =
        [
            sketch.Rules[0] with
            {
                Low = RandomParts.Text(price.Low), High = price.High is { } high ? RandomParts.Text(high) : null, Currency = currency,
            }
        ],
    };

    private static Fraction[] WithinTheSpread(ExchangeRate? rate) => rate is null
        ? [Fraction.Of(1)]
        : [OfOne(rate.Buying, rate), OfOne((rate.Buying + rate.Selling) / 2, rate), OfOne(rate.Selling, rate)];

    private static Fraction OfOne(decimal price, ExchangeRate rate) => Fraction.Of(price) / Fraction.Of(rate.Unit);

    private static RateSketch Wider(RateSketch rate) => rate with
    {
        Buying = RandomParts.Text(Math.Max(Amount(rate.Buying) * 0.9m, ExchangeRate.LeastPrice * rate.Unit)),
        Selling = RandomParts.Text(Math.Min(Amount(rate.Selling) * 1.1m, ExchangeRate.GreatestPrice * rate.Unit)),
    };

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
