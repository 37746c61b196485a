using System.Globalization;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.Estimates;

public sealed class IntervalTests
{
    [Theory]
    [InlineData("1.001", "1.001", 2, "1.00", "1.01")]
    [InlineData("1.009", "1.009", 2, "1.00", "1.01")]
    [InlineData("1.005", "1.015", 2, "1.00", "1.02")]
    [InlineData("1.01", "1.02", 2, "1.01", "1.02")]
    [InlineData("0", "0.0000000000000000000000000001", 2, "0", "0.01")]
    [InlineData("149.5", "150.5", 0, "149", "151")]
    [InlineData("150", "150", 0, "150", "150")]
    [InlineData("0.1239", "0.1231", 3, "0.123", "0.124")]
    public void RoundOutward_Closed_LowDownHighUp(string low, string high, int digits, string roundedLow, string roundedHigh) =>
        Assert.Equal(
            Interval.Closed(Amount(roundedLow), Amount(roundedHigh)), Interval.Closed(Amount(low), Amount(high)).RoundOutward(digits));

    [Fact]
    public void RoundOutward_Open_LowDown() => Assert.Equal(Interval.OpenFrom(1.99m), Interval.OpenFrom(1.999m).RoundOutward(2));

    [Fact]
    public void Of_Range_HasItsEnds()
    {
        Assert.Equal(Interval.Closed(1, 2), Interval.Of(new PriceRange(new Money(1, "USD"), new Money(2, "USD"))));
        Assert.Equal(Interval.OpenFrom(1), Interval.Of(new PriceRange(new Money(1, "USD"), null)));
    }

    [Fact]
    public void In_Currency_IsTheRange()
    {
        var currency = Currency.FromCode("KWD");

        Assert.Equal(new PriceRange(new Money(0.125m, currency), new Money(1.5m, currency)), Interval.Closed(0.125m, 1.5m).In(currency));
        Assert.Equal(new PriceRange(new Money(0.125m, currency), null), Interval.OpenFrom(0.125m).In(currency));
    }

    [Fact]
    public void Sum_AnyOpen_IsOpen()
    {
        Assert.Equal(Interval.Closed(11, 22), Interval.Closed(1, 2) + Interval.Closed(10, 20));
        Assert.Equal(Interval.OpenFrom(11), Interval.Closed(1, 2) + Interval.OpenFrom(10));
        Assert.Equal(Interval.OpenFrom(11), Interval.OpenFrom(1) + Interval.Closed(10, 20));
        Assert.Equal(Interval.OpenFrom(11), Interval.OpenFrom(1) + Interval.OpenFrom(10));
    }

    [Fact]
    public void Sum_WithTheDefault_ChangesNothing()
    {
        Assert.Equal(Interval.Closed(1, 2), default(Interval) + Interval.Closed(1, 2));
        Assert.Equal(Interval.OpenFrom(1), Interval.OpenFrom(1) + default(Interval));
    }

    [Fact]
    public void Hull_Two_EnclosesBoth()
    {
        Assert.Equal(Interval.Closed(1, 9), Interval.Closed(1, 2).Hull(Interval.Closed(8, 9)));
        Assert.Equal(Interval.Closed(1, 9), Interval.Closed(3, 4).Hull(Interval.Closed(1, 9)));
        Assert.Equal(Interval.OpenFrom(1), Interval.Closed(1, 2).Hull(Interval.OpenFrom(8)));
        Assert.Equal(Interval.OpenFrom(0), Interval.Closed(1, 2).Hull(Interval.Unpriced));
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
    public void Times_Quantity_LowByMinHighByMax(string low, string? high, int min, int? max, string productLow, string? productHigh) =>
        Assert.Equal(Between(productLow, productHigh), Between(low, high).Times(new Quantity(min, max)));

    private static Interval Between(string low, string? high) => high is null
        ? Interval.OpenFrom(Amount(low))
        : Interval.Closed(Amount(low), Amount(high));

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
