using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.BruteForce;

/// <summary>An item over all scenarios, at least one of which includes it.</summary>
internal sealed class BruteForceLine(IReadOnlyList<PricedItem> inEachScenario)
{
    private readonly List<PricedItem> _where = [.. inEachScenario.Where(priced => priced.Applies)];

    public Item Item => _where[0].Item;

    public PriceSpan UnitPrice => PriceSpan.HullOf(_where.Select(priced => priced.UnitPrice));

    public PriceSpan Price => PriceSpan.HullOf(_where.Select(priced => priced.Price));

    public bool IsOptional => inEachScenario.Any(priced => !priced.Applies);

    public bool IsOnRequest => _where.Exists(priced => !priced.IsPriced);

    public bool SourcesDisagree => _where.Exists(priced => priced.SourcesDisagree);

    public IEnumerable<PriceRule> Basis =>
        _where.SelectMany(priced => priced.Kept).Distinct().OrderBy(rule => rule.Code, StringComparer.Ordinal);
}
