using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Tests.BruteForce;
using CostEstimator.Pricing.Tests.Sketches;

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
    public void PriceOf_AnyTreatment_NamesEveryFactThatMovesThePrice() => ForEveryTreatment((price, alone) =>
        Assert.Subset(price.Facts.ToHashSet(), alone.Estimate().Questions.Select(question => question.Fact).ToHashSet()));

    private static void ForEveryTreatment(Action<TreatmentPrice, PricingProblem> assert) => Check.ForAll(RandomSketches.Any, 100, sketch =>
    {
        var problem = (sketch with { Stated = [] }).Build();
        foreach (var treatment in problem.List.Treatments)
        {
            var request = problem.Request with { Items = [new Item(treatment, Quantity.Exactly(1))] };
            assert(Estimator.PriceOf(problem.List, treatment, request.On), problem with { Request = request });
        }
    });
}
