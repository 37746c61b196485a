using System.Runtime.CompilerServices;

namespace NodaMoney.Polyfill.Tests;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("AED")]
    [InlineData("JPY")]
    [InlineData("UYW")]
    [InlineData("ZMW")]
    public void FromCode_KnownCode_KeepsTheCode(string code) => Assert.Equal(code, Currency.FromCode(code).Code);

    [Theory]
    [MemberData(nameof(CurrencyInfoTests.UnknownCodes), MemberType = typeof(CurrencyInfoTests))]
    public void FromCode_UnknownCode_ThrowsInvalidCurrency(string code) =>
        Assert.Throws<InvalidCurrencyException>(() => Currency.FromCode(code));

    [Fact]
    public void FromCode_Null_ThrowsArgumentNull() =>
        Assert.Throws<ArgumentNullException>(() => Currency.FromCode(null!));

    [Fact]
    public void Equality_SameCode_IsEqualWithEqualHash()
    {
        var one = Currency.FromCode("EUR");
        Currency other = CurrencyInfo.FromCode("EUR");

        Assert.True(one == other);
        Assert.False(one != other);
        Assert.True(one.Equals((object)other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void Equality_OtherCode_IsUnequal()
    {
        var euro = Currency.FromCode("EUR");
        var dollar = Currency.FromCode("USD");

        Assert.False(euro == dollar);
        Assert.True(euro != dollar);
        Assert.False(euro.Equals((object)dollar));
    }

    [Fact]
    public void Default_Always_IsNoCurrency()
    {
        Assert.Equal("XXX", default(Currency).Code);
        Assert.NotEqual(Currency.FromCode("EUR"), default);
    }

    [Fact]
    public void Size_Always_IsAtMostTwoBytes() => Assert.InRange(Unsafe.SizeOf<Currency>(), 1, 2);
}
