using FsCheck;
using FsCheck.Fluent;

namespace CostEstimator.Pricing.Tests.Properties;

/// <summary>Runs a property over random sketches or other values; a failure tells the seed, the value and what it shrank to.</summary>
internal static class Check
{
    public static void ForAll<T>(Arbitrary<T> values, int tests, Action<T> property) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(tests).WithQuietOnSuccess(true), Prop.ForAll(values, property));
}
