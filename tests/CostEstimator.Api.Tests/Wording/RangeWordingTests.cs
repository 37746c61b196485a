using CostEstimator.Pricing.PriceLists;
using CostEstimator.Storage.PriceLists;
using NodaMoney;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>Ranges in each language. A tilde stands for a no-break space.</summary>
public sealed class RangeWordingTests
{
    [Theory]
    [InlineData("45000", null, "USD", "from $45,000", "от 45~000~$", "$45.000 ve üzeri")]
    [InlineData("60000", "80000", "USD", "$60,000 – $80,000", "60~000–80~000~$", "$60.000 – $80.000")]
    [InlineData("1500", "1500", "USD", "$1,500", "1~500~$", "$1.500")]
    [InlineData("0", "0", "USD", "free of charge", "бесплатно", "ücretsiz")]
    [InlineData("0", null, "USD", "from $0", "от 0~$", "$0 ve üzeri")]
    [InlineData("0", "100", "USD", "$0 – $100", "0–100~$", "$0 – $100")]

    // Decimals: of either end, or of none.
    [InlineData("1500.5", null, "USD", "from $1,500.50", "от 1~500,50~$", "$1.500,50 ve üzeri")]
    [InlineData("0.01", "0.01", "USD", "$0.01", "0,01~$", "$0,01")]
    [InlineData("100", "200.5", "USD", "$100.00 – $200.50", "100,00–200,50~$", "$100,00 – $200,50")]
    [InlineData("99.99", "200", "USD", "$99.99 – $200.00", "99,99–200,00~$", "$99,99 – $200,00")]
    [InlineData("52178.33", "69822.02", "EUR", "€52,178.33 – €69,822.02", "52~178,33–69~822,02~€", "€52.178,33 – €69.822,02")]

    // Currencies with a symbol that readers know, and those that show their code.
    [InlineData("5020649", null, "RUB", "from ₽5,020,649", "от 5~020~649~₽", "₽5.020.649 ve üzeri")]
    [InlineData("2916696", "5356912", "TRY", "₺2,916,696 – ₺5,356,912", "2~916~696–5~356~912~₺", "₺2.916.696 – ₺5.356.912")]
    [InlineData("1000", "2000", "KZT", "₸1,000 – ₸2,000", "1~000–2~000~₸", "₸1.000 – ₸2.000")]
    [InlineData("9417689", "12662875", "JPY", "JPY~9,417,689 – JPY~12,662,875", "9~417~689–12~662~875~JPY", "JPY~9.417.689 – JPY~12.662.875")]
    [InlineData("1500", null, "GBP", "from GBP~1,500", "от 1~500~GBP", "GBP~1.500 ve üzeri")]
    [InlineData("1500", null, "CAD", "from CAD~1,500", "от 1~500~CAD", "CAD~1.500 ve üzeri")]

    // Other minor units.
    [InlineData("12.345", null, "KWD", "from KWD~12.345", "от 12,345~KWD", "KWD~12,345 ve üzeri")]
    [InlineData("1", "2.5", "KWD", "KWD~1.000 – KWD~2.500", "1,000–2,500~KWD", "KWD~1,000 – KWD~2,500")]
    [InlineData("12", "12", "KWD", "KWD~12", "12~KWD", "KWD~12")]

    // The greatest amount of the data, for the greatest quantity.
    [InlineData("1000000000000000", null, "USD", "from $1,000,000,000,000,000", "от 1~000~000~000~000~000~$", "$1.000.000.000.000.000 ve üzeri")]
    [InlineData("999999999999999.99", "1000000000000000", "USD", "$999,999,999,999,999.99 – $1,000,000,000,000,000.00", "999~999~999~999~999,99–1~000~000~000~000~000,00~$", "$999.999.999.999.999,99 – $1.000.000.000.000.000,00")]
    public void Range_AnyAmounts_IsWordedInEveryLanguage(string low, string? high, string currency, string en, string ru, string tr)
    {
        var range = new PriceRange(MoneyOf(low, currency), high is null ? null : MoneyOf(high, currency));

        Assert.Equal(en.Replace('~', '\u00a0'), ShippedTexts.In(Language.En).Range(range, isOnRequest: false).Text);
        Assert.Equal(ru.Replace('~', '\u00a0'), ShippedTexts.In(Language.Ru).Range(range, isOnRequest: false).Text);
        Assert.Equal(tr.Replace('~', '\u00a0'), ShippedTexts.In(Language.Tr).Range(range, isOnRequest: false).Text);
    }

    [Theory]
    [InlineData(Language.En, "price on request", "from $5")]
    [InlineData(Language.Ru, "цена по запросу", "от 5\u00a0$")]
    [InlineData(Language.Tr, "fiyat talep üzerine", "$5 ve üzeri")]
    public void Range_SomethingIsOnRequest_SaysSoWhereNothingIsKnown(Language language, string nothingKnown, string somethingKnown)
    {
        Assert.Equal(nothingKnown, ShippedTexts.In(language).Range(new PriceRange(MoneyOf("0", "USD"), null), isOnRequest: true).Text);
        Assert.Equal(somethingKnown, ShippedTexts.In(language).Range(new PriceRange(MoneyOf("5", "USD"), null), isOnRequest: true).Text);
    }

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.Ru)]
    [InlineData(Language.Tr)]
    public void Range_AnyCurrency_NeverBreaksInsideAnAmount(Language language)
    {
        foreach (var currency in new[] { "USD", "EUR", "RUB", "TRY", "KZT", "JPY", "KWD", "GBP", "CHF", "UZS" })
        {
            var text = ShippedTexts.In(language).Range(new PriceRange(MoneyOf("1234567", currency), MoneyOf("1234567", currency)), isOnRequest: false).Text;

            Assert.DoesNotContain(' ', text);
            Assert.DoesNotContain('\u202f', text);
        }
    }

    private static Money MoneyOf(string amount, string currency) => new(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), currency);
}
