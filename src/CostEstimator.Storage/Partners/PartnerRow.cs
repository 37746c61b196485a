namespace CostEstimator.Storage.Partners;

/// <summary>A row of partners.</summary>
internal sealed record PartnerRow
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required int PerMinute { get; init; }

    public required string KeyId { get; init; }

    public required byte[] KeyDigest { get; init; }

    public required string KeySince { get; init; }

    public required string AddedAt { get; init; }

    public required string? RevokedAt { get; init; }
}
