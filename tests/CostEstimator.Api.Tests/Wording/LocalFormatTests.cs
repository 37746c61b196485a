using System.Globalization;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;
using NodaMoney;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>Numbers, amounts and days are written as the framework's CLDR data say, not by hand.</summary>
public sealed class LocalFormatTests
{
    private static readonly decimal[] Amounts = [0, 1, 12.5m, 999.99m, 1000, 1234567.89m, 98765432109876.54m];

    [Theory]
    [InlineData(Language.En, "en-US", "USD")]
    [InlineData(Language.Ru, "ru-RU", "RUB")]
    [InlineData(Language.Tr, "tr-TR", "TRY")]
    public void Amount_CurrencyOfTheRegion_IsWhatTheFrameworkWrites(Language language, string culture, string currency)
    {
        var framework = CultureInfo.GetCultureInfo(culture);

        Assert.All(Amounts, amount => Assert.Equal(
            amount.ToString("C2", framework).Replace(' ', '\u00a0'), LocalFormat.Of(language).Amount(new Money(amount, currency), 2)));
    }

    [Theory]
    [InlineData(Language.En, "en-US", "EUR", "de-DE")]
    [InlineData(Language.Ru, "ru-RU", "USD", "en-US")]
    [InlineData(Language.Ru, "ru-RU", "EUR", "de-DE")]
    [InlineData(Language.Ru, "ru-RU", "TRY", "tr-TR")]
    [InlineData(Language.Tr, "tr-TR", "RUB", "ru-RU")]
    [InlineData(Language.Tr, "tr-TR", "KZT", "kk-KZ")]
    public void Amount_OtherCurrency_TakesTheSymbolOfItsRegionAndThePlaceOfTheLanguage(Language language, string culture, string currency, string region)
    {
        var framework = (NumberFormatInfo)CultureInfo.GetCultureInfo(culture).NumberFormat.Clone();
        framework.CurrencySymbol = new RegionInfo(region).CurrencySymbol;

        Assert.All(Amounts, amount => Assert.Equal(
            amount.ToString("C2", framework).Replace(' ', '\u00a0'), LocalFormat.Of(language).Amount(new Money(amount, currency), 2)));
    }

    [Theory]
    [InlineData(Language.En, "en-US")]
    [InlineData(Language.Ru, "ru-RU")]
    [InlineData(Language.Tr, "tr-TR")]
    public void Number_AnyDecimals_IsWhatTheFrameworkWrites(Language language, string culture)
    {
        var framework = CultureInfo.GetCultureInfo(culture);

        Assert.All(Amounts, amount => Assert.All([0, 2, 3], decimals => Assert.Equal(
            amount.ToString($"N{decimals}", framework), LocalFormat.Of(language).Number(new Money(decimal.Round(amount, 2), "USD"), decimals))));
        Assert.All([1, 999, 1000], count => Assert.Equal(count.ToString("N0", framework), LocalFormat.Of(language).Count(count)));
    }

    [Theory]
    [InlineData(Language.En, "en-US")]
    [InlineData(Language.Ru, "ru-RU")]
    [InlineData(Language.Tr, "tr-TR")]
    public void Day_EveryDayOfAYear_HasTheMonthOfTheFrameworkAsItStandsInADate(Language language, string culture)
    {
        var format = CultureInfo.GetCultureInfo(culture).DateTimeFormat;

        for (var day = new DateOnly(2028, 1, 1); day.Year == 2028; day = day.AddDays(1))
        {
            var parts = LocalFormat.Of(language).Day(day).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            Assert.Contains(format.MonthGenitiveNames[day.Month - 1], parts);
            Assert.Contains(day.Day.ToString(CultureInfo.InvariantCulture), parts);
            Assert.Contains("2028", parts);
        }
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("de-CH")]
    public void Amount_CultureOfTheMachine_HasNoSayInIt(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal("1\u00a0234,50\u00a0$", LocalFormat.Russian.Amount(new Money(1234.5m, "USD"), 2));
            Assert.Equal("1.234,50", LocalFormat.Turkish.Number(new Money(1234.5m, "USD"), 2));
            Assert.Equal("18 Eylül 2026", LocalFormat.Turkish.Day(new DateOnly(2026, 9, 18)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
