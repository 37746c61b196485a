using CostEstimator.Pricing.ExchangeRates;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.ExchangeRates;

public sealed class BulletinTests
{
    private static readonly DateOnly Day = new(2026, 9, 18);
    private static readonly Currency Lira = Currency.FromCode("TRY");
    private static readonly Currency Dollar = Currency.FromCode("USD");
    private static readonly Currency Euro = Currency.FromCode("EUR");
    private static readonly Currency Yen = Currency.FromCode("JPY");
    private static readonly ExchangeRate Dollars = new(Dollar, 1, 48.6116m, 48.6992m);
    private static readonly ExchangeRate Yens = new(Yen, 100, 30.7666m, 30.9704m);
    private static readonly Bulletin Bulletin = new("2026/176", Day, [Dollars, Yens]);

    [Fact]
    public void Constructor_NumberDayAndRates_KeepsThemByCode()
    {
        Assert.Equal("2026/176", Bulletin.Number);
        Assert.Equal(Day, Bulletin.Day);
        Assert.Equal([Yens, Dollars], Bulletin.Rates);
        Assert.Equal("2026/176", Bulletin.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void Constructor_NoNumber_Throws(string? number) =>
        Assert.ThrowsAny<ArgumentException>(() => new Bulletin(number!, Day, [Dollars]));

    [Fact]
    public void Constructor_NoRate_Throws() => Assert.Throws<ArgumentException>("rates", () => new Bulletin("2026/176", Day, []));

    [Fact]
    public void Constructor_CurrencyTwice_Throws() => Assert.Throws<ArgumentException>(
        "rates", () => new Bulletin("2026/176", Day, [Dollars, Yens, new ExchangeRate(Dollar, 100, 4861, 4869)]));

    [Fact]
    public void Base_Always_IsTheLira() => Assert.Equal(Lira, Bulletin.Base);

    [Fact]
    public void Currencies_RatesAndTheLira_AreByCode() =>
        Assert.Equal(["JPY", "TRY", "USD"], Bulletin.Currencies.Select(currency => currency.Code));

    [Fact]
    public void Find_Currency_IsItsRateOrNull()
    {
        Assert.Same(Dollars, Bulletin.Find(Dollar));
        Assert.Same(Yens, Bulletin.Find(Yen));
        Assert.Null(Bulletin.Find(Euro));
        Assert.Null(Bulletin.Find(Lira));
    }

    [Fact]
    public void Convert_CurrenciesWithARateOrTheLira_SaysFromWhichToWhich()
    {
        Assert.Equal((Dollar, Yen), Ends(Bulletin.Convert(Dollar, Yen)));
        Assert.Equal((Dollar, Lira), Ends(Bulletin.Convert(Dollar, Lira)));
        Assert.Equal((Lira, Yen), Ends(Bulletin.Convert(Lira, Yen)));
    }

    [Fact]
    public void Convert_Again_IsTheSame()
    {
        Assert.Same(Bulletin.Convert(Dollar, Yen), Bulletin.Convert(Dollar, Yen));
        Assert.NotSame(Bulletin.Convert(Dollar, Yen), Bulletin.Convert(Yen, Dollar));
    }

    [Fact]
    public void Convert_ACurrencyWithoutARate_IsNull()
    {
        Assert.Null(Bulletin.Convert(Euro, Dollar));
        Assert.Null(Bulletin.Convert(Dollar, Euro));
        Assert.Null(Bulletin.Convert(Lira, Euro));
        Assert.Null(Bulletin.Convert(Euro, Lira));
    }

    private static (Currency From, Currency To) Ends(Conversion? conversion)
    {
        Assert.NotNull(conversion);
        return (conversion.From, conversion.To);
    }
}
