using NodaMoney;

namespace CostEstimator.Pricing.ExchangeRates;

/// <summary>
/// How prices in one currency are converted to another: outward by the bank's spread, so that a converted range still encloses.
/// </summary>
public sealed class Conversion
{
    /// <summary>The decimals of <see cref="Buying"/> and <see cref="Selling"/>.</summary>
    public const int DecimalDigits = 10;

    internal Conversion(Currency from, ExchangeRate? fromRate, Currency to, ExchangeRate? toRate)
    {
        From = from;
        To = to;
        Low = new Ratio((fromRate?.Buying ?? 1, toRate?.Unit ?? 1), (toRate?.Selling ?? 1, fromRate?.Unit ?? 1));
        High = new Ratio((fromRate?.Selling ?? 1, toRate?.Unit ?? 1), (toRate?.Buying ?? 1, fromRate?.Unit ?? 1));
        Buying = Low.TimesDown(1, DecimalDigits);
        Selling = High.TimesUp(1, DecimalDigits);
    }

    /// <summary>The currency of the prices.</summary>
    public Currency From { get; }

    /// <summary>The currency that they are converted to.</summary>
    public Currency To { get; }

    /// <summary>
    /// What a unit of <see cref="From"/> fetches in <see cref="To"/>, by which low ends are multiplied: its buying rate divided by
    /// the other's selling rate, shown rounded down; low ends are computed from the unrounded quotient.
    /// </summary>
    public decimal Buying { get; }

    /// <summary>
    /// What a unit of <see cref="From"/> costs in <see cref="To"/>, by which high ends are multiplied: its selling rate divided by
    /// the other's buying rate, shown rounded up; high ends are computed from the unrounded quotient.
    /// </summary>
    public decimal Selling { get; }

    internal Ratio Low { get; }

    internal Ratio High { get; }
}
