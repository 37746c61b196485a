using CostEstimator.Pricing.Tests.BruteForce;
using CostEstimator.Pricing.Tests.Sketches;

namespace CostEstimator.Pricing.Tests.Properties;

public sealed class BruteForceTests
{
    [Fact]
    public void Estimate_AnyRequest_IsThatOfTheBruteForce() => Check.ForAll(RandomSketches.Any, 800, AssertSameAsBruteForce);

    [Fact]
    public void Estimate_GroupsOfFactsMeetInAnyOrder_IsThatOfTheBruteForce() =>
        Check.ForAll(RandomSketches.Tangled, 12, AssertSameAsBruteForce);

    private static void AssertSameAsBruteForce(PricingSketch sketch)
    {
        var problem = sketch.Build();

        var estimate = EstimateSummary.Of(problem.Estimate());

        Assert.Equal(EstimateSummary.Of(BruteForcePricer.Estimate(problem)).ToString(), estimate.ToString());
    }
}
