using CostEstimator.Pricing.Estimates;
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

    [Fact]
    public void Estimate_SomeRateIsMissing_IsRefusedExactlyWhenTheBruteForceNeedsIt() =>
        Check.ForAll(RandomSketches.LackingRates, 300, sketch =>
        {
            var problem = sketch.Build();
            var bruteForce = BruteForcePricer.Estimate(problem);
            if (bruteForce.Unconvertible.Count == 0)
            {
                AssertSameAsBruteForce(sketch);
                return;
            }

            var refusal = Assert.IsType<NoExchangeRate>(problem.Outcome());
            Assert.Contains(refusal.From, bruteForce.Unconvertible);
            Assert.Equal(problem.Request.Currency, refusal.To);
            Assert.Same(bruteForce.Exchange.Bulletin, refusal.Bulletin);
        });

    private static void AssertSameAsBruteForce(PricingSketch sketch)
    {
        var problem = sketch.Build();

        var estimate = EstimateSummary.Of(problem.Estimate());

        Assert.Equal(EstimateSummary.Of(BruteForcePricer.Estimate(problem)).ToString(), estimate.ToString());
    }
}
