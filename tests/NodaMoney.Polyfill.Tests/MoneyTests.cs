using System.Runtime.CompilerServices;

namespace NodaMoney.Polyfill.Tests;

public sealed class MoneyTests
{
    public static TheoryData<decimal, string, decimal> Roundings => new()
    {
        { 0.005m, "EUR", 0m },
        { 0.015m, "EUR", 0.02m },
        { 0.025m, "EUR", 0.02m },
        { 0.0250000001m, "EUR", 0.03m },
        { 2.344m, "USD", 2.34m },
        { 2.346m, "USD", 2.35m },
        { -0.015m, "TRY", -0.02m },
        { -0.025m, "TRY", -0.02m },
        { 0.5m, "JPY", 0m },
        { 1.5m, "JPY", 2m },
        { 2.5m, "JPY", 2m },
        { -2.5m, "JPY", -2m },
        { 0.0005m, "KWD", 0m },
        { 0.0015m, "KWD", 0.002m },
        { 0.00005m, "CLF", 0m },
        { 0.00015m, "CLF", 0.0002m },
        { 79228162514264337593543950335m, "EUR", decimal.MaxValue },
    };

    public static TheoryData<decimal, int> Scales => new()
    {
        { 10m, 0 },
        { 10.5m, 1 },
        { 10.50m, 2 },
        { 10.5000m, 2 },
        { 10.999m, 2 },
    };

    [Theory]
    [MemberData(nameof(Roundings))]
    public void Construction_ByCode_RoundsTiesToEven(decimal amount, string code, decimal expected) =>
        Assert.Equal(expected, new Money(amount, code).Amount);

    [Theory]
    [MemberData(nameof(Roundings))]
    public void Construction_ByCurrency_RoundsTiesToEven(decimal amount, string code, decimal expected) =>
        Assert.Equal(expected, new Money(amount, Currency.FromCode(code)).Amount);

    [Theory]
    [MemberData(nameof(Scales))]
    public void Construction_FewerDigits_AreNotPadded(decimal amount, int scale) =>
        Assert.Equal(scale, new Money(amount, "EUR").Amount.Scale);

    [Fact]
    public void Construction_ByCodeCurrencyOrInfo_GivesTheSame()
    {
        var byCode = new Money(12.34m, "RUB");

        Assert.Equal("RUB", byCode.Currency.Code);
        Assert.Equal(byCode, new Money(12.34m, Currency.FromCode("RUB")));
        Assert.Equal(byCode, new Money(12.34m, CurrencyInfo.FromCode("RUB")));
    }

    [Theory]
    [MemberData(nameof(CurrencyInfoTests.UnknownCodes), MemberType = typeof(CurrencyInfoTests))]
    public void Construction_UnknownCode_ThrowsInvalidCurrency(string code) =>
        Assert.Throws<InvalidCurrencyException>(() => new Money(1m, code));

    [Fact]
    public void Construction_NullCode_ThrowsArgumentNull()
    {
        string code = null!;

        Assert.Throws<ArgumentNullException>(() => new Money(1m, code));
    }

    [Fact]
    public void Deconstruct_Always_GivesAmountAndCurrency()
    {
        var (amount, currency) = new Money(7.25m, "AZN");

        Assert.Equal(7.25m, amount);
        Assert.Equal(Currency.FromCode("AZN"), currency);
    }

    [Fact]
    public void Default_Always_IsZeroInNoCurrency()
    {
        Assert.Equal(0m, default(Money).Amount);
        Assert.Equal(default, default(Money).Currency);
    }

    [Fact]
    public void Size_Always_IsAtMostThreeWords() => Assert.InRange(Unsafe.SizeOf<Money>(), 16, 24);
}
