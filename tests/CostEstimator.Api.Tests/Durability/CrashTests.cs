using System.Net;
using System.Net.Sockets;
using System.Text;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>A server that is killed at any moment: whatever it has answered is there afterwards.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Rounds = 20;

    private static readonly byte[] Body = [.. """{"items":[{"treatment":"chemotherapy"}]}"""u8];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kill_UnderLoadTwentyTimes_LosesNoQuoteThatWasAnswered()
    {
        var random = new Random(20261122);
        var database = new TestDatabase(ProductProcess.DatabaseIn(_folder));
        List<(string Location, byte[] Answer, string Key)> issued = [];
        var ofLast = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await using var server = await ServerProcess.StartAsync(_folder, ("Limits__AnonymousPerMinute", "0"));
            await AssertReadsBackAsync(server.Client, issued[^ofLast..]);
            var load = QuoteLoad.Start(server.Client, TestContext.Current.CancellationToken);
            await load.BeginAsync();
            await Task.Delay(random.Next(0, 300), TestContext.Current.CancellationToken);
            await server.KillAsync();
            await load.EndAsync();
            Assert.Empty(load.Others);
            ofLast = load.Issued.Count;
            issued.AddRange(load.Issued);
            Assert.Equal("ok", database.Value<string>("PRAGMA integrity_check"));
        }

        // Whatever was answered before any of the kills, after all of them.
        await using var last = await ServerProcess.StartAsync(_folder, ("Limits__AnonymousPerMinute", "0"));
        await AssertReadsBackAsync(last.Client, issued);
        Assert.True(issued.Count >= Rounds, $"Only {issued.Count} quotes were issued.");
        Assert.Equal(0, await last.TerminateAsync());
        Assert.Equal("ok", database.Value<string>("PRAGMA integrity_check"));
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

    [Fact]
    public async Task Terminate_EndOfABodyComesLater_AnswersItAndTakesNothingNew()
    {
        await using var server = await ServerProcess.StartAsync(_folder);
        using var client = await BeginQuoteAsync(server.Client.BaseAddress!);

        var terminating = server.TerminateAsync();
        await WaitUntilRefusedAsync(server.Client.BaseAddress!);
        await client.GetStream().WriteAsync(Body.AsMemory()[^10..], TestContext.Current.CancellationToken);
        using var answer = new StreamReader(client.GetStream());

        Assert.Equal("HTTP/1.1 201 Created", await answer.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await terminating);
        Assert.Equal(1, new TestDatabase(ProductProcess.DatabaseIn(_folder)).QuoteCount());
    }

    [Fact]
    public async Task Terminate_NeitherABodyNorTheCollectorComesToAnEnd_EndsInTimeAllTheSame()
    {
        using var collector = new TcpListener(IPAddress.Loopback, 0);
        collector.Start();
        await using var server = await ServerProcess.StartAsync(_folder, ("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://{collector.LocalEndpoint}"));
        using var client = await BeginQuoteAsync(server.Client.BaseAddress!);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal(0, await server.TerminateAsync());

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public async Task Terminate_EndsOfBodiesNeverCome_IsNoFaultOfTheProduct()
    {
        await using var server = await ServerProcess.StartAsync(_folder);
        var clients = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => BeginQuoteAsync(server.Client.BaseAddress!)));

        Assert.Equal(0, await server.TerminateAsync());

        Assert.Empty(server.Requests());
        Assert.Equal(0, new TestDatabase(ProductProcess.DatabaseIn(_folder)).QuoteCount());
        Array.ForEach(clients, client => client.Dispose());
    }

    private static async Task WaitUntilRefusedAsync(Uri server)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(3))
        {
            try
            {
                (await ConnectAsync(server)).Dispose();
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
            catch (SocketException)
            {
                return;
            }
        }

        Assert.Fail("It takes new connections.");
    }

    private static async Task<TcpClient> ConnectAsync(Uri server)
    {
        var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        return client;
    }

    /// <summary>Asks for a quote, and holds the last ten bytes back.</summary>
    private static async Task<TcpClient> BeginQuoteAsync(Uri server)
    {
        var client = await ConnectAsync(server);
        var head = $"POST /v1/quotes HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n";
        await client.GetStream().WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. Body[..^10]], TestContext.Current.CancellationToken);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        return client;
    }

    // Every quote byte for byte; and some again by their keys, the last ones among them, without a new one.
    private static async Task AssertReadsBackAsync(HttpClient client, IReadOnlyCollection<(string Location, byte[] Answer, string Key)> issued)
    {
        await Parallel.ForEachAsync(issued, TestContext.Current.CancellationToken, async (quote, _) =>
        {
            var read = await client.FetchAsync(quote.Location);
            Assert.True(read.Status == 200 && read.Body.AsSpan().SequenceEqual(quote.Answer), $"{quote.Location} is {read.Status}: {read.Text}");
        });

        foreach (var (location, answer, key) in issued.Where((_, place) => place % 20 == 0).Concat(issued.TakeLast(3)))
        {
            var again = await client.PostQuoteAsync(QuoteLoad.Body, ("Idempotency-Key", key));
            Assert.Equal(location, again.Header("Location"));
            Assert.Equal(answer, again.Body);
        }
    }
}
