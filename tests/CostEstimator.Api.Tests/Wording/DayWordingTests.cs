using CostEstimator.Api.Tests.Fixture;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>Days in sentences.</summary>
public sealed class DayWordingTests(SeedHost seed) : IClassFixture<SeedHost>
{
    [Theory]
    [InlineData("en", "September 18, 2026")]
    [InlineData("ru", "18 сентября 2026 г.")]
    [InlineData("tr", "18 Eylül 2026")]
    public async Task GetEstimate_Converted_NamesTheDayOfTheBulletin(string language, string day)
    {
        var answer = await seed.Client.EstimateAsync($"item=allogeneic-bmt&fact=donor:related&currency=EUR&on=2026-11-22&language={language}");

        foreach (var code in new[] { "converted", "stale-rates" })
        {
            var note = answer.At("/notes").EnumerateArray().Single(note => note.GetProperty("code").GetString() == code).GetProperty("text").GetString();
            Assert.Contains(day, note, StringComparison.Ordinal);
        }

        Assert.Equal("2026-09-18", answer.StringAt("/exchange/day"));
    }

    [Theory]
    [InlineData("2026-09-18", false)]
    [InlineData("2026-09-25", false)]
    [InlineData("2026-09-26", true)]
    public async Task GetEstimate_BulletinOfSomeDays_IsCalledOldAfterAWeek(string on, bool isStale)
    {
        var answer = await seed.Client.EstimateAsync($"item=chemotherapy&currency=RUB&on={on}&language=ru");

        Assert.Equal(isStale, answer.At("/exchange/stale").GetBoolean());
        Assert.Equal(isStale, answer.At("/notes").EnumerateArray().Any(note => note.GetProperty("code").GetString() == "stale-rates"));
    }

    [Theory]
    [InlineData("en", "This quote is valid through December 21, 2026.")]
    [InlineData("ru", "Расчёт действителен по 21 декабря 2026 г. включительно.")]
    [InlineData("tr", "Bu fiyat hesabı 21 Aralık 2026 günü sonuna kadar geçerlidir.")]
    public async Task PostQuote_AnyLanguage_SaysTheLastDayOnWhichItIsValid(string language, string text)
    {
        var answer = await seed.Client.PostQuoteAsync($$"""{"items":[{"treatment":"chemotherapy"}],"language":"{{language}}"}""");

        Assert.Equal("2026-12-22", answer.StringAt("/validUntil"));
        Assert.Equal(text, answer.StringAt("/validityText"));
    }

    [Theory]
    [InlineData("2027-01-01", "31 декабря 2026 г.")]
    [InlineData("2028-03-01", "29 февраля 2028 г.")]
    [InlineData("2027-05-02", "1 мая 2027 г.")]
    public void Validity_FirstDayOfAMonthOrYear_NamesTheDayBefore(string until, string day)
    {
        Assert.Contains(day, ShippedTexts.In(Language.Ru).Validity(DateOnly.Parse(until, null)), StringComparison.Ordinal);
    }

    [Fact]
    public void Day_EveryMonth_IsDeclinedInRussian()
    {
        string[] months = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

        Assert.Equal(months.Select(month => $"3 {month} 2026 г."), Enumerable.Range(1, 12).Select(month => LocalFormat.Russian.Day(new DateOnly(2026, month, 3))));
    }
}
