using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using CostEstimator.Pricing.Estimates;

namespace CostEstimator.Api.Estimates;

/// <summary>The engine's reasons to give no estimate, as problems.</summary>
internal static class EstimateProblems
{
    public static Problem ToProblem(this EstimateOutcome refusal, PriceListSnapshot snapshot, Place currency, Place facts) => refusal switch
    {
        NoExchangeRate rate => Problem.Of(
        [
            (ProblemKind.NoExchangeRate, currency.Error(
                $"There is no exchange rate from {rate.From.Code}, in which prices are published, to {rate.To.Code}.", snapshot.Currencies))
        ]),
        TooManyScenarios scenarios => Problem.Of(
        [
            (ProblemKind.TooManyScenarios, facts.Error(
                $"The unknown facts that act together have more than {TooManyScenarios.Limit} combinations. State some of them.",
                [.. scenarios.Facts.Select(fact => fact.Code)]))
        ]),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "This outcome is no refusal."),
    };
}
