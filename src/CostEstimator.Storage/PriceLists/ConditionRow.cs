namespace CostEstimator.Storage.PriceLists;

/// <summary>A row of price_rule_conditions.</summary>
internal sealed record ConditionRow
{
    public required string Rule { get; init; }

    public required string Fact { get; init; }

    public required string Value { get; init; }
}
