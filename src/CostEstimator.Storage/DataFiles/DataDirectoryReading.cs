using System.Collections.Immutable;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Storage.DataFiles;

/// <summary>What came of reading a data directory.</summary>
/// <param name="Data">The price data; null when there is a fault.</param>
/// <param name="Bulletins">The bulletins of exchange rates, one a day at most; none when there is a fault.</param>
/// <param name="Faults">Every fault, by file and line.</param>
/// <param name="Warnings">What is allowed, but worth a look, by file and line.</param>
public sealed record DataDirectoryReading(
    PriceData? Data, ImmutableArray<Bulletin> Bulletins, ImmutableArray<Finding> Faults, ImmutableArray<Finding> Warnings);
