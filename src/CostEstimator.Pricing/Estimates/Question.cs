using System.Collections.Immutable;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Estimates;

/// <summary>An unknown fact whose values give different totals.</summary>
/// <param name="Fact">The fact to ask for.</param>
/// <param name="Options">The fact's values, in their order, each with the total that stating it would give.</param>
public sealed record Question(Fact Fact, ImmutableArray<QuestionOption> Options);
