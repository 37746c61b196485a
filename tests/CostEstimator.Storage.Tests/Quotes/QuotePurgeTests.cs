using System.Diagnostics;
using CostEstimator.Storage.Quotes;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.Quotes;

public sealed class QuotePurgeTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly QuoteStore _quotes;

    public QuotePurgeTests()
    {
        _quotes = new QuoteStore(_database.Database);
    }

    public void Dispose()
    {
        _quotes.Dispose();
        _database.Dispose();
    }

    [Fact]
    public async Task PurgeExpiredBefore_ManyQuotes_DeletesThoseThatExpiredBeforeTheDay()
    {
        var day = new DateOnly(2026, 11, 22);
        await Task.WhenAll(Enumerable.Range(0, 1_900).Select(AddAsync));

        // Valid until the day before: expired on that day, which is before.
        var deleted = _quotes.PurgeExpiredBefore(day);

        Assert.Equal(950, deleted);
        Assert.Equal(0, _quotes.PurgeExpiredBefore(day));
        Assert.Null(_quotes.Find(SampleQuote.Of(0).Reference));
        Assert.NotNull(_quotes.Find(SampleQuote.Of(1).Reference));
        Assert.Equal(950, _database.Scalar<int>("SELECT count(*) FROM quotes WHERE valid_until = '2026-11-22'"));
        Assert.Equal(1, _database.Scalar<int>("SELECT count(*) FROM idempotency_keys"));

        async Task AddAsync(int number)
        {
            var quote = SampleQuote.Of(number) with { ValidUntil = day.AddDays(number % 2 == 0 ? -1 : 0) };
            await KeepAsync(quote, number < 2 ? IdempotencyMark.Of("a", $"{number}", "body"u8) : null);
        }
    }

    [Fact]
    public async Task PurgeExpiredBefore_WhileQuotesAreIssued_HoldsNobodyUp()
    {
        var day = new DateOnly(2026, 11, 22);
        await Task.WhenAll(Enumerable.Range(0, 15_000).Select(number => KeepAsync(SampleQuote.Of(number) with { ValidUntil = day.AddDays(-1) }, null)));
        var slowest = TimeSpan.Zero;
        var meanwhile = 0;

        var purging = Task.Run(
            () =>
            {
                using var operators = new QuoteStore(Database.At($"Data Source={_database.Database.File};Pooling=False"));
                return operators.PurgeExpiredBefore(day);
            },
            TestContext.Current.CancellationToken);
        while (!purging.IsCompleted)
        {
            var watch = Stopwatch.StartNew();
            Assert.True(await _quotes.TryAddAsync(SampleQuote.Of(20_000 + meanwhile++) with { ValidUntil = day }, TestContext.Current.CancellationToken));
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
        }

        Assert.Equal(15_000, await purging);
        Assert.True(meanwhile > 2, $"Only {meanwhile} quotes were kept.");
        Assert.True(slowest < TimeSpan.FromSeconds(1), $"One waited for {slowest}.");
        Assert.Equal(meanwhile, _database.Scalar<int>("SELECT count(*) FROM quotes"));
    }

    [Fact]
    public async Task PurgeExpiredBefore_NothingHasExpired_TakesNoLock()
    {
        var day = new DateOnly(2026, 11, 22);
        await KeepAsync(SampleQuote.Of(1) with { ValidUntil = day }, null);
        using var other = _database.LockWrites();

        var watch = Stopwatch.StartNew();
        Assert.Equal(0, _quotes.PurgeExpiredBefore(day));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
    }

    private async Task KeepAsync(StoredQuote quote, IdempotencyMark? mark)
    {
        while (true)
        {
            try
            {
                Assert.True(await _quotes.TryAddAsync(quote, mark, TestContext.Current.CancellationToken));
                return;
            }
            catch (DatabaseException)
            {
                // More than may wait.
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }
}
