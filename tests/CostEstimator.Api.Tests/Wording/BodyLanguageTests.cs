using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Wording;

public sealed class BodyLanguageTests(SeedHost seed) : IClassFixture<SeedHost>
{
    [Theory]
    [InlineData("""{"language":"ru","itemz":[]}""", "unknown-field")]
    [InlineData("""{"language":"ru","items":[{"treatment":1}]}""", "bad-body")]
    [InlineData("""{"items":[],"items":[],"language":"ru"}""", "duplicate-key")]
    [InlineData("""{"language":"\u0072u","items":[{}]}""", "bad-body")]
    public async Task PostQuote_NotUnderstoodButForItsLanguage_IsRefusedInIt(string body, string code)
    {
        var answer = await seed.Client.PostQuoteAsync(body, ("Accept-Language", "tr"));

        answer.AssertRefused(400, code);
        Assert.Equal("ru", answer.Header("Content-Language"));
    }

    [Theory]
    [InlineData("""{"language":"\ud800","items":[{}]}""")]
    [InlineData("""{"language":1,"items":[{}]}""")]
    [InlineData("""["language"]""")]
    public async Task PostQuote_NotUnderstoodNorItsLanguage_IsRefusedInTheOneThatTheClientPrefers(string body)
    {
        var answer = await seed.Client.PostQuoteAsync(body, ("Accept-Language", "tr"));

        answer.AssertRefused(400, "bad-body");
        Assert.Equal("tr", answer.Header("Content-Language"));
    }
}
