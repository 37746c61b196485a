using System.Globalization;
using CostEstimator.Pricing.ExchangeRates;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.ExchangeRates;

public sealed class ConversionTests
{
    /// <summary>The bank's bulletin of 18 September 2026, and two currencies more whose rates come out even.</summary>
    private static readonly Bulletin Bulletin = new("2026/176", new DateOnly(2026, 9, 18),
    [
        Rate("USD", 1, 48.6116m, 48.6992m),
        Rate("EUR", 1, 55.7981m, 55.8986m),
        Rate("JPY", 100, 30.7666m, 30.9704m),
        Rate("GBP", 1, 50, 64),
        Rate("KRW", 1000, 25, 32),
    ]);

    [Theory]
    // 48.6116 / 55.8986 = 0.86963895339…; 48.6992 / 55.7981 = 0.87277523786…
    [InlineData("USD", "EUR", "0.8696389533", "0.8727752379")]
    // 55.7981 / 48.6992 = 1.14577036173…; 55.8986 / 48.6116 = 1.14990249240…
    [InlineData("EUR", "USD", "1.1457703617", "1.1499024925")]
    // 48.6116 / 0.309704 = 156.96148580580…; 48.6992 / 0.307666 = 158.28593344730…
    [InlineData("USD", "JPY", "156.9614858058", "158.2859334474")]
    // 0.307666 / 48.6992 = 0.00631768078…; 0.309704 / 48.6116 = 0.00637098964…
    [InlineData("JPY", "USD", "0.0063176807", "0.0063709897")]
    // 1 / 48.6992 = 0.02053421822…; 1 / 48.6116 = 0.02057122168…
    [InlineData("TRY", "USD", "0.0205342182", "0.0205712217")]
    public void BuyingAndSelling_QuotientsThatNeverEnd_AreRoundedOutward(string from, string to, string buying, string selling) =>
        AssertFactors(buying, selling, from, to);

    [Theory]
    [InlineData("USD", "TRY", "48.6116", "48.6992")]
    [InlineData("JPY", "TRY", "0.307666", "0.309704")]
    [InlineData("TRY", "GBP", "0.015625", "0.02")] // 1 / 64; 1 / 50
    [InlineData("TRY", "KRW", "31.25", "40")] // 1 / 0.032; 1 / 0.025
    [InlineData("GBP", "KRW", "1562.5", "2560")] // 50 / 0.032; 64 / 0.025
    [InlineData("KRW", "GBP", "0.000390625", "0.00064")] // 0.025 / 64; 0.032 / 50
    public void BuyingAndSelling_QuotientsThatEnd_AreExact(string from, string to, string buying, string selling) =>
        AssertFactors(buying, selling, from, to);

    [Theory]
    [InlineData("USD", "EUR")]
    [InlineData("TRY", "JPY")]
    [InlineData("GBP", "KRW")]
    public void LowAndHigh_TheOtherWay_AreTheInverse(string from, string to)
    {
        var there = Convert(from, to);
        var back = Convert(to, from);

        Assert.Equal((there.Low.Numerator, there.Low.Denominator), (back.High.Denominator, back.High.Numerator));
        Assert.Equal((there.High.Numerator, there.High.Denominator), (back.Low.Denominator, back.Low.Numerator));
    }

    [Fact]
    public void BuyingAndSelling_LeastAndGreatestRates_Fit()
    {
        var greatest = Rate("KWD", 1, ExchangeRate.GreatestPrice, ExchangeRate.GreatestPrice);
        var least = Rate("IRR", 1, ExchangeRate.LeastPrice, ExchangeRate.LeastPrice);
        var bulletin = new Bulletin("2026/1", new DateOnly(2026, 1, 2), [greatest, least]);

        var there = bulletin.Convert(greatest.Currency, least.Currency)!;
        var back = bulletin.Convert(least.Currency, greatest.Currency)!;

        var quotient = ExchangeRate.GreatestPrice / ExchangeRate.LeastPrice;
        Assert.Equal((quotient, quotient), (there.Buying, there.Selling));
        Assert.Equal((1 / quotient, 1 / quotient), (back.Buying, back.Selling));
    }

    private static void AssertFactors(string buying, string selling, string from, string to)
    {
        var conversion = Convert(from, to);

        Assert.Equal(
            (decimal.Parse(buying, CultureInfo.InvariantCulture), decimal.Parse(selling, CultureInfo.InvariantCulture)),
            (conversion.Buying, conversion.Selling));
    }

    private static Conversion Convert(string from, string to) => Bulletin.Convert(Currency.FromCode(from), Currency.FromCode(to))!;

    private static ExchangeRate Rate(string currency, int unit, decimal buying, decimal selling) =>
        new(Currency.FromCode(currency), unit, buying, selling);
}
