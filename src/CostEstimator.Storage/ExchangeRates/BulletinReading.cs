using System.Collections.Immutable;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.DataFiles;

namespace CostEstimator.Storage.ExchangeRates;

/// <summary>What came of reading a bulletin.</summary>
/// <param name="Bulletin">The bulletin; null when there is a fault.</param>
/// <param name="Faults">Every fault, by line.</param>
public sealed record BulletinReading(Bulletin? Bulletin, ImmutableArray<Finding> Faults);
