using System.Globalization;
using CostEstimator.Pricing.ExchangeRates;

namespace CostEstimator.Pricing.Tests.ExchangeRates;

public sealed class RatioTests
{
    private static readonly Ratio Third = new((1, 1), (3, 1));

    [Fact]
    public void Constructor_Factors_AreMultipliedAndReduced()
    {
        // 48.60 x 100 / (30.0 x 3) = 4860 / 90 = 54.
        var ratio = new Ratio((48.60m, 100), (30.0m, 3));

        Assert.Equal((54, 1), (ratio.Numerator, ratio.Denominator));
    }

    [Fact]
    public void Constructor_TheSameNumberWrittenDifferently_IsTheSame() =>
        Assert.Equal(new Ratio((1.5m, 2), (0.30m, 1)), new Ratio((1.500m, 20), (3.0m, 1)));

    [Fact]
    public void One_AnyAmount_ChangesNothing()
    {
        Assert.Equal(123.45m, Ratio.One.TimesDown(123.45m, 2));
        Assert.Equal(123.45m, Ratio.One.TimesUp(123.45m, 2));
    }

    // A third, to two decimals: what is a multiple of it stays, its neighbours go outward.
    [Theory]
    [InlineData("0", "0", "0")]
    [InlineData("3", "1", "1")]
    [InlineData("300", "100", "100")]
    [InlineData("299.99", "99.99", "100")]
    [InlineData("300.01", "100", "100.01")]
    [InlineData("0.03", "0.01", "0.01")]
    [InlineData("0.02", "0", "0.01")]
    [InlineData("0.0000000000000000000000000001", "0", "0.01")]
    [InlineData("299.9999999999999999999999999", "99.99", "100")]
    [InlineData("300.0000000000000000000000001", "100", "100.01")]
    public void TimesDownAndUp_AThirdOf_IsBelowAndAbove(string amount, string below, string above)
    {
        Assert.Equal(Amount(below), Third.TimesDown(Amount(amount), 2));
        Assert.Equal(Amount(above), Third.TimesUp(Amount(amount), 2));
    }

    [Theory]
    [InlineData(0, "66", "67")]
    [InlineData(1, "66.6", "66.7")]
    [InlineData(3, "66.666", "66.667")]
    [InlineData(4, "66.6666", "66.6667")]
    [InlineData(10, "66.6666666666", "66.6666666667")]
    public void TimesDownAndUp_AnyDecimals_AreOneApart(int decimals, string below, string above)
    {
        Assert.Equal(Amount(below), Third.TimesDown(200, decimals));
        Assert.Equal(Amount(above), Third.TimesUp(200, decimals));
    }

    // 1000 of the greatest amount that the data may have, at rates as far apart as rates can be, in every minor unit that there is.
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void TimesDownAndUp_GreatestAmountAtTheGreatestRatio_IsExact(int decimals)
    {
        var ratio = new Ratio((ExchangeRate.GreatestPrice, 1), (ExchangeRate.LeastPrice, 1));
        var expected = 10_000_000_000m * 1000 * (ExchangeRate.GreatestPrice / ExchangeRate.LeastPrice);

        Assert.Equal(expected, ratio.TimesDown(10_000_000_000m * 1000, decimals));
        Assert.Equal(expected, ratio.TimesUp(10_000_000_000m * 1000, decimals));
    }

    [Fact]
    public void TimesDownAndUp_GreatestAmountAtACrookedRatio_IsRightToTheLastDigit()
    {
        // 10^15 x 9999.999999 / 0.000007 = 9999999999 x 10^15 / 7 = 1428571428428571428571428.571428…
        var ratio = new Ratio((9999.999999m, 1), (0.000007m, 1));

        Assert.Equal(1428571428428571428571428.571m, ratio.TimesDown(1_000_000_000_000_000m, 3));
        Assert.Equal(1428571428428571428571428.572m, ratio.TimesUp(1_000_000_000_000_000m, 3));
    }

    [Fact]
    public void TimesDownAndUp_LeastAmountAtTheLeastRatio_IsBetweenNothingAndOne()
    {
        var ratio = new Ratio((ExchangeRate.LeastPrice, 1), (ExchangeRate.GreatestPrice, ExchangeRate.MostUnits));

        Assert.Equal(0, ratio.TimesDown(0.01m, 2));
        Assert.Equal(0.01m, ratio.TimesUp(0.01m, 2));
    }

    [Theory]
    [InlineData("1", "3", 0)]
    [InlineData("0.9999999999999999999999999999", "3", -1)]
    [InlineData("1.0000000000000000000000000001", "3", 1)]
    [InlineData("0", "0", 0)]
    [InlineData("10", "4", 1)]
    public void CompareProducts_AmountAndAThirdOfAnother_IsExact(string amount, string other, int expected)
    {
        Assert.Equal(expected, Math.Sign(Ratio.CompareProducts(Amount(amount), Ratio.One, Amount(other), Third)));
        Assert.Equal(-expected, Math.Sign(Ratio.CompareProducts(Amount(other), Third, Amount(amount), Ratio.One)));
    }

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
