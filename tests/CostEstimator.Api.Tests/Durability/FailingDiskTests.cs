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

            // Groups of several sizes, each of which leaves pages of its own behind.
            foreach (var size in (int[])[40, 20, 8])
            {
                var refused = await Task.WhenAll(Enumerable.Range(0, size).Select(number => server.Client.PostQuoteAsync(QuoteOf(number))));
                issued.AddRange(refused.Where(answer => answer.Status == 201));
            }

            LiftLimit(server);
            issued.Add(await server.Client.PostQuoteAsync(QuotesUnavailable.Quote));
            Assert.Equal(201, issued[^1].Status);
            await server.KillAsync();
        }

        await using var again = await ServerProcess.StartAsync(_folder, ("Limits__AnonymousPerMinute", "0"));

        await AssertReadBackAsync(again.Client, issued);
        Assert.Equal(200, (await again.Client.FetchAsync("/health/ready")).Status);
    }

    private static async Task<List<ApiAnswer>> FillAsync(HttpClient client)
    {
        var issued = new List<ApiAnswer>();
        var refused = 0;
        for (var count = 0; count < MostQuotes && refused < 20; count += 20)
        {
            var answers = await Task.WhenAll(Enumerable.Range(count, 20).Select(number => client.PostQuoteAsync(QuoteOf(number))));
            issued.AddRange(answers.Where(answer => answer.Status == 201));
            refused = answers.Count(answer => answer.Status == 503);
        }

        Assert.Equal(20, refused);
        Assert.NotEmpty(issued);
        return issued;
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
