using System.Globalization;
using System.Text.RegularExpressions;
using CostEstimator.Api.Tests.Estimates;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Quotes;

/// <summary>Quotes issued and read again.</summary>
public sealed partial class QuoteTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private const string Request =
        """{"items":[{"treatment":"chemotherapy","quantity":{"min":4,"max":6}},{"treatment":"allogeneic-bmt"}],"facts":{"donor":"related"},"currency":"USD","language":"en"}""";

    [Fact]
    public async Task PostQuote_GoodRequest_IsCreatedWithEveryMember()
    {
        var answer = await seed.Client.PostQuoteAsync(Request);

        Assert.Equal(201, answer.Status);
        Assert.Equal("application/json; charset=utf-8", answer.Header("Content-Type"));
        EstimateShape.AssertEstimate(
            answer.Json, $"{EstimateShape.Quote} {EstimateShape.Estimate}");
        Assert.Equal("open", answer.StringAt("/status"));
        Assert.Equal("2026-11-22T09:00:00Z", answer.StringAt("/issuedAt"));
        Assert.Equal("2026-11-22", answer.StringAt("/on"));
        Assert.Equal("2026-12-22", answer.StringAt("/validUntil"));
        Assert.Equal("This quote is valid through December 21, 2026.", answer.StringAt("/validityText"));
    }

    [Fact]
    public async Task PostQuote_GoodRequest_SaysWhereItIs()
    {
        var answer = await seed.Client.PostQuoteAsync(Request);

        Assert.Matches(Reference(), answer.StringAt("/reference"));
        Assert.Equal($"/v1/quotes/{answer.StringAt("/reference")}", answer.Header("Location"));
        Assert.Equal(answer.StringAt("/priceListVersion"), answer.Header("Price-List-Version"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task GetQuote_JustIssued_GivesTheSameBytes()
    {
        var issued = await seed.Client.PostQuoteAsync(Request);

        var read = await seed.Client.FetchAsync(issued.Header("Location")!);

        Assert.Equal(200, read.Status);
        Assert.Equal(issued.Body, read.Body);
        Assert.Equal(issued.Header("Content-Type"), read.Header("Content-Type"));
        Assert.Equal(issued.Header("Price-List-Version"), read.Header("Price-List-Version"));
        Assert.Equal("no-store", read.Header("Cache-Control"));
    }

    [Fact]
    public async Task GetQuote_ReferenceInAnotherSpelling_GivesTheSameBytes()
    {
        var issued = await seed.Client.PostQuoteAsync(Request);
        var reference = issued.StringAt("/reference")!;
        string[] spellings =
        [
            reference.ToLowerInvariant(),
            reference.Replace("-", "", StringComparison.Ordinal),
            reference.Replace("-", "", StringComparison.Ordinal).ToLower(CultureInfo.InvariantCulture),
            reference.Replace('1', 'I').Replace('0', 'O'),
            reference.Replace('1', 'l').Replace('0', 'o'),
            reference.Replace("Q", "%51", StringComparison.Ordinal),
        ];

        foreach (var spelling in spellings)
        {
            var read = await seed.Client.FetchAsync($"/v1/quotes/{spelling}");
            Assert.True(read.Status == 200, spelling);
            Assert.Equal(issued.Body, read.Body);
        }
    }

    [Theory]
    [InlineData("Q-0000-0000-0001", "Q-OOOO-oooo-OOOI")]
    [InlineData("Q-0000-0000-0001", "q000000000-00L")]
    [InlineData("Q-0000-0000-0001", "Qo0O0o0O0o0Oi")]
    [InlineData("Q-0000-0000-0010", "Q-0000-0000-00lO")]
    public async Task GetQuote_LookAlikes_AreReadAsTheDigitsTheyLookLike(string written, string read)
    {
        Assert.Equal(
            Missing(await seed.Client.FetchAsync($"/v1/quotes/{written}"), written),
            Missing(await seed.Client.FetchAsync($"/v1/quotes/{read}"), written));
    }

    [Theory]
    [InlineData("Q-ZZZZ-ZZZZ-ZZZZ")]
    [InlineData("Q")]
    [InlineData("Q-")]
    [InlineData("Q-1234")]
    [InlineData("Q-1234-5678-9AB")]
    [InlineData("Q-1234-5678-9ABCD")]
    [InlineData("X-1234-5678-9ABC")]
    [InlineData("1234-5678-9ABC")]
    [InlineData("Q-UUUU-UUUU-UUUU")]
    [InlineData("Q-1234-5678-9AB%C3%9F")]
    [InlineData("Q-1234%205678-9ABC")]
    [InlineData("Q-1234-5678-9ABC%0A")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("%E2%80%AEQ-1234-5678-9ABC")]
    [InlineData("Q-1234-5678-9ABC'%20OR%201=1--")]
    [InlineData("%25ZZ")]
    [InlineData("a%2Fb")]
    public async Task GetQuote_UnknownOrMalformedReference_IsNotFound(string reference)
    {
        var answer = await seed.Client.FetchAsync($"/v1/quotes/{reference}");

        answer.AssertRefused(404, "not-found", "reference");
        Assert.Null(answer.Header("Price-List-Version"));
    }

    [Theory]
    [InlineData("Q-0000-0000-0000")]
    [InlineData("qooooooooooOO")]
    public async Task GetQuote_ReferenceOfTheDocumentation_GivesTheExampleAndSaysSo(string reference)
    {
        var answer = await seed.Client.FetchAsync($"/v1/quotes/{reference}");

        Assert.Equal(200, answer.Status);
        Assert.Equal("Q-0000-0000-0000", answer.StringAt("/reference"));
        Assert.Contains("example", answer.At("/notes").EnumerateArray().Select(note => note.GetProperty("code").GetString()));
        EstimateShape.AssertEstimate(
            answer.Json, $"{EstimateShape.Quote} {EstimateShape.Estimate}");
    }

    [Fact]
    public async Task PostQuote_ManyAtOnce_EachHasAReferenceOfItsOwn()
    {
        var issued = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => seed.Client.PostQuoteAsync(Request)));
        var read = await Task.WhenAll(issued.Select(quote => seed.Client.FetchAsync(quote.Header("Location")!)));

        Assert.All(issued, quote => Assert.Equal(201, quote.Status));
        Assert.Equal(40, issued.Select(quote => quote.StringAt("/reference")).Distinct().Count());
        Assert.All(issued.Zip(read), pair => Assert.Equal(pair.First.Body, pair.Second.Body));
    }

    private static string Missing(ApiAnswer answer, string reference)
    {
        answer.AssertRefused(404, "not-found", "reference");
        Assert.Contains(reference, answer.Text, StringComparison.Ordinal);
        return answer.Text;
    }

    [GeneratedRegex(@"\AQ(-[0-9A-HJKMNP-TV-Z]{4}){3}\z")]
    private static partial Regex Reference();
}
