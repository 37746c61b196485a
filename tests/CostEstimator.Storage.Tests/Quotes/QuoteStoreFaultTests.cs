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
            Assert.Contains("locked", (await Assert.ThrowsAsync<DatabaseException>(_quotes.RefuseUnwritableAsync)).Message, StringComparison.Ordinal);
        }

        await _quotes.RefuseUnwritableAsync();
    }

    [Fact]
    public async Task Everything_FolderGone_Throws()
    {
        using var folder = new TempFolder();
        using var quotes = new QuoteStore(Database.At($"Data Source={folder.FileNamed("some.db")}"));
        Directory.Delete(folder.Path);

        await Assert.ThrowsAsync<SqliteException>(() => quotes.TryAddAsync(Quote(1), Cancellation));
        Assert.Throws<SqliteException>(() => quotes.Find(Quote(1).Reference));
        await Assert.ThrowsAsync<SqliteException>(quotes.RefuseUnwritableAsync);
    }

    [Fact]
    public async Task Find_BackupWasPutInThePlaceOfADeletedDatabase_FindsWhatIsInItAndWhatComesAfter()
    {
        await _quotes.TryAddAsync(Quote(1), Cancellation);
        var backup = _database.Folder.FileNamed("backup.db");
        using (var source = TestDatabase.OpenAsStranger(_database.Database.File))
        using (var copy = TestDatabase.OpenAsStranger(backup))
        {
            source.BackupDatabase(copy);
        }

        await _quotes.TryAddAsync(Quote(2), Cancellation);
        Assert.NotNull(_quotes.Find(Quote(2).Reference));
        foreach (var part in (string[])["", "-wal", "-shm"])
        {
            File.Delete(_database.Database.File + part);
        }

        File.Copy(backup, _database.Database.File);
        await _quotes.TryAddAsync(Quote(3), Cancellation);

        Assert.NotNull(_quotes.Find(Quote(1).Reference));
        Assert.Null(_quotes.Find(Quote(2).Reference));
        Assert.NotNull(_quotes.Find(Quote(3).Reference));
    }

    [Fact]
    public async Task RefuseUnwritable_KeyWasDeletedByHand_SaysSo()
    {
        _database.Execute("DELETE FROM reference_key");

        Assert.Contains("reference_key", (await Assert.ThrowsAsync<DatabaseException>(_quotes.RefuseUnwritableAsync)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE quotes SET answer = x'7B7C'")]
    [InlineData("UPDATE quotes SET reference = 8")]
    [InlineData("UPDATE quotes SET issued_at = '2026-11-22T12:00:01.0000000+00:00'")]
    [InlineData("UPDATE quotes SET issued_at = 'early'")]
    [InlineData("UPDATE quotes SET valid_until = '2027-12-22'")]
    [InlineData("UPDATE quotes SET valid_until = ''")]
    [InlineData("UPDATE quotes SET price_list_version = 'w'")]
    [InlineData("UPDATE quotes SET language = 'tr'")]
    [InlineData("UPDATE quotes SET bulletin = ''")]
    [InlineData("UPDATE quotes SET partner = ''")]
    [InlineData("UPDATE quotes SET request = '{ }'")]
    [InlineData("UPDATE quotes SET row_checksum = row_checksum + 1")]
    [InlineData("UPDATE quotes SET row_checksum = NULL, issued_at = 'early'")]
    public async Task Find_QuoteIsNotWhatWasKept_ThrowsInsteadOfGivingIt(string damage)
    {
        await _quotes.TryAddAsync(Quote(1), Cancellation);
        _database.Execute(damage);

        Assert.Contains("damaged", Assert.Throws<DatabaseException>(() => _quotes.Find(Quote(1).Reference)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("answer = 'a text'")]
    [InlineData("reference = 2.5")]
    [InlineData("reference = 'a text'")]
    [InlineData("row_checksum = 1e300")]
    [InlineData("issued_at = 5")]
    [InlineData("request = x'7B7D'")]
    public async Task Find_ColumnIsOfATypeThatNobodyWrote_IsDamageThatReadinessTells(string damage)
    {
        await _quotes.TryAddAsync(Quote(1), Cancellation);
        _database.Execute("PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'quotes'; PRAGMA schema_version = 900");
        _database.Execute($"UPDATE quotes SET {damage}");
        Assert.Null(_quotes.Damage);

        var fault = Assert.Throws<DatabaseException>(() => _quotes.Find(Quote(1).Reference));

        Assert.True(fault.IsDamage);
        Assert.Equal(fault.Message, _quotes.Damage);
        Assert.DoesNotContain("a text", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefuseUnwritable_LastGroupFailedAtItsCommit_FailsUntilACommitSucceeds()
    {
        _database.Execute("""
            CREATE TABLE never (id INTEGER REFERENCES reference_key (id) DEFERRABLE INITIALLY DEFERRED);
            CREATE TRIGGER no_quotes AFTER INSERT ON quotes BEGIN INSERT INTO never VALUES (0); END;
            CREATE TRIGGER no_keys AFTER UPDATE ON reference_key BEGIN INSERT INTO never VALUES (0); END;
            """);
        await _quotes.RefuseUnwritableAsync();
        await Assert.ThrowsAsync<SqliteException>(() => _quotes.TryAddAsync(Quote(1), Cancellation));

        await Assert.ThrowsAsync<SqliteException>(_quotes.RefuseUnwritableAsync);
        _database.Execute("DROP TRIGGER no_keys; DROP TRIGGER no_quotes");

        await _quotes.RefuseUnwritableAsync();
        Assert.True(await _quotes.TryAddAsync(Quote(1), Cancellation));
    }

    [Fact]
    public async Task Find_PageIsDamagedForAWhile_IsDamageUntilItReadsWell()
    {
        await _quotes.TryAddAsync(Quote(1), Cancellation);
        _database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        var root = (_database.Scalar<int>("SELECT rootpage FROM sqlite_schema WHERE name = 'quotes'") - 1) * 4096;
        var sound = ReadDatabase();
        var damaged = (byte[])sound.Clone();
        damaged.AsSpan(root, 4096).Fill(0xA5);
        await WriteDatabaseAsync(damaged);

        // The second time, too.
        for (var time = 0; time < 2; time++)
        {
            Assert.True(Assert.Throws<DatabaseException>(() => _quotes.Find(Quote(1).Reference)).IsDamage);
        }

        _quotes.LookAgain();
        Assert.Contains("malformed", _quotes.Damage, StringComparison.Ordinal);
        await WriteDatabaseAsync(sound);
        _quotes.LookAgain();

        Assert.Null(_quotes.Damage);
        Assert.NotNull(_quotes.Find(Quote(1).Reference));

        byte[] ReadDatabase()
        {
            using var file = new FileStream(_database.Database.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }

        async Task WriteDatabaseAsync(byte[] bytes)
        {
            await using var file = new FileStream(_database.Database.File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            await file.WriteAsync(bytes, Cancellation);
        }
    }

    [Fact]
    public async Task TryAddAsync_PagesWereFoundDamaged_TakesNothingOnTheStrengthOfItsMemory()
    {
        for (var number = 1UL; number <= 50; number++)
        {
            Assert.True(await _quotes.TryAddAsync(Quote(number), Cancellation));
        }

        // It starts over nothing that the writer would notice.
        _database.Execute("PRAGMA wal_checkpoint(PASSIVE)");
        var root = _database.Scalar<int>("SELECT rootpage FROM sqlite_schema WHERE name = 'quotes'");
        using (var file = new FileStream(_database.Database.File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.Position = (root - 1) * 4096L;
            file.Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
        }

        // Without anybody who looks, the writer does not know.
        await Assert.ThrowsAsync<SqliteException>(_quotes.RefuseUnwritableAsync);

        await Assert.ThrowsAsync<SqliteException>(() => _quotes.TryAddAsync(Quote(51), Cancellation));
    }

    [Fact]
    public async Task TryAddAsync_QuoteOfTheKeyWasDeletedByHand_KeepsTheNewOne()
    {
        var mark = IdempotencyMark.Of("a", "k", "body"u8);
        Assert.True(await _quotes.TryAddAsync(Quote(1), mark, Cancellation));
        _database.Execute("DELETE FROM quotes");

        Assert.Null(_quotes.FindRepeated(mark, Quote(1).IssuedAt));
        Assert.True(await _quotes.TryAddAsync(Quote(2), mark, Cancellation));
        Assert.Equal(Quote(2).Reference, _quotes.FindRepeated(mark, Quote(2).IssuedAt)!.Quote.Reference);
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
