namespace CostEstimator.Storage.PriceLists;

/// <summary>A row of programme_items.</summary>
internal sealed record ProgrammeItemRow
{
    public required int Id { get; init; }

    public required int Position { get; init; }

    public required string Programme { get; init; }

    public required string Stage { get; init; }

    public required string Treatment { get; init; }

    public required int MinQuantity { get; init; }

    public required int? MaxQuantity { get; init; }

    public required string? Assumption { get; init; }
}
