using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.BruteForce;

/// <summary>An item in one scenario.</summary>
internal sealed class PricedItem
{
    private readonly Exchange _exchange;
    private readonly List<PriceRule> _candidates;
    private readonly List<PriceRule> _kept;

    public PricedItem(PriceList list, Exchange exchange, Item item, IReadOnlyDictionary<string, string> scenario, DateOnly day)
    {
        Item = item;
        Applies = Hold(item.Conditions, scenario);
        _exchange = exchange;
        _candidates = [.. list.Rules.Where(rule => IsOf(rule, item) && IsInForce(rule, day) && Hold(rule.Conditions, scenario))];
        var facts = _candidates.ToDictionary(rule => rule, FactsOf);
        _kept = [.. _candidates.Where(rule => !_candidates.Exists(other => facts[rule].IsProperSubsetOf(facts[other])))];
        Unrounded = IsPriced && IsConvertible ? ExactSpan.HullOf(_kept.Select(exchange.RangeOf)) : ExactSpan.Unpriced;
        Price = Unrounded.Times(item.Quantity).RoundedOutward(exchange.Decimals);
    }

    public Item Item { get; }

    public bool Applies { get; }

    public IReadOnlyList<PriceRule> Kept => _kept;

    public bool IsPriced => _kept.Count > 0;

    public bool IsConvertible => _kept.TrueForAll(rule => _exchange.IsPossible(rule.Range.Currency));

    public bool IsSomeRuleDropped => _kept.Count < _candidates.Count;

    public bool SourcesDisagree => _kept.Select(rule => (rule.Range.Currency.Code, PriceSpan.Of(rule.Range))).Distinct().Count() > 1;

    /// <summary>The price of one unit; it means nothing when a rule cannot be converted.</summary>
    public ExactSpan Unrounded { get; }

    public PriceSpan UnitPrice => Unrounded.RoundedOutward(_exchange.Decimals);

    /// <summary>The price of the quantity; it means nothing when a rule cannot be converted.</summary>
    public PriceSpan Price { get; }

    private static bool IsOf(PriceRule rule, Item item) => rule.Treatment.Code == item.Treatment.Code;

    private static bool IsInForce(PriceRule rule, DateOnly day) =>
        (rule.Validity.From is null || rule.Validity.From <= day) && (rule.Validity.To is null || day < rule.Validity.To);

    private static bool Hold(Conditions conditions, IReadOnlyDictionary<string, string> scenario) =>
        conditions.All.All(condition => condition.Values.Contains(scenario[condition.Fact.Code]));

    private static HashSet<string> FactsOf(PriceRule rule) => [.. rule.Conditions.All.Select(condition => condition.Fact.Code)];
}
