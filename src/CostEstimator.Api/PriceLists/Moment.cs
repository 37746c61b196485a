namespace CostEstimator.Api.PriceLists;

/// <summary>What a request sees, taken once: all of its answer is from the same price data and of the same day.</summary>
/// <param name="Snapshot">The price data in force.</param>
/// <param name="Today">The day on which it is answered.</param>
internal readonly record struct Moment(PriceListSnapshot Snapshot, DateOnly Today);
