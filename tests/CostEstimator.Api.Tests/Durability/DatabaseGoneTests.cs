using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>A database that cannot be used for a while: quotes are refused, estimates go on, and all is well once the cause is gone.</summary>
public sealed class DatabaseGoneTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string File => _folder["data/quotes.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Quotes_FolderMovedAwayAndBack_AreRefusedMeanwhileOnly()
    {
        await using var server = await StartAsync();
        Assert.Equal(201, (await server.Client.PostQuoteAsync(QuotesUnavailable.Quote)).Status);
        Directory.Move(_folder["data"], _folder["away"]);

        await QuotesUnavailable.AssertRefusesAsync(server.Client);
        (await server.Client.FetchAsync("/health/ready")).AssertRefused(503, "unavailable");
        Assert.False(Directory.Exists(_folder["data"]));
        Directory.Move(_folder["away"], _folder["data"]);

        await QuotesUnavailable.AssertWorksAsync(server, File, 2);
    }

    [Fact]
    public async Task Quotes_FileAloneMovedAwayAndBack_AreNotLostThoughTheLogStayed()
    {
        await using var server = await StartAsync();
        var issued = new List<ApiAnswer>();
        await IssueAsync(server.Client, issued, 20);
        System.IO.File.Move(File, File + ".away");

        await QuotesUnavailable.AssertRefusesAsync(server.Client);
        var unread = await server.Client.FetchAsync(issued[0].Header("Location")!);
        unread.AssertRefused(503, "unavailable");
        Assert.Equal("The database cannot be read at the moment. Try again later.", unread.StringAt("/detail"));
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        Assert.False(System.IO.File.Exists(File));
        System.IO.File.Move(File + ".away", File);

        await AssertReadBackAsync(server, issued);
        await QuotesUnavailable.AssertWorksAsync(server, File, issued.Count + 1);
    }

    [Fact]
    public async Task Quotes_FileReplacedWhileItsLogStayed_AreRefusedUntilItIsPutBack()
    {
        await using var server = await StartAsync();
        var issued = new List<ApiAnswer>();
        await IssueAsync(server.Client, issued, 5);
        (await ProgramRun.WithAsync(_folder, [("Storage__ConnectionString", $"Data Source={File}")], "backup", "copy.db")).AssertDone();
        await IssueAsync(server.Client, issued, 20);
        System.IO.File.Move(File, File + ".former");
        System.IO.File.Copy(_folder["copy.db"], File);

        await QuotesUnavailable.AssertRefusesAsync(server.Client);
        var unready = await server.Client.FetchAsync("/health/ready");
        Assert.Equal(503, unready.Status);
        Assert.Contains("replaced", unready.StringAt("/detail"), StringComparison.Ordinal);
        Assert.Equal(await System.IO.File.ReadAllBytesAsync(_folder["copy.db"], TestContext.Current.CancellationToken), await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken));
        System.IO.File.Move(File + ".former", File, overwrite: true);

        await AssertReadBackAsync(server, issued);
        await QuotesUnavailable.AssertWorksAsync(server, File, issued.Count + 1);
    }

    [Fact]
    public async Task Quotes_FileIsALink_AreKeptInWhatItLinksTo()
    {
        Directory.CreateDirectory(_folder["disk"]);
        Directory.CreateDirectory(_folder["data"]);
        await using (await ServerProcess.StartAsync(_folder, ("Storage__ConnectionString", $"Data Source={_folder["disk/real.db"]}")))
        {
            System.IO.File.CreateSymbolicLink(File, _folder["disk/real.db"]);
        }

        await using var server = await StartAsync();
        Assert.Equal(201, (await server.Client.PostQuoteAsync(QuotesUnavailable.Quote)).Status);

        await QuotesUnavailable.AssertWorksAsync(server, _folder["disk/real.db"], 2);
    }

    [Fact]
    public async Task Quotes_LockedByAnotherProcessForTenSeconds_AreRefusedMeanwhileOnly()
    {
        await using var server = await StartAsync();
        var issued = await server.Client.PostQuoteAsync(QuotesUnavailable.Quote);
        await using (var lockedHere = new TestDatabase(File).Connect())
        {
            TestDatabase.Execute(lockedHere, "BEGIN EXCLUSIVE");
            var refused = QuotesUnavailable.AssertRefusesAsync(server.Client);
            var unready = Task.WhenAll(Enumerable.Range(0, 5).Select(_ => server.Client.FetchAsync("/health/ready")));
            await AssertReadsBackAtOnceAsync(server.Client, issued);
            Assert.All(await unready, answer => answer.AssertRefused(503, "unavailable"));
            await Task.WhenAll(refused, Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
        }

        await QuotesUnavailable.AssertWorksAsync(server, File, 2);
    }

    [Fact]
    public async Task Quotes_LockedUntilTheServerStops_AreRefusedInTimeNotCutOff()
    {
        await using var server = await StartAsync();
        Assert.Equal(201, (await server.Client.PostQuoteAsync(QuotesUnavailable.Quote)).Status);
        await using var lockedHere = new TestDatabase(File).Connect();
        TestDatabase.Execute(lockedHere, "BEGIN EXCLUSIVE");
        var waiting = Enumerable.Range(0, 5).Select(_ => server.Client.PostQuoteAsync(QuotesUnavailable.Quote)).ToList();
        await Task.Delay(100, TestContext.Current.CancellationToken);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal(0, await server.TerminateAsync());

        // The writer would wait for the lock for five seconds, for nobody.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(4.5), $"It took {watch.Elapsed}.");
        Assert.All(await Task.WhenAll(waiting), refusal => refusal.AssertRefused(503, "unavailable"));
        TestDatabase.Execute(lockedHere, "ROLLBACK");
        Assert.Equal(1, new TestDatabase(File).QuoteCount());
    }

    [Fact]
    public async Task Quotes_ManyCallersGaveUpWhileItWasLocked_TakeNobodysPlace()
    {
        await using var server = await StartAsync();
        Task<ApiAnswer> patient;
        await using (var lockedHere = new TestDatabase(File).Connect())
        {
            TestDatabase.Execute(lockedHere, "BEGIN EXCLUSIVE");
            using (var leaving = new HttpClient { BaseAddress = server.Client.BaseAddress })
            {
                var impatient = Enumerable.Range(0, 1_500).Select(_ => leaving.PostQuoteAsync(QuotesUnavailable.Quote)).ToList();
                await Task.Delay(2_000, TestContext.Current.CancellationToken);
                leaving.CancelPendingRequests();
                await Task.WhenAll(impatient.Select(async asked => await Record.ExceptionAsync(() => asked)));
            }

            await Task.Delay(500, TestContext.Current.CancellationToken);
            patient = server.Client.PostQuoteAsync(QuotesUnavailable.Quote);
            await Task.Delay(500, TestContext.Current.CancellationToken);
            Assert.False(patient.IsCompleted, "The one who waits was sent away.");
        }

        Assert.Equal(201, (await patient).Status);
        await QuotesUnavailable.AssertWorksAsync(server, File, 2);
    }

    [Fact]
    public async Task Quotes_LogDeletedUnderTheServer_AreNotLost()
    {
        var issued = new List<ApiAnswer>();
        await using (var server = await StartAsync())
        {
            await IssueAsync(server.Client, issued, 20);
            System.IO.File.Delete(File + "-wal");
            System.IO.File.Delete(File + "-shm");
            await IssueAsync(server.Client, issued, 20);
            await server.KillAsync();
        }

        await using var restarted = await StartAsync();
        foreach (var quote in issued)
        {
            await AssertReadsBackAtOnceAsync(restarted.Client, quote);
        }

        await QuotesUnavailable.AssertWorksAsync(restarted, File, issued.Count + 1);
    }

    // At once: whoever waits for the lock holds up nobody who reads.
    private static async Task AssertReadsBackAtOnceAsync(HttpClient client, ApiAnswer issued)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(issued.Body, (await client.FetchAsync(issued.Header("Location")!)).Body);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
    }

    // Once it is ready again.
    private static async Task AssertReadBackAsync(ServerProcess server, List<ApiAnswer> issued)
    {
        for (var attempt = 0; (await server.Client.FetchAsync("/health/ready")).Status != 200; attempt++)
        {
            Assert.True(attempt < 100, "It does not recover.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        foreach (var quote in issued)
        {
            await AssertReadsBackAtOnceAsync(server.Client, quote);
        }
    }

    private static async Task IssueAsync(HttpClient client, List<ApiAnswer> issued, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var answer = await client.PostQuoteAsync(QuotesUnavailable.Quote);
            Assert.Equal(201, answer.Status);
            issued.Add(answer);
        }
    }

    private Task<ServerProcess> StartAsync()
    {
        Directory.CreateDirectory(_folder["data"]);
        return ServerProcess.StartAsync(_folder, ("Storage__ConnectionString", $"Data Source={File}"), ("Limits__AnonymousPerMinute", "0"));
    }
}
