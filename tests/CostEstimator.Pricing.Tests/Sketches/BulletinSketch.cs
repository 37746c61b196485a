namespace CostEstimator.Pricing.Tests.Sketches;

/// <summary>A bulletin in short notation.</summary>
/// <param name="Number">The bank's number.</param>
/// <param name="Day">The day that it is for.</param>
/// <param name="Rates">The rates.</param>
internal sealed record BulletinSketch(string Number, string Day, IReadOnlyList<RateSketch> Rates);
