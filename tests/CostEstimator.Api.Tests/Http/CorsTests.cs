using System.Text;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Http;

/// <summary>A browser may call the API from any page.</summary>
public sealed class CorsTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private static readonly (string Name, string Value) Page = ("Origin", "https://clinic.example");

    [Theory]
    [InlineData("/v1/estimates?item=chemotherapy", 200)]
    [InlineData("/v1/treatments", 200)]
    [InlineData("/v1/price-rules", 200)]
    [InlineData("/v1/programmes", 200)]
    [InlineData("/v1/exchange-rates", 200)]
    [InlineData("/v1/exchange-rates?on=2026-09-17", 422)]
    [InlineData("/v1/quotes/Q-0000-0000-0000", 200)]
    [InlineData("/v1/estimates?item=chemo", 422)]
    [InlineData("/v1/estimates?x=1", 400)]
    [InlineData("/v1/quotes/Q-ZZZZ-ZZZZ-ZZZZ", 404)]
    [InlineData("/nothing", 404)]
    [InlineData("/v1/quotes", 405)]
    public async Task Get_FromAnotherPage_MayBeReadThere(string path, int status)
    {
        var answer = await seed.Client.FetchAsync(path, Page);

        Assert.Equal(status, answer.Status);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        Assert.Null(answer.Header("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Get_FromAnotherPage_ShowsThePageTheHeadersOfTheContract()
    {
        var answer = await seed.Client.FetchAsync("/v1/estimates?item=chemotherapy", Page);

        var exposed = answer.Header("Access-Control-Expose-Headers")!.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        foreach (var header in new[] { "ETag", "Price-List-Version", "RateLimit", "RateLimit-Policy", "Location", "Retry-After" })
        {
            Assert.Contains(header, exposed, StringComparer.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Get_NotModifiedForAnotherPage_MayBeReadThere()
    {
        var answer = await seed.Client.FetchAsync("/v1/estimates?item=chemotherapy", Page, ("If-None-Match", "*"));

        Assert.Equal(304, answer.Status);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("""{"items":[{"treatment":"chemotherapy"}]}""", 201)]
    [InlineData("""{"items":""", 400)]
    [InlineData("{}", 422)]
    public async Task PostQuote_FromAnotherPage_MayBeReadThere(string body, int status)
    {
        var answer = await seed.Client.PostQuoteAsync(body, Page);

        Assert.Equal(status, answer.Status);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task PostQuote_TooLargeFromAnotherPage_MayBeReadThere()
    {
        var answer = await seed.Client.PostQuoteAsync(new byte[20_000], Page);

        answer.AssertRefused(413, "body-too-large");
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task PostQuote_TextFromAnotherPage_MayBeReadThere()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "text/plain");

        var answer = await seed.Client.CallAsync("POST", "/v1/quotes", content, Page);

        answer.AssertRefused(415, "unsupported-media-type");
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/v1/quotes", "POST", "content-type")]
    [InlineData("/v1/quotes", "POST", "content-type,idempotency-key")]
    [InlineData("/v1/estimates", "GET", "if-none-match")]
    [InlineData("/v1/estimates", "GET", "if-none-match,x-api-key")]
    public async Task Options_Preflight_IsGrantedForHours(string path, string method, string header)
    {
        var answer = await seed.Client.CallAsync(
            "OPTIONS", path, null, Page, ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", header));

        Assert.Equal(204, answer.Status);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        Assert.Contains(method, answer.Header("Access-Control-Allow-Methods"), StringComparison.Ordinal);
        var allowed = answer.Header("Access-Control-Allow-Headers")!.Split(',');
        Assert.All(header.Split(','), name => Assert.Contains(name, allowed, StringComparer.OrdinalIgnoreCase));
        Assert.Equal("7200", answer.Header("Access-Control-Max-Age"));
    }

    [Fact]
    public async Task Get_FromNoPage_SaysWhatItSaysToPages()
    {
        var toPage = await seed.Client.FetchAsync("/v1/treatments", Page);
        var toProgram = await seed.Client.FetchAsync("/v1/treatments");

        // A shared cache may give the answer to a page later.
        Assert.Equal("*", toProgram.Header("Access-Control-Allow-Origin"));
        Assert.Equal(toPage.Header("Access-Control-Expose-Headers"), toProgram.Header("Access-Control-Expose-Headers"));
        Assert.DoesNotContain("Origin", toPage.Header("Vary"), StringComparison.OrdinalIgnoreCase);
    }
}
