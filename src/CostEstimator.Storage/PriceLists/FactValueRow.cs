namespace CostEstimator.Storage.PriceLists;

/// <summary>A row of fact_values.</summary>
internal sealed record FactValueRow
{
    public required string Fact { get; init; }

    public required string Value { get; init; }
}
