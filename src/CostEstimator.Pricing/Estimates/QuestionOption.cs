using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Estimates;

/// <summary>A possible answer to a question.</summary>
/// <param name="Value">The code of the value.</param>
/// <param name="Total">The total of the estimate if the value were stated.</param>
public sealed record QuestionOption(string Value, PriceRange Total);
