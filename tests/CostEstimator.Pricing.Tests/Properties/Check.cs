using CostEstimator.Pricing.Tests.Sketches;
using FsCheck;
using FsCheck.Fluent;

namespace CostEstimator.Pricing.Tests.Properties;

/// <summary>Runs a property over random sketches; a failure tells the seed, the sketch and what it shrank to.</summary>
internal static class Check
{
    public static void ForAll(Arbitrary<PricingSketch> sketches, int tests, Action<PricingSketch> property) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(tests).WithQuietOnSuccess(true), Prop.ForAll(sketches, property));
}
