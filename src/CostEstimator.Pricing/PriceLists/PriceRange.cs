using NodaMoney;

namespace CostEstimator.Pricing.PriceLists;

/// <summary>What something costs: from a low end to a high end, both included, in one currency.</summary>
/// <remarks>A range without a high end is open: "from low", with no upper bound known.</remarks>
public sealed record PriceRange
{
    /// <summary>Creates a range.</summary>
    /// <param name="low">The least price, 0 or more.</param>
    /// <param name="high">The greatest price, in the same currency and not below <paramref name="low"/>; null: not known.</param>
    /// <exception cref="ArgumentException">The low end is negative or above the high one, or the currencies differ.</exception>
    public PriceRange(Money low, Money? high)
    {
        if (low.Amount < 0)
        {
            throw new ArgumentException("The low end is negative.", nameof(low));
        }

        if (high is { } known && (known.Currency != low.Currency || known.Amount < low.Amount))
        {
            throw new ArgumentException("The high end is below the low end, or in another currency.", nameof(high));
        }

        Low = low;
        High = high;
    }

    /// <summary>The least price.</summary>
    public Money Low { get; }

    /// <summary>The greatest price; null: no upper bound is known.</summary>
    public Money? High { get; }

    /// <summary>The currency of both ends.</summary>
    public Currency Currency => Low.Currency;

    /// <summary>Whether no upper bound is known.</summary>
    public bool IsOpen => High is null;
}
