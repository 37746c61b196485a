namespace CostEstimator.Pricing.PriceLists;

/// <summary>How many units of a treatment: a range of whole numbers, both ends included, whose upper end may be unknown.</summary>
public sealed record Quantity
{
    /// <summary>The least number of units.</summary>
    public const int Least = 1;

    /// <summary>The greatest number of units that can be stated.</summary>
    public const int Most = 1000;

    /// <summary>Creates a quantity.</summary>
    /// <param name="min">The least number of units that will be needed.</param>
    /// <param name="max">The greatest number, <paramref name="min"/> or more; null: not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1 or above 1,000, or max is below min.</exception>
    public Quantity(int min, int? max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(min, Least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(min, Most);
        if (max is { } known)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(known, min, nameof(max));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(known, Most, nameof(max));
        }

        Min = min;
        Max = max;
    }

    /// <summary>The least number of units, 1 to 1,000.</summary>
    public int Min { get; }

    /// <summary>The greatest number of units, <see cref="Min"/> to 1,000; null: not known.</summary>
    public int? Max { get; }

    /// <summary>Exactly <paramref name="count"/> units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1 or above 1,000.</exception>
    public static Quantity Exactly(int count) => new(count, count);
}
