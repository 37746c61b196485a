using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Http;

/// <summary>Clients that take JSON are answered, others are refused before anything happens.</summary>
public sealed class AcceptTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private const string Quote = """{"items":[{"treatment":"chemotherapy"}]}""";

    public static TheoryData<string> Paths =>
    [
        "/v1/estimates?item=chemotherapy", "/v1/treatments", "/v1/treatments/chemotherapy", "/v1/price-rules",
        "/v1/price-rules/chemotherapy-from-list", "/v1/programmes", "/v1/programmes/acute-leukaemia", "/v1/exchange-rates",
        "/v1/quotes/Q-0000-0000-0000", "/health/live", "/health/ready",
    ];

    [Theory]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;q=0.1")]
    [InlineData("application/*")]
    [InlineData("*/*")]
    [InlineData("text/html, */*;q=0.1")]
    [InlineData("text/html, application/xhtml+xml, application/xml;q=0.9, image/avif, */*;q=0.8")]
    [InlineData("text/html;q=1.0, application/json;q=0.001")]
    [InlineData("*/*;q=0, application/json")]
    [InlineData("application/*;q=0, application/json;q=0.5")]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task Get_ClientTakesJson_IsAnswered(string accept)
    {
        var answer = await seed.Client.FetchAsync("/v1/estimates?item=chemotherapy", ("Accept", accept));

        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/*")]
    [InlineData("application/xml")]
    [InlineData("application/problem+json")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json;q=0.000")]
    [InlineData("application/json;q=0, */*")]
    [InlineData("application/*;q=0, */*;q=1")]
    [InlineData("*/*;q=0")]
    [InlineData("text/csv, application/xml;q=0.9")]
    public async Task Get_ClientDoesNotTakeJson_IsRefused(string accept)
    {
        var answer = await seed.Client.FetchAsync("/v1/estimates?item=chemotherapy", ("Accept", accept));

        answer.AssertRefused(406, "not-acceptable", "Accept");
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Get_AnyPathForAClientOfXml_IsRefused(string path)
    {
        var answer = await seed.Client.FetchAsync(path, ("Accept", "application/xml"));

        answer.AssertRefused(406, "not-acceptable", "Accept");
    }

    [Fact]
    public async Task PostQuote_ClientDoesNotTakeJson_IsRefusedAndNothingKept()
    {
        var answer = await seed.Client.PostQuoteAsync(Quote, ("Accept", "application/xml"));

        answer.AssertRefused(406, "not-acceptable", "Accept");
        Assert.Equal(0, seed.Host.Database.QuoteCount());
    }
}
