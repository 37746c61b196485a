namespace CostEstimator.Storage.PriceLists;

/// <summary>A row of price_rules; amounts in minor units.</summary>
internal sealed record PriceRuleRow
{
    public required string Code { get; init; }

    public required string Treatment { get; init; }

    public required string Currency { get; init; }

    public required long Low { get; init; }

    public required long? High { get; init; }

    public required string? ValidFrom { get; init; }

    public required string? ValidTo { get; init; }

    public required string Source { get; init; }

    public required string? Note { get; init; }
}
