using System.Diagnostics;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>How the product behaves while its database cannot be written, and once it can again.</summary>
internal static class QuotesUnavailable
{
    /// <summary>A request for a quote.</summary>
    public const string Quote = """{"items":[{"treatment":"chemotherapy"}]}""";

    private static readonly TimeSpan MostUntilRecovered = TimeSpan.FromSeconds(10);

    /// <summary>Quotes are refused, with the time after which to come again, and estimates go on.</summary>
    public static async Task AssertRefusesAsync(HttpClient client)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var refusals = Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.PostQuoteAsync(Quote)));
            await AssertServesOthersAsync(client);
            Assert.All(await refusals, refusal =>
            {
                refusal.AssertRefused(503, "unavailable");
                Assert.NotNull(refusal.Header("Retry-After"));
            });
            await AssertServesOthersAsync(client);
        }
    }

    /// <summary>Quotes are issued again, without a restart; there are so many now, and nothing went wrong in the server.</summary>
    public static async Task AssertWorksAsync(ServerProcess server, string database, int quotes, Func<Task>? meanwhile = null)
    {
        var watch = Stopwatch.StartNew();
        while ((await server.Client.FetchAsync("/health/ready")).Status != 200)
        {
            Assert.True(watch.Elapsed < MostUntilRecovered, "It does not recover.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        var issued = await server.Client.PostQuoteAsync(Quote);
        Assert.Equal(201, issued.Status);
        Assert.Equal(issued.Body, (await server.Client.FetchAsync(issued.Header("Location")!)).Body);
        Assert.Equal(quotes, new TestDatabase(database).QuoteCount());
        Assert.Equal("ok", new TestDatabase(database).Value<string>("PRAGMA integrity_check"));
        Assert.DoesNotContain(server.Log, line => line.GetProperty("LogLevel").GetString() == "Critical");
        Assert.Equal(0, await server.TerminateAsync());
    }

    // One that came before, and one that did not.
    private static async Task AssertServesOthersAsync(HttpClient client)
    {
        var watch = Stopwatch.StartNew();
        Assert.Equal(200, (await client.EstimateAsync("item=chemotherapy")).Status);
        Assert.Equal(200, (await client.EstimateAsync($"item=chemotherapy:{Random.Shared.Next(1, 1000)}&currency=EUR")).Status);
        Assert.Equal(200, (await client.FetchAsync("/health/live")).Status);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
    }
}
