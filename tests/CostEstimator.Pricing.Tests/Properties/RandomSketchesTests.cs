using CostEstimator.Pricing.Tests.BruteForce;
using FsCheck.Fluent;

namespace CostEstimator.Pricing.Tests.Properties;

public sealed class RandomSketchesTests
{
    private const int Sketches = 1000;
    private const int Often = 10;

    [Fact]
    public void Any_ManySketches_HaveEveryTraitOften()
    {
        var seen = SketchTraits.All.Keys.ToDictionary(trait => trait, _ => 0);
        foreach (var problem in RandomSketches.Any.Generator.Sample(Sketches).Select(sketch => sketch.Build()))
        {
            var estimate = BruteForcePricer.Estimate(problem);
            foreach (var (trait, has) in SketchTraits.All)
            {
                seen[trait] += has(problem, estimate) ? 1 : 0;
            }
        }

        Assert.DoesNotContain(seen, trait => trait.Value < Often);
    }
}
