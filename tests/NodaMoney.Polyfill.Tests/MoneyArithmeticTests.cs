namespace NodaMoney.Polyfill.Tests;

public sealed class MoneyArithmeticTests
{
    private static readonly Money TenEuros = new(10m, "EUR");
    private static readonly Money TenDollars = new(10m, "USD");
    private static readonly Money NoDollars = new(0m, "USD");

    public static TheoryData<string, decimal, decimal, decimal> Products => new()
    {
        { "EUR", 0.05m, 0.5m, 0.02m },
        { "EUR", 0.15m, 0.5m, 0.08m },
        { "EUR", -0.05m, 0.5m, -0.02m },
        { "EUR", 10.10m, 3m, 30.30m },
        { "EUR", 10.10m, 0m, 0m },
        { "JPY", 5m, 0.5m, 2m },
        { "JPY", 7m, 0.5m, 4m },
        { "KWD", 0.005m, 0.5m, 0.002m },
    };

    public static TheoryData<string, decimal, decimal, decimal> Quotients => new()
    {
        { "EUR", 0.05m, 2m, 0.02m },
        { "EUR", 0.15m, 2m, 0.08m },
        { "EUR", 1m, 3m, 0.33m },
        { "EUR", 2m, 3m, 0.67m },
        { "JPY", 5m, 2m, 2m },
        { "JPY", 7m, 2m, 4m },
        { "KWD", 1m, 3m, 0.333m },
        { "EUR", 10m, -4m, -2.5m },
    };

    [Fact]
    public void Addition_SameCurrency_Adds() => Assert.Equal(new Money(12.34m, "EUR"), TenEuros + new Money(2.34m, "EUR"));

    [Fact]
    public void Subtraction_SameCurrency_Subtracts()
    {
        Assert.Equal(new Money(-2.34m, "EUR"), TenEuros - new Money(12.34m, "EUR"));
        Assert.Equal(new Money(0m, "EUR"), TenEuros - TenEuros);
    }

    [Fact]
    public void AdditionAndSubtraction_OtherCurrency_ThrowInvalidCurrency()
    {
        Assert.Throws<InvalidCurrencyException>(() => TenEuros + TenDollars);
        Assert.Throws<InvalidCurrencyException>(() => TenEuros - TenDollars);
    }

    [Fact]
    public void AdditionAndSubtraction_ZeroInOtherCurrency_CountsAsNothing()
    {
        Assert.Equal(TenEuros, TenEuros + NoDollars);
        Assert.Equal(TenEuros, NoDollars + TenEuros);
        Assert.Equal(TenEuros, TenEuros - NoDollars);
        Assert.Equal(-TenEuros, NoDollars - TenEuros);
    }

    [Fact]
    public void AdditionAndSubtraction_BeyondADecimal_ThrowOverflow()
    {
        var greatest = new Money(decimal.MaxValue, "EUR");

        Assert.Throws<OverflowException>(() => greatest + TenEuros);
        Assert.Throws<OverflowException>(() => -greatest - TenEuros);
        Assert.Throws<OverflowException>(() => greatest * 2m);
    }

    [Fact]
    public void Negation_Always_TurnsTheSign()
    {
        Assert.Equal(new Money(-10m, "EUR"), -TenEuros);
        Assert.Equal(TenEuros, -(-TenEuros));
        Assert.Equal(NoDollars, -NoDollars);
    }

    [Theory]
    [MemberData(nameof(Products))]
    public void Multiplication_EitherOrder_RoundsTiesToEven(string code, decimal amount, decimal factor, decimal expected)
    {
        var money = new Money(amount, code);

        Assert.Equal(new Money(expected, code), money * factor);
        Assert.Equal(new Money(expected, code), factor * money);
    }

    [Theory]
    [MemberData(nameof(Quotients))]
    public void Division_ByANumber_RoundsTiesToEven(string code, decimal amount, decimal divisor, decimal expected) =>
        Assert.Equal(new Money(expected, code), new Money(amount, code) / divisor);

    [Fact]
    public void Division_ByZero_Throws() => Assert.Throws<DivideByZeroException>(() => TenEuros / 0m);

    [Fact]
    public void Result_FewerDigitsThanTheCurrency_IsNotPadded()
    {
        Assert.Equal(0, (TenEuros + TenEuros).Amount.Scale);
        Assert.Equal(1, (TenEuros * 0.5m).Amount.Scale);
        Assert.Equal(1, (TenEuros / 4m).Amount.Scale);
        Assert.Equal(0, (TenEuros * 1.00m).Amount.Scale);
    }

    [Fact]
    public void Result_MoreDigitsThanTheCurrency_IsRoundedAtEveryStep()
    {
        var third = new Money(1m, "EUR") / 3m;

        Assert.Equal(new Money(0.99m, "EUR"), third * 3m);
        Assert.Equal(2, (TenEuros * 0.50000m).Amount.Scale);
    }
}
