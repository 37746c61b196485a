using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Quotes;

/// <summary>The form of an <c>Idempotency-Key</c>.</summary>
public sealed class IdempotencyKeyTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private const string Quote = """{"items":[{"treatment":"chemotherapy"}]}""";

    public static TheoryData<string> Bad =>
    [
        "", "\"\"", "\"", "\"a", "a\"", "a\"b", "\"a\"b\"", "\"a\\\"", "\"a\\b\"", "\"a\";q=1", "a b", "a\tb", "\"a\tb\"",
        new string('k', 256), $"\"{new string('k', 256)}\"",
    ];

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task PostQuote_KeyThatCannotBeRead_IsRefusedAndNothingKept(string key)
    {
        var before = seed.Host.Database.QuoteCount();

        var answer = await seed.Client.PostQuoteAsync(Quote, ("Idempotency-Key", key));

        answer.AssertRefused(400, "bad-header", "Idempotency-Key");
        Assert.Contains("255", answer.StringAt("/detail"), StringComparison.Ordinal);
        Assert.Equal(before, seed.Host.Database.QuoteCount());
    }

    [Fact]
    public async Task PostQuote_TwoKeys_IsRefused()
    {
        var body = $"POST /v1/quotes HTTP/1.1\nContent-Type: application/json\nContent-Length: {Quote.Length}\nIdempotency-Key: a\nIdempotency-Key: b";

        (await RawHttp.SendAsync(seed.Host.Address, body, Quote)).AssertRefused(400, "bad-header", "Idempotency-Key");
    }

    [Fact]
    public async Task PostQuote_KeyOfOtherLetters_IsRefused()
    {
        byte[] request =
        [
            .. "POST /v1/quotes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nIdempotency-Key: "u8,
            .. "ключ"u8, .. "\r\nContent-Length: "u8, .. System.Text.Encoding.ASCII.GetBytes($"{Quote.Length}\r\n\r\n{Quote}"),
        ];

        (await RawHttp.SendAsync(seed.Host.Address, request)).AssertRefused(400, "bad-header", "Idempotency-Key");
    }

    [Theory]
    [InlineData(255, false)]
    [InlineData(255, true)]
    [InlineData(1, false)]
    public async Task PostQuote_KeyOfAllowedLength_IsTaken(int length, bool isQuoted)
    {
        var key = new string('~', length);

        Assert.Equal(201, (await seed.Client.PostQuoteAsync(Quote, ("Idempotency-Key", isQuoted ? $"\"{key}\"" : key))).Status);
    }
}
