namespace CostEstimator.Pricing.Estimates;

/// <summary>What one unit of an item costs in one scenario. The default: the item does not apply there.</summary>
/// <param name="Applies">Whether the scenario includes the item.</param>
/// <param name="IsPriced">Whether a rule prices it there.</param>
/// <param name="Price">The price, not converted and not rounded yet.</param>
internal readonly record struct UnitPrice(bool Applies, bool IsPriced, UnroundedRange Price);
