using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.BruteForce;

/// <summary>An unknown fact and, for each of its values in order, the total when the value is stated.</summary>
internal sealed record Answers(Fact Fact, IReadOnlyList<PriceSpan> Totals)
{
    /// <summary>The facts worth asking for, the one that moves the total most first.</summary>
    public static IEnumerable<Answers> WorthAsking(IEnumerable<Answers> all) => all
        .Where(answers => answers.Totals.Distinct().Count() > 1)
        .OrderByDescending(answers => Spread(answers.Totals.Select(total => total.Low)))
        .ThenByDescending(answers => Spread(answers.Totals.Select(total => total.High).OfType<decimal>()))
        .ThenBy(answers => answers.Fact.Order);

    private static decimal Spread(IEnumerable<decimal> amounts)
    {
        var all = amounts.ToList();
        return all.Count == 0 ? 0 : all.Max() - all.Min();
    }
}
