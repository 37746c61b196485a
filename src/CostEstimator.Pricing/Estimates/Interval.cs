using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Pricing.Estimates;

/// <summary>A price range inside a computation: bare decimals of one currency that everybody at hand knows, in whole minor units.</summary>
/// <remarks>The default is exactly nothing: [0, 0]. The high end of an open interval is held at 0 and means nothing.</remarks>
internal readonly record struct Interval
{
    private Interval(decimal low, decimal high, bool isOpen)
    {
        Low = low;
        High = high;
        IsOpen = isOpen;
    }

    public decimal Low { get; }

    public decimal High { get; }

    public bool IsOpen { get; }

    public static Interval Closed(decimal low, decimal high) => new(low, high, isOpen: false);

    public static Interval OpenFrom(decimal low) => new(low, 0, isOpen: true);

    public static Interval operator +(Interval left, Interval right) => left.IsOpen || right.IsOpen
        ? OpenFrom(left.Low + right.Low)
        : Closed(left.Low + right.Low, left.High + right.High);

    /// <summary>The least interval that encloses both.</summary>
    public Interval Hull(Interval other)
    {
        var low = Math.Min(Low, other.Low);
        return IsOpen || other.IsOpen ? OpenFrom(low) : Closed(low, Math.Max(High, other.High));
    }

    /// <summary>The interval as a price range.</summary>
    public PriceRange In(Currency currency) => new(new Money(Low, currency), IsOpen ? null : new Money(High, currency));
}
