using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>A database that cannot be used for a while: quotes are refused, estimates go on, and all is well once the cause is gone.</summary>
public sealed class DatabaseGoneTests : IDisposable
{
    private const string Quote = """{"items":[{"treatment":"chemotherapy"}]}""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Quotes_FolderMovedAwayAndBack_AreRefusedMeanwhileOnly()
    {
        var (here, away) = (Directory.CreateDirectory(_folder["data"]).FullName, _folder["away"]);
        await using var host = await EstimatorHost.StartAsync(new HostSetup { DatabaseFile = Path.Combine(here, "quotes.db") });
        Assert.Equal(201, (await host.Client.PostQuoteAsync(Quote)).Status);
        Directory.Move(here, away);

        await AssertRefusesAsync(host);
        Assert.False(Directory.Exists(here));
        Directory.Move(away, here);

        await AssertWorksAsync(host, 2);
    }

    [Fact]
    public async Task Quotes_LockedByAnotherProgramForTenSeconds_AreRefusedMeanwhileOnly()
    {
        await using var host = await EstimatorHost.StartAsync();
        await using (var other = host.Database.Connect())
        {
            TestDatabase.Execute(other, "BEGIN EXCLUSIVE");
            var first = AssertRefusesAsync(host);
            await Task.Delay(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            await first;
        }

        await AssertWorksAsync(host, 1);
    }

    private static async Task AssertRefusesAsync(EstimatorHost host)
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

    private static async Task AssertWorksAsync(EstimatorHost host, int quotes)
    {
        await host.RunUntilAsync(async () => (await host.Client.FetchAsync("/health/ready")).Status == 200);
        var issued = await host.Client.PostQuoteAsync(Quote);
        Assert.Equal(201, issued.Status);
        Assert.Equal(issued.Body, (await host.Client.FetchAsync(issued.Header("Location")!)).Body);
        Assert.Equal(quotes, host.Database.QuoteCount());
    }
}
