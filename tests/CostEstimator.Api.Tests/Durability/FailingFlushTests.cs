using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>
/// A disk that takes what is written, and then says that it could not keep it. The system forgets such pages: what is read is the former
/// ones, as soon as it has use for its memory. Quotes are refused meanwhile, and none that was answered is lost or called unknown.
/// </summary>
public sealed class FailingFlushTests : IDisposable
{
    // Bytes of the log: fewer than it has when it is taken over, however many quotes come together.
    private const long AlmostTakenOver = 6_000_000;
    private const int Together = 20;
    private const int MostUntilFailed = 400;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Database => ProductProcess.DatabaseIn(_folder);

    private string OnDisk => _folder["on-disk.db"];

    [ProgramFact("strace")]
    public async Task TakingOver_IsNotKept_LosesNothingAndCallsNothingUnknown()
    {
        await using var server = await StartAsync();
        var issued = await FillLogAsync(server.Client);
        using (await FailAsync(server))
        {
            await AddUntilFailedAsync(issued, server.Client);

            await QuotesUnavailable.AssertRefusesAsync(server.Client);
            (await server.Client.FetchAsync("/health/ready")).AssertRefused(503, "unavailable");
            (await server.Client.FetchAsync("/v1/quotes/Q-0000-0000-0001")).AssertRefused(503, "unavailable");
            await issued.AssertReadBackAsync(server.Client);
            LosePages();

            // No disk keeps what is flushed after it has lost it: what the server is writing at this moment is refused, too.
            await QuotesUnavailable.AssertRefusesAsync(server.Client);
        }

        await QuotesUnavailable.AssertWorksAsync(server, Database, issued.Count + 1, meanwhile: () => issued.AssertReadBackAsync(server.Client));
    }

    [ProgramFact("strace")]
    public async Task TakingOver_IsNotKeptAndServerKilled_LosesNothing()
    {
        IssuedQuotes issued;
        await using (var server = await StartAsync())
        {
            issued = await FillLogAsync(server.Client);
            using (await FailAsync(server))
            {
                await AddUntilFailedAsync(issued, server.Client);
                await server.KillAsync();
            }
        }

        LosePages();
        await using var again = await StartAsync();

        await issued.AssertReadBackAsync(again.Client);
        await QuotesUnavailable.AssertWorksAsync(again, Database, issued.Count + 1);
    }

    [ProgramFact("strace")]
    public async Task Commits_AreNotKept_AreRefusedUntilTheyAre()
    {
        await using var server = await StartAsync();
        var issued = new IssuedQuotes();
        await issued.AddAsync(server.Client, QuotesUnavailable.Quote);
        using (await FailingFlushes.OfAsync(server.Id, Database + "-wal"))
        {
            await QuotesUnavailable.AssertRefusesAsync(server.Client);
            (await server.Client.FetchAsync("/health/ready")).AssertRefused(503, "unavailable");
            await issued.AssertReadBackAsync(server.Client);
        }

        await issued.AssertReadBackAsync(server.Client);
        await QuotesUnavailable.AssertWorksAsync(server, Database, issued.Count + 1);
    }

    [ProgramFact("strace")]
    public async Task Commits_DoNotEnd_WhoWaitsForTheNextIsRefusedAndWhoWasTakenIsKept()
    {
        await using var server = await StartAsync();
        var issued = new IssuedQuotes();
        await issued.AddAsync(server.Client, QuotesUnavailable.Quote);
        Task taken;
        using (await FailingFlushes.HangAsync(server.Id, Database + "-wal"))
        {
            taken = issued.AddAsync(server.Client, QuotesUnavailable.Quote);
            while ((await server.Client.FetchAsync("/health/ready")).Status == 200)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }

            var refusal = await server.Client.PostQuoteAsync(QuotesUnavailable.Quote).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            refusal.AssertRefused(503, "unavailable");
            Assert.NotNull(refusal.Header("Retry-After"));
            Assert.Equal(200, (await server.Client.EstimateAsync("item=chemotherapy")).Status);
            Assert.False(taken.IsCompleted);
        }

        await taken.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(2, issued.Count);
        await issued.AssertReadBackAsync(server.Client);
        await QuotesUnavailable.AssertWorksAsync(server, Database, issued.Count + 1);
    }

    private Task<ServerProcess> StartAsync() => ServerProcess.StartAsync(_folder, ("Limits__AnonymousPerMinute", "0"));

    private async Task<IssuedQuotes> FillLogAsync(HttpClient client)
    {
        var issued = new IssuedQuotes();
        for (var attempt = 0; new FileInfo(Database + "-wal") is not { Exists: true, Length: > AlmostTakenOver }; attempt++)
        {
            Assert.True(attempt < MostUntilFailed, "The log does not grow.");
            Assert.False(await issued.AddAsync(client, IssuedQuotes.LongQuoteOf, Together));
        }

        return issued;
    }

    private async Task<FailingFlushes> FailAsync(ServerProcess server)
    {
        var failing = await FailingFlushes.OfAsync(server.Id, Database);
        File.Copy(Database, OnDisk);
        return failing;
    }

    private static async Task AddUntilFailedAsync(IssuedQuotes issued, HttpClient client)
    {
        for (var attempt = 0; !await issued.AddAsync(client, IssuedQuotes.LongQuoteOf, Together); attempt++)
        {
            Assert.True(attempt < MostUntilFailed, "The disk has not failed.");
        }
    }

    // As when the system has let go of them: the file is the one that was kept last.
    private void LosePages()
    {
        using var kept = File.OpenRead(OnDisk);
        using var file = new FileStream(Database, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        kept.CopyTo(file);
        file.SetLength(kept.Length);
    }
}
