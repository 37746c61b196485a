using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Benchmarks;

/// <summary>Price lists to measure with; their prices mean nothing.</summary>
internal static class SamplePriceLists
{
    private static readonly PriceSource Source = new("sample", "Sample", "Nobody", "Nowhere", new DateOnly(2026, 1, 1));

    /// <summary>Three treatments, of which two depend on the same fact.</summary>
    public static PriceList Clinic()
    {
        var clinic = new Fact("clinic", 0, ["a", "b"]);
        Treatment[] treatments = [TreatmentOf("chemotherapy"), TreatmentOf("transplant"), TreatmentOf("work-up")];
        return new PriceList(treatments, [clinic],
        [
            RuleOf("chemotherapy-a", treatments[0], 1500, 1500, (clinic, "a")),
            RuleOf("chemotherapy-b", treatments[0], 3000, 3000, (clinic, "b")),
            RuleOf("transplant-a", treatments[1], 80000, 80000, (clinic, "a")),
            RuleOf("transplant-b", treatments[1], 60000, 60000, (clinic, "b")),
            RuleOf("work-up", treatments[2], 900, 1400),
        ]);
    }

    /// <summary>As many treatments as pairs, each depending on two facts of three values that no other depends on.</summary>
    public static PriceList IndependentPairs(int pairs)
    {
        string[] values = ["x", "y", "z"];
        Fact[] facts = [.. Enumerable.Range(0, pairs * 2).Select(order => new Fact($"fact-{order}", order, values))];
        Treatment[] treatments = [.. Enumerable.Range(0, pairs).Select(pair => TreatmentOf($"treatment-{pair}"))];
        var rules =
            from pair in Enumerable.Range(0, pairs)
            from first in Enumerable.Range(0, values.Length)
            from second in Enumerable.Range(0, values.Length)
            let low = 1000 + (pair * 100) + (first * 10) + (second * 7)
            select RuleOf(
                $"rule-{pair}-{first}-{second}", treatments[pair], low, low * 2,
                (facts[pair * 2], values[first]), (facts[(pair * 2) + 1], values[second]));
        return new PriceList(treatments, facts, rules);
    }

    private static Treatment TreatmentOf(string code) => new(code, "course", Quantity.Exactly(1));

    private static PriceRule RuleOf(
        string code, Treatment treatment, decimal low, decimal high, params (Fact Fact, string Value)[] conditions) => new(
        code,
        treatment,
        new Conditions(conditions.Select(condition => new Condition(condition.Fact, [condition.Value]))),
        new PriceRange(new Money(low, "USD"), new Money(high, "USD")),
        default,
        Source,
        note: null);
}
