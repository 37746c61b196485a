using CostEstimator.Storage.Quotes;
using CostEstimator.Storage.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Tests;

/// <summary>What a disk has lost of the database file while the log still has it.</summary>
public sealed class LogIndexTests : IDisposable
{
    private const int Page = 4096;

    private readonly TestDatabase _database = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task ForgetTakenOver_PagesThatWereTakenOverAreLost_AreReadFromTheLogAndTakenOverAgain()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The index is written on Linux only.");
        using var quotes = new QuoteStore(_database.Database);
        for (var number = 1; number <= 50; number++)
        {
            Assert.True(await quotes.TryAddAsync(SampleQuote.Of(number), Cancellation));
        }

        _database.Execute("PRAGMA wal_checkpoint(PASSIVE)");
        Lose("quotes");
        Assert.Throws<SqliteException>(() => _database.Scalar<long>("SELECT count(*) FROM quotes WHERE length(answer) > 0"));

        using (var writer = _database.Database.Open())
        using (writer.BeginTransaction(deferred: false))
        {
            LogIndex.ForgetTakenOver(_database.Database.File);
        }

        // They remember what they have read.
        _database.Database.CloseIdleConnections();
        Assert.Equal(50, _database.Scalar<long>("SELECT count(*) FROM quotes WHERE length(answer) > 0"));
        Assert.Equal(0, _database.Scalar<long>("PRAGMA wal_checkpoint(TRUNCATE)"));
        Assert.Equal("ok", _database.Scalar<string>("PRAGMA integrity_check"));
        Assert.Equal(0, new FileInfo(_database.Database.File + "-wal").Length);
        Assert.Equal(50, _database.Scalar<long>("SELECT count(*) FROM quotes WHERE length(answer) > 0"));
    }

    [Fact]
    public void ForgetTakenOver_IndexOfAnotherForm_IsRefusedAndLeftAsItWas()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The index is written on Linux only.");
        var file = _database.Folder.FileNamed("other.db");
        var index = Enumerable.Repeat((byte)7, 32 * 1024).ToArray();
        File.WriteAllBytes(file + "-shm", index);

        Assert.Contains("restart", Assert.Throws<DatabaseException>(() => LogIndex.ForgetTakenOver(file)).Message, StringComparison.Ordinal);
        Assert.Contains("restart", Assert.Throws<DatabaseException>(() => LogIndex.ForgetTakenOver(file + "2")).Message, StringComparison.Ordinal);

        Assert.Equal(index, File.ReadAllBytes(file + "-shm"));
    }

    // By a program of its own: who closes a file gives up all locks that the process has on it.
    private void Lose(string table)
    {
        var root = _database.Scalar<long>($"SELECT rootpage FROM sqlite_schema WHERE name = '{table}'");
        using var dd = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            "dd", ["if=/dev/zero", $"of={_database.Database.File}", $"bs={Page}", $"seek={root - 1}", "count=1", "conv=notrunc", "status=none"]))!;
        dd.WaitForExit();
        Assert.Equal(0, dd.ExitCode);
    }
}
