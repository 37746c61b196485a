using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.Programmes;

namespace CostEstimator.Api.Requests;

/// <summary>A request of which everything was found.</summary>
/// <param name="Request">What to estimate: the items of the programme, then the others.</param>
/// <param name="Programme">The programme that it names; null: none.</param>
/// <param name="Bulletin">The bulletin in use on its day; null: there is none.</param>
internal sealed record ResolvedRequest(EstimateRequest Request, Programme? Programme, Bulletin? Bulletin);
