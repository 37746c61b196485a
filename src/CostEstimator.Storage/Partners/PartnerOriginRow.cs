namespace CostEstimator.Storage.Partners;

/// <summary>A row of partner_origins.</summary>
internal sealed record PartnerOriginRow
{
    public required string Partner { get; init; }

    public required string Origin { get; init; }
}
