using System.Collections.Immutable;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Estimates;

/// <summary>What the items of a request cost, as far as it is known: computed, not kept.</summary>
/// <remarks>
/// The total encloses every price that some scenario gives, and each of its ends is reached by a scenario. It is not the sum of
/// the lines' prices: one unknown fact may move several lines together.
/// </remarks>
public sealed record Estimate : EstimateOutcome
{
    /// <summary>What the estimate was made for.</summary>
    public required EstimateRequest Request { get; init; }

    /// <summary>The price of everything, over all scenarios.</summary>
    public required PriceRange Total { get; init; }

    /// <summary>The items that some scenario includes, in the order of the request.</summary>
    public required ImmutableArray<EstimateLine> Lines { get; init; }

    /// <summary>The unknown facts that move the total, the one that moves it most first.</summary>
    public required ImmutableArray<Question> Questions { get; init; }

    /// <summary>How prices were converted to the estimate's currency; null: all of them were in it already.</summary>
    public required EstimateExchange? Exchange { get; init; }

    /// <summary>The treatments that leave the total without an upper bound, in the order of their first lines.</summary>
    public IEnumerable<Treatment> OpenBecause => TreatmentsWhere(static line => line.Price.IsOpen);

    /// <summary>The treatments for which some scenario finds no published price, in the order of their first lines.</summary>
    public IEnumerable<Treatment> OnRequest => TreatmentsWhere(static line => line.IsOnRequest);

    private List<Treatment> TreatmentsWhere(Func<EstimateLine, bool> condition)
    {
        var treatments = new List<Treatment>();
        foreach (var line in Lines)
        {
            if (condition(line) && !treatments.Contains(line.Item.Treatment))
            {
                treatments.Add(line.Item.Treatment);
            }
        }

        return treatments;
    }
}
