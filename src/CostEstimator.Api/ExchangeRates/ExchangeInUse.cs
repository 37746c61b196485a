using CostEstimator.Pricing.Estimates;

namespace CostEstimator.Api.ExchangeRates;

/// <summary>How prices were converted on a day.</summary>
/// <param name="Exchange">How.</param>
/// <param name="IsStale">Whether the bulletin was stale on that day.</param>
internal sealed record ExchangeInUse(EstimateExchange Exchange, bool IsStale);
