using CostEstimator.Pricing.Quotes;
using CostEstimator.Storage.Quotes;
using CostEstimator.Storage.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Tests.Quotes;

public sealed class QuoteStoreFaultTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly QuoteStore _quotes;

    public QuoteStoreFaultTests()
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
    public async Task TryAddAsync_AnotherProgramWritesForTooLong_ThrowsAndKeepsNothing()
    {
        using (_database.LockWrites())
        {
            await Assert.ThrowsAsync<SqliteException>(() => Task.Run(() => _quotes.TryAddAsync(Quote(1), Cancellation), Cancellation));
        }

        Assert.Null(_quotes.Find(Quote(1).Reference));
        Assert.True(await _quotes.TryAddAsync(Quote(1), Cancellation));
    }

    [Fact]
    public async Task RefuseUnwritable_AnotherProgramWritesForTooLong_ThrowsButQuotesAreFound()
    {
        await _quotes.TryAddAsync(Quote(1), Cancellation);
        using (_database.LockWrites())
        {
            Assert.NotNull(_quotes.Find(Quote(1).Reference));
            Assert.Throws<SqliteException>(_quotes.RefuseUnwritable);
        }

        _quotes.RefuseUnwritable();
    }

    [Fact]
    public async Task Everything_FolderGone_Throws()
    {
        using var folder = new TempFolder();
        using var quotes = new QuoteStore(Database.At($"Data Source={folder.FileNamed("some.db")}"));
        Directory.Delete(folder.Path);

        await Assert.ThrowsAsync<SqliteException>(() => quotes.TryAddAsync(Quote(1), Cancellation));
        Assert.Throws<SqliteException>(() => quotes.Find(Quote(1).Reference));
        Assert.Throws<SqliteException>(quotes.RefuseUnwritable);
    }

    [Fact]
    public async Task TryAddAsync_DatabaseWithoutItsTables_Throws()
    {
        using var folder = new TempFolder();
        using var quotes = new QuoteStore(Database.At($"Data Source={folder.FileNamed("some.db")}"));

        await Assert.ThrowsAsync<SqliteException>(() => quotes.TryAddAsync(Quote(1), Cancellation));
    }

    [Fact]
    public async Task TryAddAsync_AfterAFault_KeepsTheNextQuote()
    {
        _database.Execute("CREATE TRIGGER full_disk BEFORE INSERT ON quotes BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        await Assert.ThrowsAsync<SqliteException>(() => _quotes.TryAddAsync(Quote(1), Cancellation));
        _database.Execute("DROP TRIGGER full_disk");

        Assert.True(await _quotes.TryAddAsync(Quote(1), Cancellation));
    }

    private static StoredQuote Quote(ulong bits) => new(
        new QuoteReference(bits), DateTimeOffset.UnixEpoch, new DateOnly(2026, 12, 22), "v", "en", null, "{}", "{}"u8.ToArray());
}
