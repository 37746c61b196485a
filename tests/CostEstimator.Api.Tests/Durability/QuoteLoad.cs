using System.Collections.Concurrent;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>Clients that ask for quotes as fast as they are answered, and remember every answer, until the server is gone.</summary>
internal sealed class QuoteLoad
{
    /// <summary>What they ask for.</summary>
    public const string Body = """{"items":[{"treatment":"chemotherapy","quantity":{"min":4,"max":6}}],"currency":"EUR","language":"ru"}""";

    private const int Clients = 8;

    private readonly ConcurrentQueue<(string Location, byte[] Answer, string Key)> _issued = new();
    private readonly ConcurrentQueue<int> _others = new();
    private readonly Task _running;

    private QuoteLoad(HttpClient client, CancellationToken end)
    {
        _running = Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(() => AskAsync(client, end), CancellationToken.None)));
    }

    /// <summary>The quotes that were answered whole, and the key of each request.</summary>
    public IReadOnlyCollection<(string Location, byte[] Answer, string Key)> Issued => _issued;

    /// <summary>Status codes other than 201.</summary>
    public IReadOnlyCollection<int> Others => _others;

    public static QuoteLoad Start(HttpClient client, CancellationToken end) => new(client, end);

    /// <summary>Waits for the first answer, which takes a new server the longest.</summary>
    public async Task BeginAsync()
    {
        for (var attempt = 0; _issued.IsEmpty; attempt++)
        {
            Assert.True(attempt < 1_000, "No quote is issued.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until no client gets an answer any more.</summary>
    public Task EndAsync() => _running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    private async Task AskAsync(HttpClient client, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var key = Guid.NewGuid().ToString();
            try
            {
                var answer = await client.PostQuoteAsync(Body, ("Idempotency-Key", key));
                if (answer.Status == 201)
                {
                    _issued.Enqueue((answer.Header("Location")!, answer.Body, key));
                }
                else
                {
                    _others.Enqueue(answer.Status);
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException)
            {
                return;
            }
        }
    }
}
