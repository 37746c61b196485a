using System.Globalization;
using CostEstimator.Pricing.ExchangeRates;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.ExchangeRates;

public sealed class ExchangeRateTests
{
    private static readonly Currency Yen = Currency.FromCode("JPY");

    [Fact]
    public void Constructor_UnitBuyingAndSelling_KeepsThem()
    {
        var rate = new ExchangeRate(Yen, 100, 30.7666m, 30.9704m);

        Assert.Equal(Yen, rate.Currency);
        Assert.Equal(100, rate.Unit);
        Assert.Equal(30.7666m, rate.Buying);
        Assert.Equal(30.9704m, rate.Selling);
    }

    [Fact]
    public void Constructor_Lira_Throws() =>
        Assert.Throws<ArgumentException>("currency", () => new ExchangeRate(Currency.FromCode("TRY"), 1, 1, 1));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000_000)]
    public void Constructor_UnitWithinBounds_IsAllowed(int unit) => Assert.Equal(unit, new ExchangeRate(Yen, unit, unit, unit).Unit);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    public void Constructor_UnitOutOfBounds_Throws(int unit) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(unit), () => new ExchangeRate(Yen, unit, 1, 1));

    // A millionth of a lira to 10,000 lira for one unit.
    [Theory]
    [InlineData(1, "0.000001", "10000")]
    [InlineData(100, "0.0001", "1000000")]
    [InlineData(1_000_000, "1", "10000000000")]
    public void Constructor_PricesAtTheBounds_AreAllowed(int unit, string buying, string selling)
    {
        var rate = new ExchangeRate(Yen, unit, Amount(buying), Amount(selling));

        Assert.Equal(ExchangeRate.LeastPrice * unit, rate.Buying);
        Assert.Equal(ExchangeRate.GreatestPrice * unit, rate.Selling);
    }

    [Theory]
    [InlineData(1, "0.0000009999")]
    [InlineData(1, "0")]
    [InlineData(1, "-1")]
    [InlineData(100, "0.0000999999")]
    [InlineData(1_000_000, "0.9999999999")]
    public void Constructor_BuyingTooLow_Throws(int unit, string buying) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(buying), () => new ExchangeRate(Yen, unit, Amount(buying), unit));

    [Theory]
    [InlineData(1, "10000.0000000001")]
    [InlineData(100, "1000000.0001")]
    [InlineData(1_000_000, "10000000000.000001")]
    public void Constructor_SellingTooHigh_Throws(int unit, string selling) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(selling), () => new ExchangeRate(Yen, unit, unit, Amount(selling)));

    [Fact]
    public void Constructor_BuyingAboveSelling_Throws() =>
        Assert.Throws<ArgumentException>("buying", () => new ExchangeRate(Yen, 1, 3.0001m, 3));

    [Fact]
    public void Constructor_BuyingEqualToSelling_IsAllowed() => Assert.Equal(3, new ExchangeRate(Yen, 1, 3, 3).Selling);

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
