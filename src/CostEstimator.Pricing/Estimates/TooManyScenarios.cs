using System.Collections.Immutable;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Estimates;

/// <summary>No estimate: facts that act together are unknown, and have more than <see cref="Limit"/> combinations of values.</summary>
/// <param name="Facts">The unknown facts that act together, in order; stating some of them makes an estimate possible.</param>
public sealed record TooManyScenarios(ImmutableArray<Fact> Facts) : EstimateOutcome
{
    /// <summary>The greatest number of scenarios in one group of facts that act together.</summary>
    public const int Limit = 10_000;

    /// <summary>The number of combinations of values, or -1 when it is above <see cref="Limit"/>.</summary>
    internal static int CountScenarios(ReadOnlySpan<Fact> facts)
    {
        var count = 1;
        foreach (var fact in facts)
        {
            // At most the limit times a fact's values: no overflow.
            count *= fact.Values.Length;
            if (count > Limit)
            {
                return -1;
            }
        }

        return count;
    }
}
