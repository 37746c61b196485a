using CostEstimator.Pricing.Quotes;
using CostEstimator.Storage.Quotes;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.Quotes;

public sealed class QuoteStoreConcurrencyTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly QuoteStore _quotes;

    public QuoteStoreConcurrencyTests()
    {
        _quotes = new QuoteStore(_database.Database);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _quotes.Dispose();
        _database.Dispose();
    }

    [Fact]
    public async Task TryAddAsync_ManyAtOnceFromTwoStores_KeepsAll()
    {
        using var other = new QuoteStore(Database.At($"Data Source={_database.Database.File}"));
        var quotes = Enumerable.Range(0, 100).Select(number => Quote((ulong)number)).ToList();

        var kept = await Task.WhenAll(quotes.Select((quote, place) => Task.Run(
            () => (place % 2 == 0 ? _quotes : other).TryAddAsync(quote, Cancellation), Cancellation)));

        Assert.All(kept, Assert.True);
        Assert.All(quotes, quote => Assert.Equal(quote.Answer.ToArray(), _quotes.Find(quote.Reference)!.Answer.ToArray()));
    }

    [Fact]
    public async Task TryAddAsync_SameReferenceManyTimesAtOnce_KeepsOne()
    {
        var kept = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(
            () => _quotes.TryAddAsync(Quote(7), Cancellation), Cancellation)));

        Assert.Single(kept, isKept => isKept);
    }

    [Fact]
    public async Task TryAddAsync_CancelledBefore_KeepsNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _quotes.TryAddAsync(Quote(7), new CancellationToken(canceled: true)));

        Assert.Null(_quotes.Find(Quote(7).Reference));
    }

    [Fact]
    public async Task TryAddAsync_CancelledBeforeItsTurn_KeepsNothingAndDelaysNobody()
    {
        const int Count = 20;
        using var givingUp = new CancellationTokenSource();
        var otherProgram = _database.LockWrites();
        var adding = Enumerable.Range(0, Count).Select(number => Task.Run(
            () => _quotes.TryAddAsync(Quote((ulong)number), number % 2 == 0 ? Cancellation : givingUp.Token), Cancellation)).ToList();
        await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);
        await givingUp.CancelAsync();
        await otherProgram.DisposeAsync();

        await Task.WhenAll(adding.Where((_, number) => number % 2 == 0));
        await Task.WhenAll(adding).ContinueWith(_ => { }, TaskScheduler.Default);

        // One of those that gave up may have had the turn already; all others had not.
        Assert.InRange(adding.Count(task => task.IsCanceled), (Count / 2) - 1, Count / 2);
        Assert.All(adding.Index(), task =>
        {
            var isKept = _quotes.Find(Quote((ulong)task.Index).Reference) is not null;
            Assert.Equal(task.Item.IsCompletedSuccessfully, isKept);
        });
    }

    private static StoredQuote Quote(ulong bits) => new(
        new QuoteReference(bits),
        DateTimeOffset.UnixEpoch,
        new DateOnly(2026, 12, 22),
        "v",
        "en",
        null,
        "{}",
        System.Text.Encoding.UTF8.GetBytes($"{{\"number\":{bits}}}"));
}
