using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>A request that names its language.</summary>
public sealed class LanguageParameterTests(SeedHost seed) : IClassFixture<SeedHost>
{
    public static TheoryData<string> Paths =>
    [
        "/v1/treatments?", "/v1/treatments/chemotherapy?", "/v1/price-rules?treatment=chemotherapy&", "/v1/price-rules/chemotherapy-from-list?",
        "/v1/programmes?", "/v1/programmes/acute-leukaemia?", "/v1/exchange-rates?", "/v1/estimates?item=chemotherapy&",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Get_LanguageNamed_BeatsAcceptLanguage(string path)
    {
        var asked = await seed.Client.FetchAsync($"{path}language=tr", ("Accept-Language", "ru"));
        var same = await seed.Client.FetchAsync(path, ("Accept-Language", "tr"));

        Assert.Equal(200, asked.Status);
        Assert.Equal("tr", asked.Header("Content-Language"));
        Assert.Equal(same.Text, asked.Text);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Get_UnknownLanguage_IsRefusedInTheOneThatTheClientPrefers(string path)
    {
        var answer = await seed.Client.FetchAsync($"{path}language=kk", ("Accept-Language", "kk, ru;q=0.8"));

        answer.AssertRefused(422, "unknown-language", "language");
        Assert.Equal("ru", answer.Header("Content-Language"));
        Assert.Equal("Неизвестный язык", answer.StringAt("/title"));
        Assert.Equal("Текстов на языке «kk» нет.", answer.StringAt("/detail"));
        Assert.Equal(["en", "ru", "tr"], answer.At("/errors/0/known").EnumerateArray().Select(code => code.GetString()));
    }

    [Theory]
    [InlineData("RU")]
    [InlineData("ru-RU")]
    [InlineData("")]
    [InlineData("%20ru")]
    [InlineData("*")]
    [InlineData("%D1%80%D1%83")]
    [InlineData("ru,tr")]
    public async Task GetEstimate_LanguageInAnotherSpelling_IsUnknown(string language)
    {
        var answer = await seed.Client.EstimateAsync($"item=chemotherapy&language={language}");

        answer.AssertRefused(422, "unknown-language", "language");
        Assert.Equal("en", answer.Header("Content-Language"));
    }

    [Theory]
    [InlineData("/v1/estimates?item=chemo&language=ru", 422, "Вида лечения с кодом «chemo» нет.")]
    [InlineData("/v1/estimates?item=chemotherapy&colour=red&language=ru", 400, "Параметра «colour» здесь нет.")]
    [InlineData("/v1/estimates?item=chemotherapy&on=today&language=ru", 400, "«today» не является датой в формате ГГГГ-ММ-ДД; пример: 2026-11-22.")]
    [InlineData("/v1/treatments/chemo?language=ru", 404, "Вида лечения с кодом «chemo» нет.")]
    [InlineData("/nothing?language=ru", 404, "По адресу «/nothing» ничего нет. Список доступных адресов — в документе /openapi/v1.json.")]
    [InlineData("/v1/estimates?item=x&item=y&language=ru", 422, "Вида лечения с кодом «x» нет. Всего ошибок: 2; все они перечислены в «errors».")]
    public async Task Get_RefusedWithALanguageNamed_IsWordedInIt(string path, int status, string detail)
    {
        var answer = await seed.Client.FetchAsync(path, ("Accept-Language", "tr"));

        Assert.Equal(status, answer.Status);
        Assert.Equal("ru", answer.Header("Content-Language"));
        Assert.Equal(detail, answer.StringAt("/detail"));
    }

    [Fact]
    public async Task GetEstimate_TwoLanguages_IsRefusedInTheOneThatTheClientPrefers()
    {
        var answer = await seed.Client.FetchAsync("/v1/estimates?item=chemotherapy&language=ru&language=en", ("Accept-Language", "tr"));

        answer.AssertRefused(400, "repeated-parameter", "language");
        Assert.Equal("tr", answer.Header("Content-Language"));
        Assert.Equal("“language” parametresi yalnızca bir kez verilebilir.", answer.StringAt("/detail"));
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("tr")]
    [InlineData("en")]
    public async Task GetEstimate_LanguageNamed_IsSaidInTheAnswer(string language)
    {
        Assert.Equal(language, (await seed.Client.EstimateAsync($"item=chemotherapy&language={language}")).StringAt("/language"));
    }
}
