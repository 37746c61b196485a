using CostEstimator.Pricing.ExchangeRates;
using NodaMoney;

namespace CostEstimator.Pricing.Estimates;

/// <summary>No estimate: a rule that it rests on is published in another currency, and there is no rate between the two.</summary>
/// <param name="From">The currency in which the rule is published.</param>
/// <param name="To">The currency of the estimate.</param>
/// <param name="Bulletin">The bulletin that lacks one of them; null: there is no bulletin for the day.</param>
public sealed record NoExchangeRate(Currency From, Currency To, Bulletin? Bulletin) : EstimateOutcome;
