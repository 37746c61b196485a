using System.Globalization;
using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.PriceLists;

public sealed class PriceRangeTests
{
    [Fact]
    public void Constructor_BothEnds_IsClosed()
    {
        var range = new PriceRange(new Money(60000, "USD"), new Money(80000, "USD"));

        Assert.Equal(60000, range.Low.Amount);
        Assert.Equal(80000, range.High!.Value.Amount);
        Assert.Equal("USD", range.Currency.Code);
        Assert.False(range.IsOpen);
    }

    [Fact]
    public void Constructor_NoHighEnd_IsOpen()
    {
        var range = new PriceRange(new Money(0, "USD"), null);

        Assert.Null(range.High);
        Assert.True(range.IsOpen);
    }

    [Fact]
    public void Constructor_EqualEnds_IsAllowed() => Assert.False(new PriceRange(new Money(0, "USD"), new Money(0, "USD")).IsOpen);

    [Theory]
    [InlineData("-0.01", "USD", "1", "USD")]
    [InlineData("1", "USD", "0.99", "USD")]
    [InlineData("1", "USD", "2", "EUR")]
    [InlineData("0", "USD", "0", "EUR")]
    public void Constructor_NegativeOrCrossedEndsOrTwoCurrencies_Throws(string low, string lowCurrency, string high, string highCurrency) =>
        Assert.Throws<ArgumentException>(() => new PriceRange(Money(low, lowCurrency), Money(high, highCurrency)));

    [Fact]
    public void Constructor_NegativeLowEndWithoutAHighEnd_Throws() =>
        Assert.Throws<ArgumentException>(() => new PriceRange(new Money(-1, "USD"), null));

    [Fact]
    public void Equals_SameAmountsWrittenDifferently_True() => Assert.Equal(
        new PriceRange(Money("1500", "USD"), Money("2000", "USD")), new PriceRange(Money("1500.00", "USD"), Money("2000.0", "USD")));

    [Fact]
    public void Equals_OneOpenEnd_False() =>
        Assert.NotEqual(new PriceRange(new Money(1500, "USD"), null), new PriceRange(new Money(1500, "USD"), new Money(1500, "USD")));

    private static Money Money(string amount, string currency) => new(decimal.Parse(amount, CultureInfo.InvariantCulture), currency);
}
