using System.Diagnostics;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>The language of an answer to a request that names none.</summary>
public sealed class AcceptLanguageTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private static readonly Dictionary<string, string> Chemotherapy = new() { ["en"] = "Chemotherapy", ["ru"] = "Химиотерапия", ["tr"] = "Kemoterapi" };

    [Theory]

    // One language, with or without a region, in any case.
    [InlineData("en", "en")]
    [InlineData("ru", "ru")]
    [InlineData("tr", "tr")]
    [InlineData("RU", "ru")]
    [InlineData("ru-RU", "ru")]
    [InlineData("ru-KZ", "ru")]
    [InlineData("tr-TR", "tr")]
    [InlineData("TR-cy", "tr")]
    [InlineData("tr-Latn-TR", "tr")]
    [InlineData("en-GB", "en")]

    // Several: by their quality, then in their order.
    [InlineData("tr, ru", "tr")]
    [InlineData("ru, tr", "ru")]
    [InlineData("en;q=0.5, ru;q=0.7, tr;q=0.6", "ru")]
    [InlineData("tr;q=0.2, ru;q=0.2, en;q=0.2", "tr")]
    [InlineData("tr;q=0.001, en;q=0", "tr")]
    [InlineData("ru;q=0.999, tr;q=1.0", "tr")]
    [InlineData("ru-RU, ru;q=0.9, en-US;q=0.8, en;q=0.7", "ru")]
    [InlineData("en-US, en;q=0.9, ru;q=0.8", "en")]
    [InlineData("ru-RU;q=0.1, tr;q=0.5, ru;q=0.9", "ru")]
    [InlineData("ru ; q=0.5 , tr ; q=0.4", "ru")]

    // Languages that are not spoken here are passed over.
    [InlineData("kk, ru;q=0.8", "ru")]
    [InlineData("kk-KZ, uz;q=0.9, tr;q=0.3", "tr")]
    [InlineData("kk", "en")]
    [InlineData("rus", "en")]
    [InlineData("trv, rue", "en")]

    // What is not wanted, and whatever else is.
    [InlineData("ru;q=0", "en")]
    [InlineData("en, ru;q=0", "en")]
    [InlineData("ru;q=0, tr;q=0.1", "tr")]
    [InlineData("ru;q=0.000, *;q=0.5", "en")]
    [InlineData("*", "en")]
    [InlineData("*, ru", "ru")]
    [InlineData("kk, *;q=0.5", "en")]
    [InlineData("*;q=0.1, tr;q=0.2", "tr")]
    [InlineData("en;q=0, *", "ru")]
    [InlineData("en;q=0, ru;q=0, *;q=0.1", "tr")]
    [InlineData("*;q=0, tr;q=0.1", "tr")]
    [InlineData("*;q=0", "en")]
    [InlineData("en;q=0, ru;q=0, tr;q=0", "en")]
    public async Task Get_AcceptLanguage_IsReadAsHttpSays(string accept, string language)
    {
        var answer = await seed.Client.FetchAsync("/v1/treatments/chemotherapy", ("Accept-Language", accept));

        Assert.Equal(200, answer.Status);
        Assert.Equal(language, answer.Header("Content-Language"));
        Assert.Equal(Chemotherapy[language], answer.StringAt("/name"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(",")]
    [InlineData(";;;")]
    [InlineData("q=1")]
    [InlineData("ru;q=x")]
    [InlineData("ru;q=1.5")]
    [InlineData("ru;q=-1")]
    [InlineData("ru_RU")]
    [InlineData("\"ru\"")]
    [InlineData("' OR 1=1 --")]
    public async Task Get_MalformedAcceptLanguage_IsAnsweredInEnglish(string accept)
    {
        var answer = await seed.Client.FetchAsync("/v1/treatments/chemotherapy", ("Accept-Language", accept));

        Assert.Equal(200, answer.Status);
        Assert.Equal("en", answer.Header("Content-Language"));
    }

    [Theory]
    [InlineData("ru@, tr")]
    [InlineData(";;;, tr;q=0.4")]
    [InlineData("tr,, ,")]
    [InlineData("kk;level=1, tr")]
    public async Task Get_PartlyMalformedAcceptLanguage_KeepsWhatCanBeRead(string accept)
    {
        var answer = await seed.Client.FetchAsync("/v1/treatments/chemotherapy", ("Accept-Language", accept));

        Assert.Equal("tr", answer.Header("Content-Language"));
    }

    [Theory]
    [InlineData("kk,", "ru")]
    [InlineData("kk;q=0.5, ", "ru")]
    [InlineData(";,", "ru")]
    [InlineData("a-", "ru")]
    [InlineData("ru-x;q=0.1,", "ru")]
    public async Task Get_VeryLongAcceptLanguage_IsAnsweredQuickly(string repeated, string last)
    {
        var accept = string.Concat(Enumerable.Repeat(repeated, 24_000 / repeated.Length)) + last;
        var watch = Stopwatch.StartNew();

        var answer = await seed.Client.FetchAsync("/v1/treatments/chemotherapy", ("Accept-Language", accept));

        Assert.Equal(200, answer.Status);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public async Task Get_SeveralHeaders_CountAsOne()
    {
        const string Head = "GET /v1/treatments/chemotherapy HTTP/1.1\nAccept-Language: kk, en;q=0.3\nAccept-Language: tr;q=0.6\nAccept-Language: ru;q=0.4";

        var answer = await RawHttp.SendAsync(seed.Host.Address, Head);

        Assert.Equal(200, answer.Status);
        Assert.Equal("tr", answer.Header("Content-Language"));
    }

    [Fact]
    public async Task Get_AcceptLanguageBeyondAscii_IsAnsweredInEnglish()
    {
        var answer = await RawHttp.SendAsync(seed.Host.Address, "GET /v1/treatments/chemotherapy HTTP/1.1\nAccept-Language: русский");

        Assert.Equal(200, answer.Status);
        Assert.Equal("en", answer.Header("Content-Language"));
    }

    [Fact]
    public async Task Get_NoAcceptLanguage_IsAnsweredInEnglish()
    {
        var answer = await seed.Client.FetchAsync("/v1/treatments/chemotherapy");

        Assert.Equal("en", answer.Header("Content-Language"));
        Assert.Equal("Chemotherapy", answer.StringAt("/name"));
    }
}
