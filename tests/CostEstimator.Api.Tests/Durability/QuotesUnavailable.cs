using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>How the product behaves while its database cannot be written, and once it can again.</summary>
internal static class QuotesUnavailable
{
    /// <summary>A request for a quote.</summary>
    public const string Quote = """{"items":[{"treatment":"chemotherapy"}]}""";

    /// <summary>Quotes are refused, and estimates go on.</summary>
    public static async Task AssertRefusesAsync(EstimatorHost host)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var refusals = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.Client.PostQuoteAsync(Quote)));
            Assert.All(refusals, refusal =>
            {
                refusal.AssertRefused(503, "unavailable");
                Assert.NotNull(refusal.Header("Retry-After"));
            });
            Assert.Equal(200, (await host.Client.EstimateAsync("item=chemotherapy")).Status);
            Assert.Equal(200, (await host.Client.FetchAsync("/health/live")).Status);
        }
    }

    /// <summary>Quotes are issued again, without a restart; there are so many now.</summary>
    public static async Task AssertWorksAsync(EstimatorHost host, int quotes)
    {
        await host.RunUntilAsync(async () => (await host.Client.FetchAsync("/health/ready")).Status == 200);
        var issued = await host.Client.PostQuoteAsync(Quote);
        Assert.Equal(201, issued.Status);
        Assert.Equal(issued.Body, (await host.Client.FetchAsync(issued.Header("Location")!)).Body);
        Assert.Equal(quotes, host.Database.QuoteCount());
        Assert.Equal("ok", host.Database.Value<string>("PRAGMA integrity_check"));
    }
}
