using System.Text;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Quotes;

/// <summary>How large, how long and how deep a body may be.</summary>
public sealed class BodySizeTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private const int MostBytes = 16_384;
    private const string Request = """{"items":[{"treatment":"chemotherapy"}]}""";

    [Fact]
    public async Task PostQuote_ExactlyTheMost_IsAccepted()
    {
        var answer = await seed.Client.PostQuoteAsync(Padded(MostBytes));

        Assert.Equal(201, answer.Status);
    }

    [Fact]
    public async Task PostQuote_ExactlyTheMostInChunks_IsAccepted()
    {
        var answer = await PostInChunksAsync(Padded(MostBytes));

        Assert.Equal(201, answer.Status);
    }

    [Fact]
    public async Task PostQuote_OneByteMore_IsTooLarge()
    {
        var answer = await seed.Client.PostQuoteAsync(Padded(MostBytes + 1));

        answer.AssertRefused(413, "body-too-large", "");
    }

    [Fact]
    public async Task PostQuote_OneByteMoreInChunks_IsTooLarge()
    {
        var answer = await PostInChunksAsync(Padded(MostBytes + 1));

        answer.AssertRefused(413, "body-too-large", "");
    }

    [Fact]
    public async Task PostQuote_LengthAnnouncedTooLarge_IsRefusedBeforeItIsSent()
    {
        var answer = await RawHttp.SendAsync(
            seed.Host.Address, "POST /v1/quotes HTTP/1.1\nContent-Type: application/json\nContent-Length: 9999999999");

        answer.AssertRefused(413, "body-too-large", "");
    }

    [Fact]
    public async Task PostQuote_FiftyItems_IsAccepted()
    {
        var answer = await seed.Client.PostQuoteAsync(Items(50));

        Assert.Equal(201, answer.Status);
        Assert.Equal(50, answer.At("/lines").GetArrayLength());
        Assert.Equal("from $75,000", answer.StringAt("/total/text"));
    }

    [Fact]
    public async Task PostQuote_FiftyOneItems_IsRefused()
    {
        var answer = await seed.Client.PostQuoteAsync(Items(51));

        answer.AssertRefused(422, "too-many-items", "/items");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"items\":")]
    [InlineData("{\"items\":[{\"quantity\":")]
    [InlineData("{\"facts\":")]
    public async Task PostQuote_NestedDeeply_IsRefused(string step)
    {
        var answer = await seed.Client.PostQuoteAsync(string.Concat(Enumerable.Repeat(step, 16_000 / step.Length)));

        answer.AssertRefused(400, "bad-body");
    }

    [Theory]
    [InlineData("[", "]", 500)]
    [InlineData("{\"a\":", "}", 500)]
    public async Task PostQuote_NestedDeeplyInAnUnknownField_IsRefused(string open, string close, int depth)
    {
        var nested = $"{string.Concat(Enumerable.Repeat(open, depth))}1{string.Concat(Enumerable.Repeat(close, depth))}";

        var answer = await seed.Client.PostQuoteAsync($"{{\"items\":[],\"x\":{nested}}}");

        Assert.Equal(400, answer.Status);
        answer.AssertRefused(400, answer.StringAt("/type")!.Split(':')[^1]);
    }

    [Fact]
    public async Task PostQuote_LongUnknownCode_IsNotRepeatedInFull()
    {
        var answer = await seed.Client.PostQuoteAsync($$"""{"items":[{"treatment":"{{new string('x', 10_000)}}"}]}""");

        answer.AssertRefused(422, "unknown-treatment", "/items/0/treatment");
        Assert.True(answer.Body.Length < 2_000);
    }

    [Fact]
    public async Task PostQuote_LongCodeCutInsideACharacter_IsShownWithoutHalfOfIt()
    {
        var answer = await seed.Client.PostQuoteAsync($$"""{"items":[{"treatment":"{{new string('x', 59)}}😀😀😀"}]}""");

        answer.AssertRefused(422, "unknown-treatment", "/items/0/treatment");
        Assert.DoesNotContain("\ufffd", answer.StringAt("/detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostQuote_BodyBreaksOff_KeepsNothing()
    {
        await using var host = await EstimatorHost.StartAsync();

        var request = $"POST /v1/quotes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{Request}";
        await Record.ExceptionAsync(() => RawHttp.SendAsync(host.Address, Encoding.UTF8.GetBytes(request), hangsUp: true));

        Assert.Equal(201, (await host.Client.PostQuoteAsync(Request)).Status);
        Assert.Equal(1, host.Database.QuoteCount());
    }

    private static byte[] Padded(int length) => Encoding.UTF8.GetBytes(Request.PadRight(length));

    private static string Items(int count) =>
        $$"""{"items":[{{string.Join(',', Enumerable.Repeat("""{"treatment":"chemotherapy"}""", count))}}]}""";

    private async Task<ApiAnswer> PostInChunksAsync(byte[] body)
    {
        using var content = new StreamContent(new MemoryStream(body));
        content.Headers.ContentType = new("application/json");
        return await seed.Client.CallAsync("POST", "/v1/quotes", content, ("Transfer-Encoding", "chunked"));
    }
}
