namespace CostEstimator.Pricing.Tests.Sketches;

/// <summary>An exchange rate in short notation.</summary>
/// <param name="Currency">The code of the currency.</param>
/// <param name="Buying">What the bank pays for the units, in lira.</param>
/// <param name="Selling">What the bank takes for them, in lira.</param>
/// <param name="Unit">The number of units.</param>
internal sealed record RateSketch(string Currency, string Buying, string Selling, int Unit = 1);
