using System.Collections.Immutable;
using CostEstimator.Pricing.ExchangeRates;

namespace CostEstimator.Pricing.Estimates;

/// <summary>How the prices of an estimate were converted to its currency.</summary>
/// <param name="Bulletin">The bulletin that the rates are from.</param>
/// <param name="Conversions">For each currency that had to be converted, how; by code.</param>
public sealed record EstimateExchange(Bulletin Bulletin, ImmutableArray<Conversion> Conversions);
