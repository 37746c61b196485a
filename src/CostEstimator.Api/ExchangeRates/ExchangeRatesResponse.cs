namespace CostEstimator.Api.ExchangeRates;

/// <summary>The bulletin of exchange rates in use on a day.</summary>
public sealed record ExchangeRatesResponse
{
    /// <summary>The day that was asked for.</summary>
    /// <example>2026-09-20</example>
    public required DateOnly On { get; init; }

    /// <summary>The number of the bulletin of the Central Bank of the Republic of Türkiye.</summary>
    /// <example>2026/176</example>
    public required string Bulletin { get; init; }

    /// <summary>The day that the bulletin is for: the latest on or before the day that was asked for.</summary>
    /// <example>2026-09-18</example>
    public required DateOnly Day { get; init; }

    /// <summary>Whether the bulletin is so old that the rates may have changed since.</summary>
    public required bool Stale { get; init; }

    /// <summary>The currency that the rates are in, by ISO 4217: always the Turkish lira.</summary>
    /// <example>TRY</example>
    public required string Base { get; init; }

    /// <summary>The currencies in which estimates of the day can be given, by code.</summary>
    public required IReadOnlyList<string> Currencies { get; init; }

    /// <summary>The rates, by code of the currency. Left out is a currency for which the bank published none that
    /// day, and what nobody pays with, such as special drawing rights.</summary>
    public required IReadOnlyList<ExchangeRateResponse> Rates { get; init; }
}
