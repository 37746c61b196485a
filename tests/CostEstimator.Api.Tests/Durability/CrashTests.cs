using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>A server that is killed at any moment: whatever it has answered is there afterwards.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Rounds = 20;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kill_UnderLoadTwentyTimes_LosesNoQuoteThatWasAnswered()
    {
        var random = new Random(20261122);
        var total = 0;
        IReadOnlyCollection<(string Location, byte[] Answer, string Key)> issued = [];
        for (var round = 0; round <= Rounds; round++)
        {
            await using var server = await ServerProcess.StartAsync(_folder, ("Limits__AnonymousPerMinute", "0"));
            await AssertReadsBackAsync(server.Client, issued);
            if (round == Rounds)
            {
                break;
            }

            var load = QuoteLoad.Start(server.Client, TestContext.Current.CancellationToken);
            await load.BeginAsync();
            await Task.Delay(random.Next(0, 300), TestContext.Current.CancellationToken);
            await server.KillAsync();
            await load.EndAsync();
            Assert.Empty(load.Others);
            issued = load.Issued;
            total += issued.Count;
        }

        var database = new TestDatabase(ProductProcess.DatabaseIn(_folder));
        Assert.Equal("ok", database.Value<string>("PRAGMA integrity_check"));
        Assert.True(total >= Rounds, $"Only {total} quotes were issued.");
        Assert.True(database.QuoteCount() >= total, $"{database.QuoteCount()} of {total} quotes are left.");
    }

    [Fact]
    public async Task Terminate_UnderLoad_AnswersWhatIsInFlightAndEndsInTime()
    {
        QuoteLoad load;
        await using (var server = await ServerProcess.StartAsync(_folder, ("Limits__AnonymousPerMinute", "0")))
        {
            load = QuoteLoad.Start(server.Client, TestContext.Current.CancellationToken);
            await load.BeginAsync();
            await Task.Delay(200, TestContext.Current.CancellationToken);
            var watch = System.Diagnostics.Stopwatch.StartNew();

            Assert.Equal(0, await server.TerminateAsync());

            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
            await load.EndAsync();
            Assert.DoesNotContain(server.Log, line => line.GetProperty("LogLevel").GetString() is "Error" or "Critical");
        }

        Assert.Empty(load.Others);
        Assert.NotEmpty(load.Issued);
        await using var restarted = await ServerProcess.StartAsync(_folder, ("Limits__AnonymousPerMinute", "0"));
        await AssertReadsBackAsync(restarted.Client, load.Issued);
    }

    // Every quote byte for byte; and the last ones again by their keys, without a new one.
    private static async Task AssertReadsBackAsync(HttpClient client, IReadOnlyCollection<(string Location, byte[] Answer, string Key)> issued)
    {
        foreach (var (location, answer, _) in issued)
        {
            var read = await client.FetchAsync(location);
            Assert.True(read.Status == 200 && read.Body.AsSpan().SequenceEqual(answer), $"{location} is {read.Status}: {read.Text}");
        }

        foreach (var (location, answer, key) in issued.TakeLast(3))
        {
            var again = await client.PostQuoteAsync(QuoteLoad.Body, ("Idempotency-Key", key));
            Assert.Equal(location, again.Header("Location"));
            Assert.Equal(answer, again.Body);
        }
    }
}
