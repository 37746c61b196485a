namespace CostEstimator.Storage.PriceLists;

/// <summary>A row of texts.</summary>
internal sealed record TextRow
{
    public required string Key { get; init; }

    public required string En { get; init; }

    public required string Ru { get; init; }

    public required string Tr { get; init; }
}
