using System.Diagnostics;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>
/// A disk that fails in the middle of a write, as the system makes it where a file outgrows what a process may write: quotes are refused
/// meanwhile, none that was answered is lost, and what was written for those that were refused passes for nothing.
/// </summary>
public sealed class FailingDiskTests : IDisposable
{
    private const int MostQuotes = 5_000;
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
        await AssertReadBackAsync(server.Client, issued);
        LiftLimit(server);

        await AssertReadBackAsync(server.Client, issued);
        await QuotesUnavailable.AssertWorksAsync(server, ProductProcess.DatabaseIn(_folder), issued.Count + 1);
    }

    [ProgramFact("prlimit")]
    public async Task Start_AfterWritesFailedAndAKill_TakesTheLogForWhatItIs()
    {
        var issued = new List<ApiAnswer>();
        await using (var server = await StartAsync())
        {
            issued.AddRange(await FillAsync(server.Client));

            LeaveCommitsBehind();
            LiftLimit(server);
            issued.Add(await server.Client.PostQuoteAsync(QuotesUnavailable.Quote));
            Assert.Equal(201, issued[^1].Status);
            await server.KillAsync();
        }

        await using var again = await ServerProcess.StartAsync(_folder, ("Limits__AnonymousPerMinute", "0"));

        await AssertReadBackAsync(again.Client, issued);
        Assert.Equal(200, (await again.Client.FetchAsync("/health/ready")).Status);
    }

    // Until the database itself can grow no more: before, a log that could not has only to be taken over.
    private static async Task<List<ApiAnswer>> FillAsync(HttpClient client)
    {
        var issued = new List<ApiAnswer>();
        await RefusedAsync(number => QuoteOf(number), together: 20);
        await RefusedAsync(_ => QuotesUnavailable.Quote, together: 1);
        Assert.NotEmpty(issued);
        return issued;

        async Task RefusedAsync(Func<int, string> quoteOf, int together)
        {
            var refusals = 0;
            for (var count = 0; count < MostQuotes && refusals < 4; count += together)
            {
                var answers = await Task.WhenAll(Enumerable.Range(count, together).Select(number => client.PostQuoteAsync(quoteOf(number))));
                issued.AddRange(answers.Where(answer => answer.Status == 201));
                refusals = answers.All(answer => answer.Status == 503) ? refusals + 1 : 0;
            }

            Assert.Equal(4, refusals);
        }
    }

    // Each has an answer of its own, so that it takes its room.
    private static string QuoteOf(int number)
    {
        var items = Enumerable.Range(1, 40).Select(
            item => $$"""{"treatment":"chemotherapy","quantity":{"min":{{item}},"max":{{item + number + 1}} } }""");
        return $$"""{"items":[{{string.Join(',', items)}}]}""";
    }

    private static async Task AssertReadBackAsync(HttpClient client, List<ApiAnswer> issued)
    {
        foreach (var quote in issued)
        {
            Assert.Equal(quote.Body, (await client.FetchAsync(quote.Header("Location")!)).Body);
        }
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
