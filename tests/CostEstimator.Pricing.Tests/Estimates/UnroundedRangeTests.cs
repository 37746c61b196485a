using System.Globalization;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.Estimates;

public sealed class UnroundedRangeTests
{
    /// <summary>3 to 7 lira a dollar, 100 yen for 30 lira whether bought or sold, a million pesos for a lira.</summary>
    private static readonly Bulletin Bulletin = new("2026/1", new DateOnly(2026, 1, 2),
    [
        new ExchangeRate(Currency.FromCode("USD"), 1, 3, 7),
        new ExchangeRate(Currency.FromCode("JPY"), 100, 30, 30),
        new ExchangeRate(Currency.FromCode("CLP"), 1_000_000, 1, 1),
    ]);

    [Theory]
    [InlineData("1.001", "1.001", 2, "1.00", "1.01")]
    [InlineData("1.009", "1.009", 2, "1.00", "1.01")]
    [InlineData("1.005", "1.015", 2, "1.00", "1.02")]
    [InlineData("1.01", "1.02", 2, "1.01", "1.02")]
    [InlineData("0", "0.0001", 2, "0", "0.01")]
    [InlineData("149.5", "150.5", 0, "149", "151")]
    [InlineData("150", "150", 0, "150", "150")]
    [InlineData("0.1239", "0.1239", 3, "0.123", "0.124")]
    [InlineData("0.1231", "0.1231", 3, "0.123", "0.124")]
    public void Times_One_LowDownHighUp(string low, string high, int digits, string roundedLow, string roundedHigh) => Assert.Equal(
        Interval.Closed(Amount(roundedLow), Amount(roundedHigh)), Unconverted(low, high).Times(Quantity.Exactly(1), digits));

    [Fact]
    public void Times_OneOfAnOpenRange_LowDown() =>
        Assert.Equal(Interval.OpenFrom(1.99m), Unconverted("1.999", null).Times(Quantity.Exactly(1), 2));

    [Fact]
    public void Of_Range_HasItsEnds()
    {
        Assert.Equal(Interval.Closed(1, 2), Unconverted("1", "2").Times(Quantity.Exactly(1), 2));
        Assert.Equal(Interval.OpenFrom(1), Unconverted("1", null).Times(Quantity.Exactly(1), 2));
    }

    [Fact]
    public void Unpriced_AnyQuantity_IsOpenFromNothing() =>
        Assert.Equal(Interval.OpenFrom(0), UnroundedRange.Unpriced.Times(new Quantity(4, 6), 2));

    [Fact]
    public void Hull_Two_EnclosesBoth()
    {
        Assert.Equal(Interval.Closed(1, 9), HullOf(Unconverted("1", "2"), Unconverted("8", "9")));
        Assert.Equal(Interval.Closed(1, 9), HullOf(Unconverted("3", "4"), Unconverted("1", "9")));
        Assert.Equal(Interval.OpenFrom(1), HullOf(Unconverted("1", "2"), Unconverted("8", null)));
        Assert.Equal(Interval.OpenFrom(0), HullOf(Unconverted("1", "2"), UnroundedRange.Unpriced));
    }

    [Theory]
    [InlineData("10", "20", 4, 6, "40", "120")]
    [InlineData("10", null, 4, 6, "40", null)]
    [InlineData("10", "20", 4, null, "40", null)]
    [InlineData("10", null, 4, null, "40", null)]
    [InlineData("0", "0", 4, null, "0", "0")]
    [InlineData("0", "20", 4, null, "0", null)]
    [InlineData("0", null, 4, 4, "0", null)]
    [InlineData("0", "0", 4, 6, "0", "0")]
    public void Times_Quantity_LowByMinHighByMax(string low, string? high, int min, int? max, string productLow, string? productHigh)
    {
        var expected = Between(productLow, productHigh);

        Assert.Equal(expected, Unconverted(low, high).Times(new Quantity(min, max), 2));
    }

    // 10 x 3 = 30 and 20 x 7 = 140 lira for one; the quantity comes before that.
    [Theory]
    [InlineData("10", "20", 4, 6, "120", "840")]
    [InlineData("10", null, 4, 6, "120", null)]
    [InlineData("10", "20", 4, null, "120", null)]
    [InlineData("0", "0", 4, null, "0", "0")]
    [InlineData("0", "20", 4, null, "0", null)]
    public void Times_Converted_LowByBuyingHighBySelling(
        string low, string? high, int min, int? max, string productLow, string? productHigh)
    {
        var expected = Between(productLow, productHigh);

        Assert.Equal(expected, Converted("USD", low, high, "TRY").Times(new Quantity(min, max), 2));
    }

    [Fact]
    public void Times_ConvertedToTheOther_LowBySellingHighByBuying() =>
        Assert.Equal(Interval.Closed(1, 7), Converted("TRY", "7", "21", "USD").Times(Quantity.Exactly(1), 2));

    [Fact]
    public void Times_Converted_IsRoundedOutwardOnceAndNotForEachUnit()
    {
        // 1 / 7 = 0.142857…; 1 / 3 = 0.333…; 7 of them are 1 and 2.333…, 3 of them 0.428… and 1.
        var one = Converted("TRY", "1", "1", "USD");

        Assert.Equal(Interval.Closed(0.14m, 0.34m), one.Times(Quantity.Exactly(1), 2));
        Assert.Equal(Interval.Closed(1, 2.34m), one.Times(Quantity.Exactly(7), 2));
        Assert.Equal(Interval.Closed(0.42m, 1), one.Times(Quantity.Exactly(3), 2));
        Assert.Equal(Interval.Closed(0, 1), one.Times(Quantity.Exactly(1), 0));
    }

    [Fact]
    public void Times_LessThanAMinorUnit_IsBetweenNothingAndOne()
    {
        var least = Converted("CLP", "1", "1", "USD");

        Assert.Equal(Interval.Closed(0, 0.01m), least.Times(Quantity.Exactly(1), 2));
    }

    [Fact]
    public void Hull_TwoCurrencies_TakesTheLesserAndTheGreaterOnceConverted()
    {
        // 10 to 20 dollars are 30 to 140 lira, 90 to 400 yen 27 to 120: the numbers alone would say otherwise.
        var dollars = Converted("USD", "10", "20", "TRY");
        var yen = Converted("JPY", "90", "400", "TRY");
        var lira = UnroundedRange.Of(new PriceRange(new Money(28, "TRY"), new Money(150, "TRY")), null);

        Assert.Equal(Interval.Closed(27, 140), HullOf(dollars, yen));
        Assert.Equal(Interval.Closed(27, 140), HullOf(yen, dollars));
        Assert.Equal(Interval.Closed(28, 150), HullOf(lira, dollars));
        Assert.Equal(Interval.Closed(27, 150), HullOf(yen, lira));
    }

    [Fact]
    public void Hull_SpreadAboutAnotherPrice_IsTheSpread()
    {
        // 10 dollars are 30 to 70 lira: bought they are less than 50 lira, sold they are more than 60.
        var dollars = Converted("USD", "10", "10", "TRY");
        var lira = UnroundedRange.Of(new PriceRange(new Money(50, "TRY"), new Money(60, "TRY")), null);

        Assert.Equal(Interval.Closed(30, 70), HullOf(dollars, lira));
        Assert.Equal(Interval.Closed(30, 70), HullOf(lira, dollars));
    }

    [Fact]
    public void Hull_EndsOfTwoCurrencies_AreEachMultipliedBeforeTheyAreConverted()
    {
        // In dollars: 3 lira are 3/7 to 1; 20 yen are 6/7 to 2. Seven of them: the low end 3 from lira, the high end 14 from yen.
        var hull = Converted("TRY", "3", "3", "USD").Hull(Converted("JPY", "20", "20", "USD"));

        Assert.Equal(Interval.Closed(3, 14), hull.Times(Quantity.Exactly(7), 2));
    }

    [Fact]
    public void Hull_OneOpenInAnotherCurrency_IsOpenFromTheLesser()
    {
        Assert.Equal(Interval.OpenFrom(27), HullOf(Converted("JPY", "90", null, "TRY"), Converted("USD", "10", "20", "TRY")));
        Assert.Equal(Interval.OpenFrom(27), HullOf(Converted("USD", "10", null, "TRY"), Converted("JPY", "90", "90", "TRY")));
    }

    private static Interval HullOf(UnroundedRange left, UnroundedRange right) => left.Hull(right).Times(Quantity.Exactly(1), 2);

    // The unidad de fomento has four decimals, so that there is something to round off.
    private static UnroundedRange Unconverted(string low, string? high) => UnroundedRange.Of(Range("CLF", low, high), null);

    private static UnroundedRange Converted(string from, string low, string? high, string to) =>
        UnroundedRange.Of(Range(from, low, high), Bulletin.Convert(Currency.FromCode(from), Currency.FromCode(to)));

    private static PriceRange Range(string currency, string low, string? high) =>
        new(new Money(Amount(low), currency), high is null ? null : new Money(Amount(high), currency));

    private static Interval Between(string low, string? high) => high is null
        ? Interval.OpenFrom(Amount(low))
        : Interval.Closed(Amount(low), Amount(high));

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
