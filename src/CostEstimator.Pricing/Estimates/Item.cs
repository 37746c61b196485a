using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Programmes;

namespace CostEstimator.Pricing.Estimates;

/// <summary>A treatment and how much of it, in every case that meets the conditions.</summary>
/// <param name="Treatment">The treatment, of the price list that the estimate is made from.</param>
/// <param name="Quantity">How many units of it.</param>
/// <param name="Conditions">When the item applies at all; <see cref="Conditions.None"/>: always.</param>
public sealed record Item(Treatment Treatment, Quantity Quantity, Conditions Conditions)
{
    /// <summary>An item that always applies.</summary>
    public Item(Treatment treatment, Quantity quantity)
        : this(treatment, quantity, Conditions.None)
    {
    }

    /// <summary>The stage of a programme that the item is from; null: it is asked for by itself.</summary>
    public Stage? Stage { get; init; }

    /// <summary>The code of the note that says what the quantity assumes; null: it assumes nothing.</summary>
    /// <exception cref="ArgumentException">The code is malformed.</exception>
    public string? Assumption { get; init => field = value is null ? null : Code.Require(value, "note"); }
}
