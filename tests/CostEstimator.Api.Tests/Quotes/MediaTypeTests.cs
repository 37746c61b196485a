using System.Text;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Quotes;

/// <summary>Which media types a body may have.</summary>
public sealed class MediaTypeTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private const string Request = """{"items":[{"treatment":"chemotherapy"}]}""";

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("Application/JSON")]
    [InlineData("application/json\nContent-Encoding: identity")]
    [InlineData("application/json\nContent-Encoding: Identity")]
    public async Task PostQuote_Json_IsAccepted(string type)
    {
        var answer = await PostAsync($"\nContent-Type: {type}");

        Assert.Equal(201, answer.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\nContent-Type: ")]
    [InlineData("\nContent-Type: json")]
    [InlineData("\nContent-Type: text/json")]
    [InlineData("\nContent-Type: text/plain")]
    [InlineData("\nContent-Type: application/xml")]
    [InlineData("\nContent-Type: application/jsonp")]
    [InlineData("\nContent-Type: application/vnd.quote+json")]
    [InlineData("\nContent-Type: application/json\nContent-Encoding: gzip")]
    [InlineData("\nContent-Type: application/json; charset=utf-16")]
    [InlineData("\nContent-Type: application/x-www-form-urlencoded")]
    [InlineData("\nContent-Type: multipart/form-data; boundary=x")]
    [InlineData("\nContent-Type: */*")]
    [InlineData("\nContent-Type: application/json, text/plain")]
    [InlineData("\nContent-Type: application/json;;;=")]
    [InlineData("\nContent-Type: <script>")]
    public async Task PostQuote_AnotherMediaType_IsRefused(string header)
    {
        var before = seed.Host.Database.QuoteCount();

        var answer = await PostAsync(header);

        answer.AssertRefused(415, "unsupported-media-type", header.Contains("gzip", StringComparison.Ordinal) ? "Content-Encoding" : "Content-Type");
        Assert.Equal(before, seed.Host.Database.QuoteCount());
    }

    [Fact]
    public async Task PostQuote_CompressedBody_IsRefusedForThat()
    {
        var answer = await PostAsync("\nContent-Type: application/json\nContent-Encoding: gzip");

        Assert.Equal("The body is compressed as 'gzip'; it must be application/json, in UTF-8, and not compressed.", answer.StringAt("/errors/0/detail"));
    }

    [Fact]
    public async Task PostQuote_NoBodyAtAll_IsRefused()
    {
        var withType = await RawHttp.SendAsync(seed.Host.Address, "POST /v1/quotes HTTP/1.1\nContent-Type: application/json\nContent-Length: 0");
        var withoutType = await RawHttp.SendAsync(seed.Host.Address, "POST /v1/quotes HTTP/1.1\nContent-Length: 0");

        withType.AssertRefused(400, "bad-body");
        withoutType.AssertRefused(415, "unsupported-media-type", "Content-Type");
    }

    [Fact]
    public async Task PostQuote_Utf16_IsRefused()
    {
        using var content = new ByteArrayContent(Encoding.Unicode.GetBytes(Request));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-16");

        var answer = await seed.Client.CallAsync("POST", "/v1/quotes", content);

        Assert.InRange(answer.Status, 400, 415);
        answer.AssertRefused(answer.Status, answer.StringAt("/type")!.Split(':')[^1]);
    }

    private Task<ApiAnswer> PostAsync(string header) =>
        RawHttp.SendAsync(seed.Host.Address, $"POST /v1/quotes HTTP/1.1{header}\nContent-Length: {Request.Length}", Request);
}
