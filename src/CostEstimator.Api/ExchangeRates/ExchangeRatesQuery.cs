using Microsoft.AspNetCore.Mvc;

namespace CostEstimator.Api.ExchangeRates;

/// <summary>Which exchange rates to read.</summary>
internal sealed record ExchangeRatesQuery
{
    /// <summary>The day on which the rates are in use, as `yyyy-MM-dd`; today when left out.</summary>
    [FromQuery(Name = "on")]
    public string? On { get; init; }

    /// <summary>The language of refusals; by `Accept-Language`, then English, when left out.</summary>
    [FromQuery(Name = "language")]
    public string? Language { get; init; }
}
