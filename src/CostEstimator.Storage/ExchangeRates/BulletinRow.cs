namespace CostEstimator.Storage.ExchangeRates;

/// <summary>A row of bulletins.</summary>
internal sealed record BulletinRow
{
    public required string Day { get; init; }

    public required string Number { get; init; }
}
