using System.Text.RegularExpressions;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>What the headers of an answer say of its language, to browsers and caches.</summary>
public sealed partial class LanguageHeadersTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private static readonly (string Name, string Value) Russian = ("Accept-Language", "ru-RU, ru;q=0.9");
    private static readonly (string Name, string Value) Page = ("Origin", "https://clinic.example");

    public static TheoryData<string> Cached =>
    [
        "/v1/treatments", "/v1/treatments/chemotherapy", "/v1/price-rules", "/v1/price-rules/chemotherapy-from-list", "/v1/programmes",
        "/v1/programmes/acute-leukaemia", "/v1/exchange-rates", "/v1/estimates?programme=acute-leukaemia",
    ];

    [Theory]
    [MemberData(nameof(Cached))]
    public async Task Get_KnownTag_IsNotModifiedAndNamesTheLanguage(string path)
    {
        var first = await seed.Client.FetchAsync(path, Russian);

        var second = await seed.Client.FetchAsync(path, Russian, ("If-None-Match", first.Header("ETag")!));

        Assert.Equal(200, first.Status);
        Assert.Equal(304, second.Status);
        Assert.All([first, second], AssertRussianByHeader);
    }

    [Theory]
    [MemberData(nameof(Cached))]
    public async Task Get_TagOfAnotherLanguage_IsAnswered(string path)
    {
        var english = await seed.Client.FetchAsync(path);
        var russian = await seed.Client.FetchAsync(path, Russian, ("If-None-Match", english.Header("ETag")!));
        var turkish = await seed.Client.FetchAsync(path, ("Accept-Language", "tr"), ("If-None-Match", russian.Header("ETag")!));

        Assert.Equal(200, russian.Status);
        Assert.Equal(200, turkish.Status);
        Assert.Equal(3, new HashSet<string?>([english.Header("ETag"), russian.Header("ETag"), turkish.Header("ETag")]).Count);
    }

    [Theory]
    [MemberData(nameof(Cached))]
    public async Task Get_SameLanguageByOtherWords_HasTheSameTag(string path)
    {
        var one = await seed.Client.FetchAsync(path, ("Accept-Language", "ru"));
        var other = await seed.Client.FetchAsync(path, ("Accept-Language", "kk, ru-KZ;q=0.3"));

        Assert.Equal(one.Header("ETag"), other.Header("ETag"));
        Assert.Equal(one.Text, other.Text);
    }

    [Theory]
    [InlineData("/v1/estimates?x=1", 400)]
    [InlineData("/v1/quotes/Q-ZZZZ-ZZZZ-ZZZZ", 404)]
    [InlineData("/nothing", 404)]
    [InlineData("/v1/quotes", 405)]
    [InlineData("/v1/estimates?item=chemo", 422)]
    [InlineData("/v1/treatments", 200)]
    [InlineData("/v1/quotes/Q-0000-0000-0000", 200)]
    public async Task Get_FromAnotherPage_NamesTheLanguageAndMayBeReadThere(string path, int status)
    {
        var answer = await seed.Client.FetchAsync(path, Russian, Page);

        Assert.Equal(status, answer.Status);
        AssertRussianByHeader(answer);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        Assert.Contains("ETag", answer.Header("Access-Control-Expose-Headers"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"items":[{"treatment":"chemotherapy"}]}""", 201)]
    [InlineData("{", 400)]
    [InlineData("{}", 422)]
    public async Task PostQuote_FromAnotherPage_NamesTheLanguageAndMayBeReadThere(string body, int status)
    {
        var answer = await seed.Client.PostQuoteAsync(body, Russian, Page);

        Assert.Equal(status, answer.Status);
        AssertRussianByHeader(answer);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Options_PreflightWithALanguage_IsGranted()
    {
        var answer = await seed.Client.CallAsync(
            "OPTIONS", "/v1/quotes", null, Russian, Page, ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type"));

        Assert.Equal(204, answer.Status);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Get_LanguageNamedByTheRequest_StillNamesIt()
    {
        var answer = await seed.Client.FetchAsync("/v1/treatments?language=ru", ("Accept-Language", "tr"));

        AssertRussianByHeader(answer);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task GetHealth_OfARussian_StaysEnglish(string path)
    {
        var answer = await seed.Client.FetchAsync(path, Russian);

        Assert.Equal("""{"status":"ok"}""", answer.Text);
        Assert.NotEqual("ru", answer.Header("Content-Language"));
    }

    [Fact]
    public async Task GetReady_QuotesCannotBeKept_SaysSoInEnglish()
    {
        await using var host = await EstimatorHost.StartAsync();
        host.Database.Execute("ALTER TABLE quotes RENAME TO quotes_gone");

        var answer = await host.Client.FetchAsync("/health/ready", Russian);

        answer.AssertRefused(503, "unavailable");
        Assert.Equal("en", answer.Header("Content-Language"));
        Assert.StartsWith("Quotes cannot be kept: ", answer.StringAt("/detail"), StringComparison.Ordinal);
        Assert.Equal("Unavailable", answer.StringAt("/title"));
    }

    private static void AssertRussianByHeader(ApiAnswer answer)
    {
        Assert.Equal("ru", answer.Header("Content-Language"));
        Assert.Single(AcceptLanguage().Matches(answer.Header("Vary") ?? ""));
    }

    [GeneratedRegex("Accept-Language", RegexOptions.IgnoreCase)]
    private static partial Regex AcceptLanguage();
}
