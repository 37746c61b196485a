using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.BruteForce;

/// <summary>An item in one scenario.</summary>
internal sealed class PricedItem
{
    private readonly List<PriceRule> _candidates;
    private readonly List<PriceRule> _kept;

    public PricedItem(PriceList list, Item item, IReadOnlyDictionary<string, string> scenario, DateOnly day)
    {
        Item = item;
        Applies = Hold(item.Conditions, scenario);
        _candidates = [.. list.Rules.Where(rule => IsOf(rule, item) && IsInForce(rule, day) && Hold(rule.Conditions, scenario))];
        var facts = _candidates.ToDictionary(rule => rule, FactsOf);
        _kept = [.. _candidates.Where(rule => !_candidates.Exists(other => facts[rule].IsProperSubsetOf(facts[other])))];
        UnitPrice = IsPriced ? PriceSpan.HullOf(_kept.Select(rule => PriceSpan.Of(rule.Range))) : PriceSpan.Unpriced;
    }

    public Item Item { get; }

    public bool Applies { get; }

    public IReadOnlyList<PriceRule> Kept => _kept;

    public bool IsPriced => _kept.Count > 0;

    public bool IsSomeRuleDropped => _kept.Count < _candidates.Count;

    public bool SourcesDisagree => _kept.Select(rule => PriceSpan.Of(rule.Range)).Distinct().Count() > 1;

    public PriceSpan UnitPrice { get; }

    public PriceSpan Price => UnitPrice.Times(Item.Quantity);

    private static bool IsOf(PriceRule rule, Item item) => rule.Treatment.Code == item.Treatment.Code;

    private static bool IsInForce(PriceRule rule, DateOnly day) =>
        (rule.Validity.From is null || rule.Validity.From <= day) && (rule.Validity.To is null || day < rule.Validity.To);

    private static bool Hold(Conditions conditions, IReadOnlyDictionary<string, string> scenario) =>
        conditions.All.All(condition => condition.Values.Contains(scenario[condition.Fact.Code]));

    private static HashSet<string> FactsOf(PriceRule rule) => [.. rule.Conditions.All.Select(condition => condition.Fact.Code)];
}
