using System.Text;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Quotes;

/// <summary>Bodies that are refused: as not understood (400) or as impossible (422), with the place of the fault, and nothing kept.</summary>
public sealed class BadBodyTests(SeedHost seed) : IClassFixture<SeedHost>
{
    [Theory]
    [MemberData(nameof(BadBodies.NotJson), MemberType = typeof(BadBodies))]
    public async Task PostQuote_NotJson_IsRefused(string body)
    {
        var answer = await seed.Client.PostQuoteAsync(body);

        answer.AssertRefused(400, "bad-body", "");
        Assert.Equal(0, seed.Host.Database.QuoteCount());
    }

    [Theory]
    [MemberData(nameof(BadBodies.Misunderstood), MemberType = typeof(BadBodies))]
    public async Task PostQuote_NotUnderstood_IsRefusedWithThePlace(string body, string code, string pointer)
    {
        var answer = await seed.Client.PostQuoteAsync(body);

        answer.AssertRefused(400, code, pointer);
        Assert.Equal(0, seed.Host.Database.QuoteCount());
    }

    [Fact]
    public async Task PostQuote_SeveralFaults_AreAllSaidWithTheirPlaces()
    {
        const string Body = """{"items":[{"treatment":1,"extra":true},null,{"quantity":{"max":2}}],"currency":"USD","currency":"USD"}""";

        var answer = await seed.Client.PostQuoteAsync(Body);

        answer.AssertRefused(400, "bad-body");
        Assert.Equal(
            ["/items/0/treatment", "/items/0/extra", "/items/1", "/items/2/quantity", "/items/2", "/currency"],
            answer.At("/errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()));
    }

    [Theory]
    [MemberData(nameof(BadBodies.Impossible), MemberType = typeof(BadBodies))]
    public async Task PostQuote_Impossible_IsRefusedWithThePlace(string body, string code, string pointer)
    {
        var answer = await seed.Client.PostQuoteAsync(body);

        answer.AssertRefused(422, code, pointer);
        Assert.Equal(0, seed.Host.Database.QuoteCount());
    }

    [Theory]
    [InlineData("""{"items":[{"treatment":"\ud800"}]}""")]
    [InlineData("""{"items":[{"treatment":"chemotherapy"}],"facts":{"donor":"\udc00"}}""")]
    [InlineData("""{"items":[{"treatment":"chemotherapy"}],"facts":{"\ud800":"related"}}""")]
    [InlineData("""{"items":[{"treatment":"chemotherapy"}],"currency":"\ud800\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"items":[{"treatment":"chemotherapy","\udfff":1}]}""")]
    [InlineData("""{"items":[{"treatment":1}],"\ud800":1}""")]
    [InlineData("""{"\ud800":1,"\ud800":2}""")]
    [InlineData("""{"language":"\ud800"}""")]
    [InlineData("""{"items":[{"treatment":"chemotherapy"}],"language":"r\udc00"}""")]
    [InlineData("""{"programme":"\ud800"}""")]
    [InlineData("""{"languag\ud800":1}""")]
    [InlineData("""{"\udc00language":"ru","items":[{"treatment":"chemotherapy"}]}""")]
    [InlineData("""{"\ud800\ud800":1,"items":[]}""")]
    public async Task PostQuote_HalfOfASurrogatePair_IsRefused(string body)
    {
        var answer = await seed.Client.PostQuoteAsync(body);

        Assert.Equal(400, answer.Status);
        answer.AssertRefused(400, answer.StringAt("/type")!.Split(':')[^1]);
        Assert.Equal(0, seed.Host.Database.QuoteCount());
    }

    [Theory]
    [InlineData("{\"items\":[{\"treatment\":\"", "\"}]}")]
    [InlineData("{\"", "\":1}")]
    [InlineData("{\"facts\":{\"", "\":\"a\"}}")]
    [InlineData("", "")]
    public async Task PostQuote_NotUtf8_IsRefused(string before, string after)
    {
        var answer = await seed.Client.PostQuoteAsync([.. Encoding.UTF8.GetBytes(before), 0xC3, 0x28, 0xFF, .. Encoding.UTF8.GetBytes(after)]);

        Assert.Equal(400, answer.Status);
        answer.AssertRefused(400, answer.StringAt("/type")!.Split(':')[^1]);
        Assert.Equal(0, seed.Host.Database.QuoteCount());
    }
}
