namespace CostEstimator.Storage.PriceLists;

/// <summary>A row of price_sources.</summary>
internal sealed record PriceSourceRow
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Publisher { get; init; }

    public required string Locator { get; init; }

    public required string ReadOn { get; init; }
}
