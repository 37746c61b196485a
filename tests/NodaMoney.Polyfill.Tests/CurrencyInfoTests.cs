namespace NodaMoney.Polyfill.Tests;

public sealed class CurrencyInfoTests
{
    public static TheoryData<string> UnknownCodes => ["AAA", "eur", "Eur", "EU", "EURO", " EUR", "EUR ", "978", "€", ""];

    public static TheoryData<string, string> CodesByDigits => new()
    {
        { "0", "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF" },
        { "2", "USD EUR TRY RUB KZT UZS AZN" },
        { "2", "AED AMD BYN CHF CNY CZK GBP GEL HUF INR IRR KGS KPW LAK LBP MDL PLN RON SEK SLE TJS TMT UAH VED XCG ZWG" },
        { "3", "BHD IQD JOD KWD LYD OMR TND" },
        { "4", "CLF UYW" },
    };

    [Theory]
    [MemberData(nameof(CodesByDigits))]
    public void DecimalDigits_KnownCurrency_AreThoseOfIso4217(string digits, string codes)
    {
        foreach (var code in codes.Split(' '))
        {
            var currency = CurrencyInfo.FromCode(code);

            Assert.Equal($"{code} {digits}", $"{currency.Code} {currency.DecimalDigits}");
        }
    }

    [Theory]
    [MemberData(nameof(UnknownCodes))]
    public void FromCode_UnknownCode_ThrowsInvalidCurrency(string code) =>
        Assert.Throws<InvalidCurrencyException>(() => CurrencyInfo.FromCode(code));

    [Fact]
    public void FromCode_UnknownCode_ThrowsAnInvalidOperation() =>
        Assert.ThrowsAny<InvalidOperationException>(() => CurrencyInfo.FromCode("AAA"));

    [Fact]
    public void FromCode_Null_ThrowsArgumentNull() =>
        Assert.Throws<ArgumentNullException>(() => CurrencyInfo.FromCode(null!));

    [Fact]
    public void TryFromCode_KnownCode_GivesTheSameAsFromCode()
    {
        Assert.True(CurrencyInfo.TryFromCode("KWD", out var currency));
        Assert.Equal(CurrencyInfo.FromCode("KWD"), currency);
        Assert.Equal("KWD", currency.Code);
    }

    [Theory]
    [MemberData(nameof(UnknownCodes))]
    [InlineData(null)]
    public void TryFromCode_UnknownCode_GivesFalseAndNull(string? code)
    {
        Assert.False(CurrencyInfo.TryFromCode(code!, out var currency));
        Assert.Null(currency);
    }

    [Fact]
    public void ConversionToCurrency_KnownCurrency_KeepsTheCode()
    {
        Currency currency = CurrencyInfo.FromCode("TRY");

        Assert.Equal("TRY", currency.Code);
        Assert.Equal(Currency.FromCode("TRY"), currency);
    }
}
