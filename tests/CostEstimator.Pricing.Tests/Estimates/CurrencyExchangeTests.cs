using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.ExchangeRates;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.Estimates;

public sealed class CurrencyExchangeTests
{
    private static readonly Currency Dollar = Currency.FromCode("USD");
    private static readonly Currency Euro = Currency.FromCode("EUR");
    private static readonly Currency Lira = Currency.FromCode("TRY");
    private static readonly Bulletin Bulletin = new("2026/176", new DateOnly(2026, 9, 18), [new ExchangeRate(Dollar, 1, 48, 49)]);

    [Fact]
    public void TryConvert_TheCurrencyOfTheEstimate_NeedsNoConversion()
    {
        var exchange = new CurrencyExchange(null, Dollar);

        Assert.True(exchange.TryConvert(Dollar, out var conversion));
        Assert.Null(conversion);
        Assert.Null(exchange.Result);
    }

    [Fact]
    public void TryConvert_AnotherCurrency_IsThatOfTheBulletinAndTheSameEachTime()
    {
        var exchange = new CurrencyExchange(Bulletin, Lira);

        Assert.True(exchange.TryConvert(Dollar, out var first));
        Assert.True(exchange.TryConvert(Dollar, out var second));

        Assert.Equal((Dollar, Lira, 48m, 49m), (first!.From, first.To, first.Buying, first.Selling));
        Assert.Same(first, second);
        Assert.Same(first, exchange.Result!.Conversions.Single());
        Assert.Same(Bulletin, exchange.Result.Bulletin);
    }

    [Fact]
    public void TryConvert_NoRate_IsNotPossible()
    {
        var exchange = new CurrencyExchange(Bulletin, Lira);

        Assert.False(exchange.TryConvert(Euro, out var conversion));
        Assert.Null(conversion);
        Assert.Null(exchange.Result);
    }

    [Fact]
    public void TryConvert_NoBulletin_IsNotPossible() => Assert.False(new CurrencyExchange(null, Lira).TryConvert(Dollar, out _));

    [Fact]
    public void Result_Several_AreByCode()
    {
        var bulletin = new Bulletin("2026/176", new DateOnly(2026, 9, 18), [.. Bulletin.Rates, new ExchangeRate(Euro, 1, 55, 56)]);
        var exchange = new CurrencyExchange(bulletin, Euro);

        Assert.True(exchange.TryConvert(Dollar, out _));
        Assert.True(exchange.TryConvert(Euro, out _));
        Assert.True(exchange.TryConvert(Lira, out _));

        Assert.Equal([Lira, Dollar], exchange.Result!.Conversions.Select(conversion => conversion.From));
    }
}
