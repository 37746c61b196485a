using System.Text.Json;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Quotes;

/// <summary>Bodies that come again are understood and priced once: that must not show.</summary>
public sealed class RecurringBodyTests
{
    private const string Body = """{"items":[{"treatment":"chemotherapy","quantity":{"min":4,"max":6}}],"currency":"EUR"}""";

    [Fact]
    public async Task PostQuote_SameBodyAgainAndAgain_DiffersInTheReferenceOnly()
    {
        await using var host = await EstimatorHost.StartAsync();
        var quotes = new List<ApiAnswer>();

        for (var time = 0; time < 4; time++)
        {
            quotes.Add(await host.Client.PostQuoteAsync(Body));
        }

        Assert.Equal(4, quotes.Select(quote => quote.StringAt("/reference")).Distinct().Count());
        Assert.Single(quotes.Select(quote => quote.Text.Replace(quote.StringAt("/reference")!, "", StringComparison.Ordinal)).Distinct());
        foreach (var quote in quotes)
        {
            Assert.Equal(quote.Body, (await host.Client.FetchAsync(quote.Header("Location")!)).Body);
        }
    }

    [Fact]
    public async Task PostQuote_AnyBody_IsWrittenAsTheContractSays()
    {
        await using var host = await EstimatorHost.StartAsync();
        var quote = await host.Client.PostQuoteAsync(Body);

        var response = JsonSerializer.Deserialize(quote.Body, ApiJsonContext.Answers.QuoteResponse)!;

        Assert.Equal(quote.Body, JsonSerializer.SerializeToUtf8Bytes(response, ApiJsonContext.Answers.QuoteResponse));
    }

    [Fact]
    public async Task PostQuote_SameBodyInOtherLanguages_ReadsInEach()
    {
        await using var host = await EstimatorHost.StartAsync();

        foreach (var language in new[] { "en", "ru", "tr", "en", "ru", "tr", "ru", "ru", "en" })
        {
            var quote = await host.Client.PostQuoteAsync(Body, ("Accept-Language", language));
            Assert.Equal((language, language), (quote.StringAt("/language"), quote.Header("Content-Language")));
        }
    }

    [Fact]
    public async Task PostQuote_SameBodyTheNextDayAndAfterOtherPrices_IsPricedAnew()
    {
        await using var host = await EstimatorHost.StartAsync();
        for (var time = 0; time < 3; time++)
        {
            Assert.Equal("2026-11-22", (await host.Client.PostQuoteAsync(Body)).StringAt("/on"));
        }

        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(1));
        var next = await host.Client.PostQuoteAsync(Body);
        host.Database.Execute("UPDATE price_rules SET low = low + 100 WHERE code = 'chemotherapy-from-list'");
        var version = await host.WaitForOtherPricesAsync(next.Header("Price-List-Version")!);
        var dearer = await host.Client.PostQuoteAsync(Body);

        Assert.Equal(("2026-11-23", "2026-12-23"), (next.StringAt("/on"), next.StringAt("/validUntil")));
        Assert.Equal(version, dearer.StringAt("/priceListVersion"));
        Assert.NotEqual(next.StringAt("/total/low"), dearer.StringAt("/total/low"));
    }

    [Fact]
    public async Task PostQuote_BadBodyAgainAndAgain_IsRefusedEachTime()
    {
        await using var host = await EstimatorHost.StartAsync();

        for (var time = 0; time < 4; time++)
        {
            (await host.Client.PostQuoteAsync("""{"items":[{"treatment":"chemo"}]}""")).AssertRefused(422, "unknown-treatment", "/items/0/treatment");
            (await host.Client.PostQuoteAsync("""{"items":[]""")).AssertRefused(400, "bad-body", "");
        }

        Assert.Equal(0, host.Database.QuoteCount());
    }
}
