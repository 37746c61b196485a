using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>A database that cannot be used for a while: quotes are refused, estimates go on, and all is well once the cause is gone.</summary>
public sealed class DatabaseGoneTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Quotes_FolderMovedAwayAndBack_AreRefusedMeanwhileOnly()
    {
        var (here, away) = (Directory.CreateDirectory(_folder["data"]).FullName, _folder["away"]);
        await using var host = await EstimatorHost.StartAsync(new HostSetup { DatabaseFile = Path.Combine(here, "quotes.db") });
        Assert.Equal(201, (await host.Client.PostQuoteAsync(QuotesUnavailable.Quote)).Status);
        Directory.Move(here, away);

        await QuotesUnavailable.AssertRefusesAsync(host);
        Assert.False(Directory.Exists(here));
        Directory.Move(away, here);

        await QuotesUnavailable.AssertWorksAsync(host, 2);
    }

    [Fact]
    public async Task Quotes_LockedByAnotherProgramForTenSeconds_AreRefusedMeanwhileOnly()
    {
        await using var host = await EstimatorHost.StartAsync();
        await using (var other = host.Database.Connect())
        {
            TestDatabase.Execute(other, "BEGIN EXCLUSIVE");
            var first = QuotesUnavailable.AssertRefusesAsync(host);
            await Task.Delay(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            await first;
        }

        await QuotesUnavailable.AssertWorksAsync(host, 1);
    }
}
