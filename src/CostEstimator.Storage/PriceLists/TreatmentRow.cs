namespace CostEstimator.Storage.PriceLists;

/// <summary>A row of treatments.</summary>
internal sealed record TreatmentRow
{
    public required string Code { get; init; }

    public required int Position { get; init; }

    public required string Unit { get; init; }

    public required int MinQuantity { get; init; }

    public required int? MaxQuantity { get; init; }
}
