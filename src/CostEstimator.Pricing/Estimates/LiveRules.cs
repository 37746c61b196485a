using System.Collections.Immutable;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Estimates;

/// <summary>The rules of a treatment that can still be candidates in some scenario of a request, and the facts that decide which.</summary>
internal static class LiveRules
{
    /// <summary>Finds the rules that are in force and that neither the case nor the item's conditions contradict.</summary>
    /// <returns>How many there are; their places come first in <paramref name="places"/>.</returns>
    public static int Find(RulesOfTreatment rules, Conditions conditions, EstimateRequest request, Span<int> places)
    {
        var count = 0;
        for (var rule = 0; rule < rules.Rules.Length; rule++)
        {
            if (rules.Rules[rule].Validity.Contains(request.On) && IsPossible(rules.Rules[rule].Conditions, conditions, request.Case))
            {
                places[count++] = rule;
            }
        }

        return count;
    }

    /// <summary>The same rules themselves.</summary>
    public static IEnumerable<PriceRule> Of(RulesOfTreatment rules, Conditions conditions, EstimateRequest request) => rules.Rules
        .Where(rule => rule.Validity.Contains(request.On) && IsPossible(rule.Conditions, conditions, request.Case));

    /// <summary>The unknown facts that the rules or the item's conditions ask about, in order.</summary>
    public static ImmutableArray<Fact> UnknownFacts(RulesOfTreatment rules, ReadOnlySpan<int> live, Conditions conditions, Case known)
    {
        List<Fact>? facts = null;
        AddUnknown(conditions, known, ref facts);
        foreach (var rule in live)
        {
            AddUnknown(rules.Rules[rule].Conditions, known, ref facts);
        }

        facts?.Sort(static (left, right) => left.Order.CompareTo(right.Order));
        return facts is null ? [] : [.. facts];
    }

    private static bool IsPossible(Conditions ofRule, Conditions ofItem, Case known)
    {
        foreach (var condition in ofRule.All)
        {
            var value = known.ValueIndexOf(condition.Fact);
            var possible = value >= 0
                ? condition.Allows(value)
                : ofItem.On(condition.Fact) is not { } required || required.Overlaps(condition);
            if (!possible)
            {
                return false;
            }
        }

        return true;
    }

    private static void AddUnknown(Conditions conditions, Case known, ref List<Fact>? facts)
    {
        foreach (var condition in conditions.All)
        {
            if (known.ValueIndexOf(condition.Fact) < 0 && facts?.Contains(condition.Fact) != true)
            {
                (facts ??= []).Add(condition.Fact);
            }
        }
    }
}
