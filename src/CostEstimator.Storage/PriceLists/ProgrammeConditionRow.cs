namespace CostEstimator.Storage.PriceLists;

/// <summary>A row of programme_item_conditions.</summary>
internal sealed record ProgrammeConditionRow
{
    public required int Item { get; init; }

    public required string Fact { get; init; }

    public required string Value { get; init; }
}
