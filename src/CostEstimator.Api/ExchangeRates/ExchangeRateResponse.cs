namespace CostEstimator.Api.ExchangeRates;

/// <summary>What the bank pays and takes for a currency, in Turkish lira.</summary>
public sealed record ExchangeRateResponse
{
    /// <summary>The currency, by ISO 4217.</summary>
    /// <example>JPY</example>
    public required string Currency { get; init; }

    /// <summary>The number of units of the currency that both rates are for.</summary>
    /// <example>100</example>
    public required int Unit { get; init; }

    /// <summary>What the bank pays for that many units, in lira.</summary>
    /// <example>30.7666</example>
    public required string Buying { get; init; }

    /// <summary>What the bank takes for that many units, in lira.</summary>
    /// <example>30.9704</example>
    public required string Selling { get; init; }
}
