using System.Collections.Immutable;
using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Pricing.Estimates;

/// <summary>Prices one unit of a treatment in every scenario: candidates, specificity, hull (steps 1 to 3 and 5 of the model).</summary>
/// <remarks>
/// Fact by fact, each value keeps the rules that it does not contradict; what is left after the last fact are the candidates of
/// that scenario. So rules that many scenarios share are looked at once for all of them.
/// </remarks>
internal sealed class UnitPriceTableBuilder
{
    private readonly Treatment _treatment;
    private readonly Conditions _conditions;
    private readonly RulesOfTreatment _rules;
    private readonly Currency _currency;
    private readonly ImmutableArray<Fact> _facts;
    private readonly UnitPrice[] _prices;

    // The rules still possible, one stretch after the other for each fact that has been given a value on the way to a scenario.
    private readonly int[] _possible;
    private readonly bool[] _factSetPresent;
    private readonly bool[] _inBasis;
    private bool _sourcesDisagree;
    private Currency? _unconvertible;

    private UnitPriceTableBuilder(Item item, RulesOfTreatment rules, int[] live, ImmutableArray<Fact> facts, int scenarios, Currency currency)
    {
        _treatment = item.Treatment;
        _conditions = item.Conditions;
        _rules = rules;
        _currency = currency;
        _facts = facts;
        _prices = new UnitPrice[scenarios];
        _possible = new int[live.Length * (facts.Length + 1)];
        live.CopyTo(_possible, 0);
        _factSetPresent = new bool[rules.FactSetCount];
        _inBasis = new bool[rules.Rules.Length];
    }

    /// <summary>Makes the table of an item that some scenario of the request includes.</summary>
    /// <param name="item">The item; its quantity plays no part.</param>
    /// <param name="list">The price list.</param>
    /// <param name="request">The request, for its case, currency and day.</param>
    /// <param name="tooMany">Why there is no table, if there is none.</param>
    public static UnitPriceTable? Build(Item item, PriceList list, EstimateRequest request, out TooManyScenarios? tooMany)
    {
        var rules = list.RulesOf(item.Treatment);
        var live = LiveRules(rules, item.Conditions, request);
        var facts = UnknownFacts(rules, live, item.Conditions, request.Case);
        var scenarios = TooManyScenarios.CountScenarios(facts);
        if (scenarios < 0)
        {
            tooMany = new TooManyScenarios(facts);
            return null;
        }

        tooMany = null;
        var builder = new UnitPriceTableBuilder(item, rules, live, facts, scenarios, request.Currency);
        builder.Fill(depth: 0, first: 0, count: live.Length, scenario: 0);
        return new UnitPriceTable(item.Treatment, item.Conditions, rules, facts, builder._prices, builder._inBasis)
        {
            SourcesDisagree = builder._sourcesDisagree,
            Unconvertible = builder._unconvertible,
        };
    }

    private static int[] LiveRules(RulesOfTreatment rules, Conditions conditions, EstimateRequest request)
    {
        Span<int> live = rules.Rules.Length <= 128 ? stackalloc int[rules.Rules.Length] : new int[rules.Rules.Length];
        var count = 0;
        for (var rule = 0; rule < live.Length; rule++)
        {
            if (rules.Rules[rule].Validity.Contains(request.On) && IsPossible(rules.Rules[rule].Conditions, conditions, request.Case))
            {
                live[count++] = rule;
            }
        }

        return live[..count].ToArray();
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

    private static ImmutableArray<Fact> UnknownFacts(RulesOfTreatment rules, int[] live, Conditions conditions, Case known)
    {
        var facts = new List<Fact>();
        AddUnknown(conditions, known, facts);
        foreach (var rule in live)
        {
            AddUnknown(rules.Rules[rule].Conditions, known, facts);
        }

        facts.Sort(static (left, right) => left.Order.CompareTo(right.Order));
        return [.. facts];
    }

    private static void AddUnknown(Conditions conditions, Case known, List<Fact> facts)
    {
        foreach (var condition in conditions.All)
        {
            if (known.ValueIndexOf(condition.Fact) < 0 && !facts.Contains(condition.Fact))
            {
                facts.Add(condition.Fact);
            }
        }
    }

    private void Fill(int depth, int first, int count, int scenario)
    {
        if (depth == _facts.Length)
        {
            _prices[scenario] = Price(_possible.AsSpan(first, count));
            return;
        }

        var fact = _facts[depth];
        var required = _conditions.On(fact);
        for (var value = 0; value < fact.Values.Length; value++)
        {
            if (required?.Allows(value) != false)
            {
                var kept = KeepPossible(fact, value, first, count);
                Fill(depth + 1, first + count, kept, (scenario * fact.Values.Length) + value);
            }
        }
    }

    private int KeepPossible(Fact fact, int value, int first, int count)
    {
        var kept = 0;
        foreach (var rule in _possible.AsSpan(first, count))
        {
            if (_rules.Rules[rule].Conditions.On(fact)?.Allows(value) != false)
            {
                _possible[first + count + kept++] = rule;
            }
        }

        return kept;
    }

    private UnitPrice Price(ReadOnlySpan<int> candidates)
    {
        foreach (var rule in candidates)
        {
            _factSetPresent[_rules.FactSetOf(rule)] = true;
        }

        var hull = default(Hull);
        PriceRule? firstKept = null;
        foreach (var rule in candidates)
        {
            if (!IsDropped(_rules.FactSetOf(rule)))
            {
                var kept = _rules.Rules[rule];
                firstKept ??= kept;
                _inBasis[rule] = true;
                _sourcesDisagree |= kept.Range != firstKept.Range;
                hull.Add(InCurrencyOfEstimate(kept.Range));
            }
        }

        Array.Clear(_factSetPresent);
        return firstKept is null ? new UnitPrice(true, false, Interval.Unpriced) : new UnitPrice(true, true, hull.Value);
    }

    private bool IsDropped(int factSet)
    {
        foreach (var superset in _rules.StrictSupersetsOf(factSet))
        {
            if (_factSetPresent[superset])
            {
                return true;
            }
        }

        return false;
    }

    private Interval InCurrencyOfEstimate(PriceRange published)
    {
        if (published.Currency != _currency)
        {
            _unconvertible = published.Currency;
        }

        return Interval.Of(published);
    }
}
