using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Estimates;

/// <summary>What one unit costs, before it is multiplied, converted and rounded: each end as published, with the way to convert it.</summary>
/// <remarks>
/// Conversion waits until the quantity is known, so that multiplying comes before dividing, and what is exact stays exact. The
/// high end of an open range is held at 0 and means nothing.
/// </remarks>
internal readonly record struct UnroundedRange
{
    private readonly decimal _low;
    private readonly Conversion? _lowConversion;
    private readonly decimal _high;
    private readonly Conversion? _highConversion;
    private readonly bool _isOpen;

    private UnroundedRange(decimal low, Conversion? lowConversion, decimal high, Conversion? highConversion, bool isOpen)
    {
        _low = low;
        _lowConversion = lowConversion;
        _high = high;
        _highConversion = highConversion;
        _isOpen = isOpen;
    }

    /// <summary>What a treatment without a published price counts as: [0, open).</summary>
    public static UnroundedRange Unpriced { get; } = new(0, null, 0, null, isOpen: true);

    /// <summary>A published range.</summary>
    /// <param name="range">The range.</param>
    /// <param name="conversion">How to convert it to the currency of the estimate; null: it is in that currency.</param>
    public static UnroundedRange Of(PriceRange range, Conversion? conversion) =>
        new(range.Low.Amount, conversion, range.High?.Amount ?? 0, range.IsOpen ? null : conversion, range.IsOpen);

    /// <summary>The least range that encloses both.</summary>
    public UnroundedRange Hull(UnroundedRange other)
    {
        var (low, lowConversion) = IsLess(other._low, other._lowConversion, _low, _lowConversion, conversion => conversion.Low)
            ? (other._low, other._lowConversion)
            : (_low, _lowConversion);
        if (_isOpen || other._isOpen)
        {
            return new UnroundedRange(low, lowConversion, 0, null, isOpen: true);
        }

        var (high, highConversion) = IsLess(_high, _highConversion, other._high, other._highConversion, conversion => conversion.High)
            ? (other._high, other._highConversion)
            : (_high, _highConversion);
        return new UnroundedRange(low, lowConversion, high, highConversion, isOpen: false);
    }

    /// <summary>
    /// The price of a quantity: the least interval of whole minor units that encloses it, the low end down, the high end up. Nothing
    /// times an unknown number is nothing.
    /// </summary>
    /// <remarks>This is the one place where prices are rounded.</remarks>
    /// <param name="quantity">How many units.</param>
    /// <param name="decimalDigits">The decimals of the currency's minor unit.</param>
    public Interval Times(Quantity quantity, int decimalDigits)
    {
        if (!_isOpen && _high == 0)
        {
            return Interval.Closed(0, 0);
        }

        var low = _low * quantity.Min;
        low = _lowConversion is null
            ? decimal.Round(low, decimalDigits, MidpointRounding.ToNegativeInfinity)
            : _lowConversion.Low.TimesDown(low, decimalDigits);
        if (_isOpen || quantity.Max is not { } max)
        {
            return Interval.OpenFrom(low);
        }

        var high = _high * max;
        return Interval.Closed(
            low,
            _highConversion is null
                ? decimal.Round(high, decimalDigits, MidpointRounding.ToPositiveInfinity)
                : _highConversion.High.TimesUp(high, decimalDigits));
    }

    private static bool IsLess(decimal amount, Conversion? conversion, decimal other, Conversion? otherConversion, Func<Conversion, Ratio> ratioOf)
    {
        if (ReferenceEquals(conversion, otherConversion))
        {
            return amount < other;
        }

        var ratio = conversion is null ? Ratio.One : ratioOf(conversion);
        var otherRatio = otherConversion is null ? Ratio.One : ratioOf(otherConversion);
        return Ratio.CompareProducts(amount, ratio, other, otherRatio) < 0;
    }
}
