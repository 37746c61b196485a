using CostEstimator.Pricing.Tests.Sketches;

namespace CostEstimator.Pricing.Tests.Golden;

/// <summary>A request whose estimate was worked out by hand.</summary>
/// <param name="Name">What the case shows.</param>
/// <param name="Arithmetic">How the expected numbers come about.</param>
/// <param name="Given">The price list and the request.</param>
/// <param name="Expected">The whole estimate.</param>
internal sealed record GoldenCase(string Name, IReadOnlyList<string> Arithmetic, PricingSketch Given, EstimateSummary Expected);
