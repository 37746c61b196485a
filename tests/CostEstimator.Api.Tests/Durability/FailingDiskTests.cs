using System.Diagnostics;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>
/// A disk that fails in the middle of a write, as the system makes it where a file outgrows what a process may write: quotes are refused
/// meanwhile, none that was answered is lost, and what was written for those that were refused passes for nothing.
/// </summary>
public sealed class FailingDiskTests : IDisposable
{
    private const string Limited = "trap '' XFSZ; ulimit -S -f 2000; exec \"$0\" \"$@\"";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ProgramFact("prlimit")]
    public async Task Quotes_WritesFail_AreRefusedUntilTheyDoNot()
    {
        await using var server = await StartAsync();
        var issued = await FillAsync(server.Client);

        await QuotesUnavailable.AssertRefusesAsync(server.Client);
        var ready = await server.Client.FetchAsync("/health/ready");
        ready.AssertRefused(503, "unavailable");
        Assert.Contains("disk", ready.StringAt("/detail"), StringComparison.Ordinal);
        await issued.AssertReadBackAsync(server.Client);
        LiftLimit(server);

        await issued.AssertReadBackAsync(server.Client);
        await QuotesUnavailable.AssertWorksAsync(server, ProductProcess.DatabaseIn(_folder), issued.Count + 1);
    }

    [ProgramFact("prlimit")]
    public async Task Start_AfterWritesFailedAndAKill_TakesTheLogForWhatItIs()
    {
        IssuedQuotes issued;
        await using (var server = await StartAsync())
        {
            issued = await FillAsync(server.Client);

            LeaveCommitsBehind();
            LiftLimit(server);
            await issued.AddAsync(server.Client, QuotesUnavailable.Quote);
            await server.KillAsync();
        }

        await using var again = await ServerProcess.StartAsync(_folder, ("Limits__AnonymousPerMinute", "0"));

        await issued.AssertReadBackAsync(again.Client);
        Assert.Equal(200, (await again.Client.FetchAsync("/health/ready")).Status);
    }

    // Until the database itself can grow no more: before, a log that could not has only to be taken over.
    private static async Task<IssuedQuotes> FillAsync(HttpClient client)
    {
        var issued = new IssuedQuotes();
        await issued.AddUntilRefusedAsync(client, IssuedQuotes.LongQuoteOf, together: 20);
        await issued.AddUntilRefusedAsync(client, _ => QuotesUnavailable.Quote, together: 1);
        return issued;
    }

    // As groups do whose pages were written, and then could not be brought to the disk. None of it is known to the server.
    private void LeaveCommitsBehind()
    {
        var (database, copy) = (ProductProcess.DatabaseIn(_folder), _folder["copy.db"]);
        File.Copy(database, copy);
        File.Copy(database + "-wal", copy + "-wal");
        using var others = new TestDatabase(copy).Connect();
        for (var number = 0; number < 8; number++)
        {
            TestDatabase.Execute(others, $"CREATE TABLE left_behind_{number} (a)");
        }

        using var written = new FileStream(copy + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var log = new FileStream(database + "-wal", FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        written.CopyTo(log);
    }

    // What maps code twice makes a file that is larger than the limit.
    private Task<ServerProcess> StartAsync() =>
        ServerProcess.StartInShellAsync(_folder, Limited, ("Limits__AnonymousPerMinute", "0"), ("DOTNET_EnableWriteXorExecute", "0"));

    private static void LiftLimit(ServerProcess server)
    {
        using var prlimit = Process.Start("prlimit", ["--pid", $"{server.Id}", "--fsize=unlimited"]);
        prlimit.WaitForExit();
        Assert.Equal(0, prlimit.ExitCode);
    }
}
