using System.Collections.Immutable;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Estimates;

/// <summary>What one unit of a treatment costs when nothing is known of the case.</summary>
/// <param name="Treatment">The treatment.</param>
/// <param name="UnitPrice">
/// The hull of its prices over all scenarios, in the currency of the price list; null when it is on request, or when it cannot be
/// told: too many scenarios, or a rule in a currency that cannot be converted.
/// </param>
/// <param name="IsOnRequest">Whether some scenario finds no published price; false, too, where there are too many scenarios to tell.</param>
/// <param name="Facts">The facts that the price may depend on, in order.</param>
/// <param name="Exchange">How prices were converted to the currency of the price list; null: all of them were in it already.</param>
public sealed record TreatmentPrice(Treatment Treatment, PriceRange? UnitPrice, bool IsOnRequest, ImmutableArray<Fact> Facts, EstimateExchange? Exchange);
