namespace CostEstimator.Storage.Quotes;

/// <summary>A row of idempotency_keys. Instants are in UTC, so that their texts sort as they do.</summary>
internal sealed record IdempotencyKeyRow
{
    public required byte[] KeyDigest { get; init; }

    public required byte[] BodyDigest { get; init; }

    public required long Quote { get; init; }

    public required string ExpiresAt { get; init; }
}
