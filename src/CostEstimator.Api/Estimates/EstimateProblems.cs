using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Estimates;

/// <summary>The engine's reasons to give no estimate, as problems.</summary>
internal static class EstimateProblems
{
    public static Problem ToProblem(
        this EstimateOutcome refusal, PriceListSnapshot snapshot, EstimateRequest request, Place currency, Place facts) => refusal switch
        {
            NoExchangeRate => Problem.Of(ExchangeRateFaults.Of(currency, request, snapshot)),
            TooManyScenarios scenarios => Problem.Of(
                Fault.Of(
                    ProblemKind.TooManyScenarios, facts, Templates.ScenariosTooMany,
                    ("most", TooManyScenarios.Limit)).Knowing([.. scenarios.Facts.Select(fact => fact.Code)])),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "This outcome is no refusal."),
        };
}
