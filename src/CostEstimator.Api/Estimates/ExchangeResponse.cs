using CostEstimator.Api.ExchangeRates;

namespace CostEstimator.Api.Estimates;

/// <summary>How prices were converted to the estimate's currency.</summary>
public sealed record ExchangeResponse
{
    /// <summary>The number of the bulletin of the Central Bank of the Republic of Türkiye that the rates are from.</summary>
    /// <example>2026/176</example>
    public required string Bulletin { get; init; }

    /// <summary>The day that the bulletin is for: the latest on or before the estimate's.</summary>
    /// <example>2026-09-18</example>
    public required DateOnly Day { get; init; }

    /// <summary>Whether the bulletin is so old that the rates may have changed since.</summary>
    public required bool Stale { get; init; }

    /// <summary>For each currency that was converted, how.</summary>
    public required IReadOnlyList<ConversionResponse> Rates { get; init; }

    /// <summary>The bulletin's rates that these conversions are computed from, in Turkish lira.</summary>
    public required IReadOnlyList<ExchangeRateResponse> BulletinRates { get; init; }
}
