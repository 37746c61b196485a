using NodaMoney;

namespace CostEstimator.Pricing.ExchangeRates;

/// <summary>What a bank pays and takes, in Turkish lira, for a number of units of a currency.</summary>
public sealed record ExchangeRate
{
    /// <summary>The greatest number of units that one rate can be for.</summary>
    public const int MostUnits = 1_000_000;

    /// <summary>The least that one unit of a currency can be worth, in lira.</summary>
    public const decimal LeastPrice = 0.000001m;

    /// <summary>The most that one unit of a currency can be worth, in lira.</summary>
    /// <remarks>So far apart that only a slip exceeds them, so near that the greatest price in any currency still fits a decimal.</remarks>
    public const decimal GreatestPrice = 10_000m;

    /// <summary>Creates a rate.</summary>
    /// <param name="currency">The currency; not the lira.</param>
    /// <param name="unit">The number of units that the rate is for, 1 to 1,000,000.</param>
    /// <param name="buying">What the bank pays for them, in lira.</param>
    /// <param name="selling">What the bank takes for them, in lira: not less.</param>
    /// <exception cref="ArgumentException">
    /// The currency is the lira, a number is out of its bounds, one unit is worth less than 0.000001 lira or more than 10,000, or the
    /// bank would pay more than it takes.
    /// </exception>
    public ExchangeRate(Currency currency, int unit, decimal buying, decimal selling)
    {
        if (currency == Bulletin.Base)
        {
            throw new ArgumentException("The lira has no rate: rates are in lira.", nameof(currency));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(unit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(unit, MostUnits);
        ArgumentOutOfRangeException.ThrowIfLessThan(buying, LeastPrice * unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(selling, GreatestPrice * unit);
        if (buying > selling)
        {
            throw new ArgumentException("The bank would pay more than it takes.", nameof(buying));
        }

        Currency = currency;
        Unit = unit;
        Buying = buying;
        Selling = selling;
    }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>The number of units of the currency that the rate is for.</summary>
    public int Unit { get; }

    /// <summary>What the bank pays for that many units, in lira.</summary>
    public decimal Buying { get; }

    /// <summary>What the bank takes for that many units, in lira.</summary>
    public decimal Selling { get; }
}
