using System.Diagnostics;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.PriceLists;

/// <summary>An import under a running server takes effect soon, and no request sees a mixture.</summary>
public sealed class ImportWhileServingTests
{
    private const string Both = "item=scan&item=walk:2";

    private static readonly DataSet Cheap = new DataSet().Treatment("scan").Treatment("walk").Fact("hall", "a", "b")
        .Rule("scan-a", "scan", "100", "150", "hall=a").Rule("scan-b", "scan", "120", "200", "hall=b").Rule("walk-price", "walk", "1", "1");

    private static readonly DataSet Dear = new DataSet().Treatment("walk").Treatment("scan").Fact("wing", "x", "y", "z")
        .Rule("scan-x", "scan", "1000", "1500", "wing=x|y").Rule("scan-z", "scan", "1200", "2000", "wing=z").Rule("walk-price", "walk", "5", "5");

    [Fact]
    public async Task Import_ServerRuns_TakesEffectWithinTwoSecondsAndQuotesStay()
    {
        using var folder = new TempFolder();
        await using var server = await ServerProcess.StartAsync(folder, ("PriceData__Directory", Cheap.WriteTo(folder["cheap"])));
        Dear.WriteTo(folder["dear"]);
        var before = await server.Client.EstimateAsync(Both);
        var quote = await server.Client.PostQuoteAsync("""{"items":[{"treatment":"scan"}]}""");

        var run = await ProgramRun.OfAsync(folder, "import", "dear");
        var watch = Stopwatch.StartNew();
        var after = before;
        while (after.StringAt("/priceListVersion") == before.StringAt("/priceListVersion") && watch.Elapsed < TimeSpan.FromSeconds(5))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            after = await server.Client.EstimateAsync(Both);
        }

        Assert.Equal(0, run.ExitCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
        Assert.Equal("$102 – $202", before.StringAt("/total/text"));
        Assert.Equal("$1,010 – $2,010", after.StringAt("/total/text"));
        Assert.Equal(quote.Body, (await server.Client.FetchAsync(quote.Header("Location")!)).Body);
    }

    [Fact]
    public async Task Import_AgainAndAgainUnderLoad_EveryAnswerIsOfOnePriceList()
    {
        using var folder = new TempFolder();
        await using var server = await ServerProcess.StartAsync(
            folder, ("PriceData__Directory", Cheap.WriteTo(folder["cheap"])), ("Limits__AnonymousPerMinute", "0"));
        var database = new TestDatabase(ProductProcess.DatabaseIn(folder));
        using var done = new CancellationTokenSource();
        var clients = Enumerable.Range(0, 3).Select(_ => Task.Run(() => AskAsync(server.Client, done.Token))).ToList();

        for (var round = 0; round < 12; round++)
        {
            database.Import(round % 2 == 0 ? Dear : Cheap);
            await Task.Delay(300, TestContext.Current.CancellationToken);
        }

        await done.CancelAsync();
        var seen = (await Task.WhenAll(clients)).SelectMany(answers => answers).ToHashSet();

        var perVersion = seen.GroupBy(answer => answer.Version, answer => answer.What)
            .Select(answers => string.Join(", ", answers.Order(StringComparer.Ordinal)));
        Assert.Equal(
            [
                "estimate $1,010 – $2,010 wing, quote $1,000 – $2,000 wing, treatments walk",
                "estimate $102 – $202 hall, quote $100 – $200 hall, treatments scan",
            ],
            perVersion.Order(StringComparer.Ordinal));
    }

    private static async Task<List<(string Version, string What)>> AskAsync(HttpClient client, CancellationToken done)
    {
        var seen = new List<(string, string)>();
        while (!done.IsCancellationRequested)
        {
            var estimate = await client.EstimateAsync(Both);
            Assert.Equal(estimate.Header("Price-List-Version"), estimate.StringAt("/priceListVersion"));
            seen.Add(Seen("estimate", estimate));
            var quote = await client.PostQuoteAsync("""{"items":[{"treatment":"scan"}]}""");
            seen.Add(Seen("quote", quote));
            var treatments = await client.FetchAsync("/v1/treatments");
            seen.Add((treatments.Header("Price-List-Version")!, $"treatments {treatments.StringAt("/0/code")}"));
        }

        return seen;
    }

    private static (string Version, string What) Seen(string kind, ApiAnswer answer) =>
        (answer.Header("Price-List-Version")!, $"{kind} {answer.StringAt("/total/text")} {answer.StringAt("/questions/0/fact")}");
}
