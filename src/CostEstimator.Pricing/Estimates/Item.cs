using CostEstimator.Pricing.PriceLists;

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
}
