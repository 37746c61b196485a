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
            var mark = number < 2 ? IdempotencyMark.Of("a", $"{number}", "body"u8) : null;
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
}
