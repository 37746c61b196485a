using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>Sources are shown by their translations, or as the data on them say.</summary>
public sealed class SourceWordingTests(SeedHost seed) : IClassFixture<SeedHost>
{
    [Theory]
    [InlineData("en", "Leukaemia treatment in Turkey: price list", "Bulleted list of prices")]
    [InlineData("ru", "Лечение лейкоза в Турции: прайс-лист", "Маркированный список цен")]
    [InlineData("tr", "Türkiye’de lösemi tedavisi: fiyat listesi", "Sayfanın sonuna doğru")]
    public async Task Get_SourceWithTexts_IsTranslatedWhereverItIsShown(string language, string title, string locator)
    {
        var rule = await seed.Client.FetchAsync($"/v1/price-rules/chemotherapy-from-list?language={language}");
        var estimate = await seed.Client.EstimateAsync($"item=chemotherapy&language={language}");

        Assert.Equal(title, rule.StringAt("/source/title"));
        Assert.StartsWith(locator, rule.StringAt("/source/locator"), StringComparison.Ordinal);
        Assert.Equal(rule.At("/source").GetRawText(), estimate.At("/lines/0/basis/0/source").GetRawText());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("tr")]
    public async Task Get_AnyLanguage_LeavesThePublisherAsItIs(string language)
    {
        var rule = await seed.Client.FetchAsync($"/v1/price-rules/chemotherapy-from-list?language={language}");

        Assert.Equal("Medikal & Estetik Group", rule.StringAt("/source/publisher"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("tr")]
    public async Task Get_SourceWithoutTexts_IsShownAsTheDataSay(string language)
    {
        using var data = new ChangedData()
            .WithoutText("source.leukaemia-page-price-list.title").WithoutText("source.leukaemia-page-price-list.locator")
            .Row("sources.csv", "leaflet,A leaflet,A clinic,Page 1,2026-11-01")
            .Row("price-rules.csv", "radiation-from-leaflet,radiation-therapy,,USD,700,,,,leaflet,")
            .Text("source.leaflet.title", "The leaflet", "Буклет", "Broşür");
        await using var host = await data.StartAsync();

        var list = await host.Client.FetchAsync($"/v1/price-rules/chemotherapy-from-list?language={language}");
        var leaflet = await host.Client.FetchAsync($"/v1/price-rules/radiation-from-leaflet?language={language}");

        Assert.Equal("Leukaemia treatment in Turkey: price list", list.StringAt("/source/title"));
        Assert.StartsWith("Bulleted list of prices", list.StringAt("/source/locator"), StringComparison.Ordinal);
        Assert.Equal(language switch { "ru" => "Буклет", "tr" => "Broşür", _ => "The leaflet" }, leaflet.StringAt("/source/title"));
        Assert.Equal("Page 1", leaflet.StringAt("/source/locator"));
    }
}
