using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Tests.BruteForce;
using CostEstimator.Pricing.Tests.Sketches;
using FsCheck;

namespace CostEstimator.Pricing.Tests.Properties;

public sealed class PriceOfTests
{
    [Fact]
    public void PriceOf_AnyTreatment_IsTheUnitPriceOfTheBruteForce() => ForEveryTreatment((price, alone) =>
    {
        var line = BruteForcePricer.Estimate(alone).Lines.Single();
        PriceSpan? expected = line.IsOnRequest ? null : line.UnitPrice;
        PriceSpan? unitPrice = price.UnitPrice is { } range ? PriceSpan.Of(range) : null;
        Assert.Equal(expected, unitPrice);
        Assert.Equal(line.IsOnRequest, price.IsOnRequest);
    });

    [Fact]
    public void PriceOf_AnyTreatment_NamesWhatWasConverted() => ForEveryTreatment((price, alone) =>
    {
        var bruteForce = BruteForcePricer.Estimate(alone);
        var converted = price.UnitPrice is null ? [] : bruteForce.Converted.ToList();
        Assert.Equal(converted, price.Exchange is { } exchange ? exchange.Conversions.Select(conversion => conversion.From) : []);
        Assert.True(price.Exchange is null || ReferenceEquals(price.Exchange.Bulletin, bruteForce.Exchange.Bulletin));
    });

    [Fact]
    public void PriceOf_AnyTreatment_NamesEveryFactThatMovesThePrice() => ForEveryTreatment((price, alone) =>
        Assert.Subset(price.Facts.ToHashSet(), alone.Estimate().Questions.Select(question => question.Fact).ToHashSet()));

    [Fact]
    public void FactsOf_AnyTreatment_AreTheFactsOfItsPrice() => ForEveryTreatment((price, alone) =>
        Assert.Equal(price.Facts, alone.List.FactsOf(alone.Request.Items, alone.Request.On)));

    [Fact]
    public void PriceOf_SomeRateIsMissing_IsNotToldExactlyWhenTheBruteForceNeedsIt() =>
        ForEveryTreatment(RandomSketches.LackingRates, (price, alone) =>
        {
            var bruteForce = BruteForcePricer.Estimate(alone);
            var isTold = bruteForce.Unconvertible.Count == 0 && !bruteForce.Lines.Single().IsOnRequest;
            Assert.Equal(isTold, price.UnitPrice is not null);
            Assert.Equal(bruteForce.Lines.Single().IsOnRequest, price.IsOnRequest);
        });

    private static void ForEveryTreatment(Action<TreatmentPrice, PricingProblem> assert) => ForEveryTreatment(RandomSketches.Any, assert);

    private static void ForEveryTreatment(Arbitrary<PricingSketch> sketches, Action<TreatmentPrice, PricingProblem> assert) =>
        Check.ForAll(sketches, 100, sketch =>
        {
            var problem = (sketch with { Stated = [] }).Build();
            foreach (var treatment in problem.List.Treatments)
            {
                var request = problem.Request with { Items = [new Item(treatment, Quantity.Exactly(1))], Currency = problem.List.Currency };
                assert(Estimator.PriceOf(problem.List, problem.Bulletin, treatment, request.On), problem with { Request = request });
            }
        });
}
