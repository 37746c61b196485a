using System.Collections.Immutable;
using NodaMoney;

namespace CostEstimator.Pricing.Estimates;

/// <summary>What an estimate is asked for.</summary>
/// <remarks>Treatments and facts must be those of the price list that the estimate is made from: facts are compared by reference.</remarks>
/// <param name="Items">The items, in the order in which the estimate lists them.</param>
/// <param name="Case">The facts that are known.</param>
/// <param name="Currency">The currency of every price of the estimate.</param>
/// <param name="On">The day whose prices count.</param>
public sealed record EstimateRequest(ImmutableArray<Item> Items, Case Case, Currency Currency, DateOnly On);
