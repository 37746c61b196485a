using CostEstimator.Pricing.Tests.BruteForce;
using CostEstimator.Pricing.Tests.Sketches;
using FsCheck;
using FsCheck.Fluent;

namespace CostEstimator.Pricing.Tests.Properties;

public sealed class RandomSketchesTests
{
    private const int Sketches = 1000;
    private const int Often = 10;

    [Fact]
    public void Any_ManySketches_HaveEveryTraitOften() => AssertOften(RandomSketches.Any, [.. SketchTraits.All, .. ExchangeTraits.OfAny]);

    [Fact]
    public void LackingRates_ManySketches_HaveEveryTraitOften() =>
        AssertOften(RandomSketches.LackingRates, [.. ExchangeTraits.OfLackingRates]);

    private static void AssertOften(
        Arbitrary<PricingSketch> sketches, KeyValuePair<string, Func<PricingProblem, BruteForceEstimate, bool>>[] traits)
    {
        var seen = traits.ToDictionary(trait => trait.Key, _ => 0);
        foreach (var problem in sketches.Generator.Sample(Sketches).Select(sketch => sketch.Build()))
        {
            var estimate = BruteForcePricer.Estimate(problem);
            foreach (var (trait, has) in traits)
            {
                seen[trait] += has(problem, estimate) ? 1 : 0;
            }
        }

        Assert.DoesNotContain(seen, trait => trait.Value < Often);
    }
}
