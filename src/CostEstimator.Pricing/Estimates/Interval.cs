using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Pricing.Estimates;

/// <summary>A price range inside a computation: bare decimals of one currency that everybody at hand knows.</summary>
/// <remarks>The default is exactly nothing: [0, 0]. The high end of an open interval is held at 0 and means nothing.</remarks>
internal readonly record struct Interval
{
    private Interval(decimal low, decimal high, bool isOpen)
    {
        Low = low;
        High = high;
        IsOpen = isOpen;
    }

    /// <summary>What a treatment without a published price counts as: [0, open).</summary>
    public static Interval Unpriced { get; } = OpenFrom(0);

    public decimal Low { get; }

    public decimal High { get; }

    public bool IsOpen { get; }

    public static Interval Closed(decimal low, decimal high) => new(low, high, isOpen: false);

    public static Interval OpenFrom(decimal low) => new(low, 0, isOpen: true);

    public static Interval Of(PriceRange range) => range.High is { } high ? Closed(range.Low.Amount, high.Amount) : OpenFrom(range.Low.Amount);

    public static Interval operator +(Interval left, Interval right) => left.IsOpen || right.IsOpen
        ? OpenFrom(left.Low + right.Low)
        : Closed(left.Low + right.Low, left.High + right.High);

    /// <summary>The least interval that encloses both.</summary>
    public Interval Hull(Interval other)
    {
        var low = Math.Min(Low, other.Low);
        return IsOpen || other.IsOpen ? OpenFrom(low) : Closed(low, Math.Max(High, other.High));
    }

    /// <summary>The price of a quantity at this unit price. Nothing times an unknown number is nothing.</summary>
    public Interval Times(Quantity quantity)
    {
        var low = Low * quantity.Min;
        if (!IsOpen && High == 0)
        {
            return Closed(0, 0);
        }

        return IsOpen || quantity.Max is not { } max ? OpenFrom(low) : Closed(low, High * max);
    }

    /// <summary>The least interval of whole minor units that encloses this one: the low end down, the high end up.</summary>
    /// <remarks>This is the one place where prices are rounded.</remarks>
    public Interval RoundOutward(int decimalDigits)
    {
        var low = decimal.Round(Low, decimalDigits, MidpointRounding.ToNegativeInfinity);
        return IsOpen ? OpenFrom(low) : Closed(low, decimal.Round(High, decimalDigits, MidpointRounding.ToPositiveInfinity));
    }

    /// <summary>The interval as a price range; it must be in whole minor units already.</summary>
    public PriceRange In(Currency currency) => new(new Money(Low, currency), IsOpen ? null : new Money(High, currency));
}
