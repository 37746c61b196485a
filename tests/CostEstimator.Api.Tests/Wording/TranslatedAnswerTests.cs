using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>No answer in Russian or Turkish has an English sentence: what is answered when all is well.</summary>
public sealed class TranslatedAnswerTests(SeedHost seed) : IClassFixture<SeedHost>
{
    public static TheoryData<string> Catalogue =>
    [
        "/v1/treatments", "/v1/treatments/chemotherapy", "/v1/treatments/allogeneic-bmt", "/v1/treatments/donor-search",
        "/v1/price-rules", "/v1/price-rules?treatment=autologous-bmt&on=2020-01-01", "/v1/price-rules/chemotherapy-from-list",
        "/v1/price-rules/coordination-free-of-charge", "/v1/programmes", "/v1/programmes/acute-leukaemia", "/v1/quotes/Q-0000-0000-0000",
    ];

    public static TheoryData<string> Estimates =>
    [
        "item=chemotherapy", "item=chemotherapy:4-6", "item=chemotherapy:21-", "item=chemotherapy:1000&item=chemotherapy:2",
        "item=allogeneic-bmt", "item=allogeneic-bmt&fact=donor:related&currency=EUR", "item=allogeneic-bmt&fact=donor:unrelated&currency=JPY",
        "item=autologous-bmt", "item=coordination", "item=coordination:1-", "item=donor-search", "item=radiation-therapy:2-5",
        "item=specialist-consultation&item=diagnostic-work-up:11", "item=chemotherapy&currency=TRY&on=2026-09-18", "item=chemotherapy&on=2000-01-01",
        "programme=acute-leukaemia", "programme=acute-leukaemia&currency=RUB", "programme=acute-leukaemia&currency=EUR", "programme=acute-leukaemia&currency=USD",
        "programme=acute-leukaemia&currency=JPY&on=2026-09-19", "programme=acute-leukaemia&fact=transplant:none&fact=consolidation:radiation-therapy",
        "programme=acute-leukaemia&fact=transplant:autologous&currency=RUB", "programme=acute-leukaemia&fact=transplant:allogeneic&fact=donor:unrelated",
        "programme=acute-leukaemia&item=coordination&fact=transplant:allogeneic&fact=donor:related&currency=TRY",
    ];

    [Theory]
    [MemberData(nameof(Catalogue))]
    public async Task Get_Catalogue_IsTranslated(string path)
    {
        await Polyglot.AssertTranslatedAsync(200, language => seed.Client.FetchAsync(path, language));
    }

    [Theory]
    [MemberData(nameof(Estimates))]
    public async Task GetEstimate_AnyKind_IsTranslated(string query)
    {
        await Polyglot.AssertTranslatedAsync(200, language => seed.Client.FetchAsync($"/v1/estimates?{query}", language));
    }

    [Fact]
    public async Task GetExchangeRates_AnyLanguage_HasNoTextToTranslate()
    {
        var answer = await seed.Client.FetchAsync("/v1/exchange-rates", ("Accept-Language", "ru"));

        Assert.Equal(200, answer.Status);
        Assert.Empty(ShownTexts.In(answer.Json));
        Assert.Equal("ru", answer.Header("Content-Language"));
    }

    [Theory]
    [InlineData("""{"items":[{"treatment":"chemotherapy","quantity":{"min":4,"max":6}}],"facts":{"donor":"related"}}""")]
    [InlineData("""{"items":[{"treatment":"coordination"},{"treatment":"donor-search"}]}""")]
    [InlineData("""{"programme":"acute-leukaemia","currency":"RUB"}""")]
    [InlineData("""{"programme":"acute-leukaemia","currency":"EUR","facts":{"transplant":"allogeneic"},"items":[{"treatment":"coordination"}]}""")]
    public async Task PostQuote_AnyKind_IsTranslatedAndReadBackSo(string body)
    {
        await Polyglot.AssertTranslatedAsync(201, language => seed.Client.PostQuoteAsync(body, language));
        await Polyglot.AssertTranslatedAsync(200, async language =>
            await seed.Client.FetchAsync((await seed.Client.PostQuoteAsync(body, language)).Header("Location")!));
    }
}
