using CostEstimator.Pricing.Tests.BruteForce;

namespace CostEstimator.Pricing.Tests.Properties;

public sealed class SoundAndTightTests
{
    [Fact]
    public void Total_EveryScenario_LiesWithin() => Check.ForAll(RandomSketches.Any, 200, sketch =>
    {
        var problem = sketch.Build();

        var total = PriceSpan.Of(problem.Estimate().Total);

        Assert.All(BruteForcePricer.Estimate(problem).TotalsOfScenarios, scenario => Assert.True(total.Encloses(scenario)));
    });

    [Fact]
    public void Total_EachEnd_IsReachedByAScenario() => Check.ForAll(RandomSketches.Any, 200, sketch =>
    {
        var problem = sketch.Build();

        var total = PriceSpan.Of(problem.Estimate().Total);

        var scenarios = BruteForcePricer.Estimate(problem).TotalsOfScenarios.ToList();
        Assert.Contains(scenarios, scenario => scenario.Low == total.Low);
        Assert.Contains(scenarios, scenario => scenario.High == total.High);
    });
}
