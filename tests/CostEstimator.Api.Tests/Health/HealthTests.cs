using System.Diagnostics;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Health;

/// <summary>What the product says of itself when all is well, and while another program has its database.</summary>
public sealed class HealthTests
{
    private const string Quote = """{"items":[{"treatment":"chemotherapy"}]}""";

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Get_AllIsWell_IsOkAndNotKept(string path)
    {
        await using var host = await EstimatorHost.StartAsync();

        var answer = await host.Client.FetchAsync(path);

        Assert.Equal(200, answer.Status);
        Assert.Equal("""{"status":"ok"}""", answer.Text);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task Get_DatabaseLocked_QuotesAreRefusedAndEstimatesGoOn()
    {
        await using var host = await EstimatorHost.StartAsync();
        var kept = await host.Client.PostQuoteAsync(Quote);
        using (var other = host.Database.Connect())
        {
            TestDatabase.Execute(other, "BEGIN IMMEDIATE");
            var quote = host.Client.PostQuoteAsync(Quote);
            var ready = host.Client.FetchAsync("/health/ready");
            await AssertEstimatesGoOnAsync(host.Client, until: Task.WhenAll(quote, ready));

            (await quote).AssertRefused(503, "unavailable");
            Assert.True(int.Parse((await quote).Header("Retry-After")!, null) > 0);
            (await ready).AssertRefused(503, "unavailable");
            Assert.Contains("locked", (await ready).StringAt("/detail"), StringComparison.Ordinal);
            Assert.Equal(kept.Body, (await host.Client.FetchAsync(kept.Header("Location")!)).Body);
            Assert.Equal(200, (await host.Client.FetchAsync("/health/live")).Status);
        }

        Assert.Equal(200, (await host.Client.FetchAsync("/health/ready")).Status);
        Assert.Equal(201, (await host.Client.PostQuoteAsync(Quote)).Status);
        Assert.Equal(2, host.Database.QuoteCount());
    }

    [Fact]
    public async Task PostQuote_DatabaseLockedForAMoment_WaitsAndIsCreated()
    {
        await using var host = await EstimatorHost.StartAsync();
        using var other = host.Database.Connect();
        TestDatabase.Execute(other, "BEGIN IMMEDIATE");
        var quote = host.Client.PostQuoteAsync(Quote);

        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.False(quote.IsCompleted);
        TestDatabase.Execute(other, "ROLLBACK");

        Assert.Equal(201, (await quote).Status);
    }

    private static async Task AssertEstimatesGoOnAsync(HttpClient client, Task until)
    {
        var slowest = TimeSpan.Zero;
        while (!until.IsCompleted)
        {
            var watch = Stopwatch.StartNew();
            Assert.Equal(200, (await client.EstimateAsync("item=chemotherapy")).Status);
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.True(slowest < TimeSpan.FromSeconds(2), $"An estimate took {slowest}.");
    }
}
