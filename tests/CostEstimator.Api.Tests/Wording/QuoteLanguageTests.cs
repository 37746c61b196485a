using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>The language of a quote: that of its body, else of the headers that it was asked for with, and for ever.</summary>
public sealed class QuoteLanguageTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private const string Plain = """{"items":[{"treatment":"chemotherapy"}]}""";

    [Theory]
    [InlineData("""{"items":[{"treatment":"chemotherapy"}],"language":"ru"}""", "tr", "ru", "Химиотерапия")]
    [InlineData("""{"items":[{"treatment":"chemotherapy"}],"language":"en"}""", "tr", "en", "Chemotherapy")]
    [InlineData("""{"items":[{"treatment":"chemotherapy"}],"language":null}""", "tr", "tr", "Kemoterapi")]
    [InlineData(Plain, "kk, ru;q=0.8", "ru", "Химиотерапия")]
    [InlineData(Plain, "", "en", "Chemotherapy")]
    public async Task PostQuote_LanguageOfTheBody_BeatsAcceptLanguage(string body, string accept, string language, string name)
    {
        var answer = await seed.Client.PostQuoteAsync(body, ("Accept-Language", accept));

        Assert.Equal(201, answer.Status);
        Assert.Equal(language, answer.Header("Content-Language"));
        Assert.Equal("Accept-Language", answer.Header("Vary"));
        Assert.Equal(language, answer.StringAt("/language"));
        Assert.Equal(name, answer.StringAt("/lines/0/name"));
    }

    [Theory]
    [InlineData("""{"items":[{"treatment":"chemo"}],"language":"ru"}""", "unknown-treatment", "Вида лечения с кодом «chemo» нет.")]
    [InlineData("""{"language":"ru"}""", "nothing-to-price", "В запросе нет ни позиций, ни программы. Укажите хотя бы одну позицию кодом вида лечения или программу.")]
    [InlineData("""{"items":[{"treatment":"chemotherapy"}],"currency":"KZT","language":"ru"}""", "no-exchange-rate", "Нет курса для пересчёта из USD в KZT: в бюллетене № 2026/176 от 18 сентября 2026 г. он не указан.")]
    public async Task PostQuote_RefusedWithALanguageInTheBody_IsWordedInIt(string body, string code, string detail)
    {
        var answer = await seed.Client.PostQuoteAsync(body, ("Accept-Language", "tr"));

        answer.AssertRefused(422, code);
        Assert.Equal("ru", answer.Header("Content-Language"));
        Assert.Equal(detail, answer.StringAt("/detail"));
    }

    [Theory]
    [InlineData("kk")]
    [InlineData("RU")]
    [InlineData("")]
    public async Task PostQuote_UnknownLanguageInTheBody_IsRefusedInTheOneThatTheClientPrefers(string language)
    {
        var answer = await seed.Client.PostQuoteAsync($$"""{"items":[{"treatment":"chemotherapy"}],"language":"{{language}}"}""", ("Accept-Language", "tr"));

        answer.AssertRefused(422, "unknown-language", "/language");
        Assert.Equal("tr", answer.Header("Content-Language"));
        Assert.Equal("Bilinmeyen dil", answer.StringAt("/title"));
        Assert.Equal(["en", "ru", "tr"], answer.At("/errors/0/known").EnumerateArray().Select(code => code.GetString()));
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("tr")]
    [InlineData("en")]
    public async Task GetQuote_WhateverTheReaderPrefers_IsInTheLanguageInWhichItWasIssued(string language)
    {
        var issued = await seed.Client.PostQuoteAsync(Plain, ("Accept-Language", language));

        foreach (var reader in new[] { "ru", "tr", "en", "kk", "*;q=0" })
        {
            var read = await seed.Client.FetchAsync(issued.Header("Location")!, ("Accept-Language", reader));
            Assert.Equal(200, read.Status);
            Assert.Equal(issued.Body, read.Body);
            Assert.Equal(language, read.Header("Content-Language"));
        }
    }

    [Fact]
    public async Task GetQuote_Expired_IsStillInTheLanguageInWhichItWasIssued()
    {
        await using var host = await EstimatorHost.StartAsync();
        var issued = await host.Client.PostQuoteAsync(Plain, ("Accept-Language", "ru"));

        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(40));
        var read = await host.Client.FetchAsync(issued.Header("Location")!, ("Accept-Language", "tr"));

        Assert.Equal("expired", read.StringAt("/status"));
        Assert.Equal("ru", read.Header("Content-Language"));
        Assert.Equal(ShownTexts.In(issued.Json), ShownTexts.In(read.Json));
        Assert.DoesNotContain("\\u04", read.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("ru", "Это пример из документации")]
    [InlineData("tr", "Bu, belgelerdeki örnektir")]
    [InlineData("en", "This is the example of the documentation")]
    public async Task GetQuote_ReferenceOfTheDocumentation_IsInTheLanguageOfTheReader(string language, string note)
    {
        var answer = await seed.Client.FetchAsync("/v1/quotes/Q-0000-0000-0000", ("Accept-Language", language));

        Assert.Equal(language, answer.Header("Content-Language"));
        Assert.Equal(language, answer.StringAt("/language"));
        Assert.StartsWith(note, answer.At("/notes").EnumerateArray().Last().GetProperty("text").GetString(), StringComparison.Ordinal);
    }
}
