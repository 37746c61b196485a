using CostEstimator.Storage.Quotes;
using CostEstimator.Storage.Tests.Fixtures;
using Dapper;

namespace CostEstimator.Storage.Tests;

/// <summary>A log that a killed server has left: SQLite throws away what follows a damaged page of it.</summary>
public sealed class LogFileTests : IDisposable
{
    private const int Head = 32;
    private const int Frame = 24 + 4096;

    private readonly TestDatabase _database = new();
    private readonly Database _left;

    public LogFileTests()
    {
        _left = Database.At($"Data Source={_database.Folder.FileNamed("left.db")}");
    }

    private string Log => _left.File + "-wal";

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData(0, 100)]
    [InlineData(0, 3_000)]
    [InlineData(3, 8)]
    [InlineData(3, 16)]
    [InlineData(10, 4_119)]
    public async Task Migrate_PageOfTheLogIsDamagedBeforeOthers_IsRefusedAndLeftAsItWas(int frame, int place)
    {
        await LeaveAsync(20);
        Flip(Head + (frame * Frame) + place);

        AssertRefused();
    }

    [Theory]
    [InlineData(8)]
    [InlineData(17)]
    [InlineData(30)]
    public async Task Migrate_HeadOfTheLogIsDamaged_IsRefusedAndLeftAsItWas(int place)
    {
        await LeaveAsync(5);
        Flip(place);

        AssertRefused();
    }

    [Theory]
    [InlineData(Head)]
    [InlineData(512)]
    [InlineData(4096)]
    [InlineData(Head + (3 * Frame) + 24)]
    public async Task Migrate_LogBeginsWithZeros_IsRefusedAndLeftAsItWas(int length)
    {
        await LeaveAsync(20);
        using (var log = File.OpenWrite(Log))
        {
            log.Write(new byte[length]);
        }

        AssertRefused();
    }

    [Fact]
    public async Task Migrate_LastTransactionIsTorn_GoesOnWithoutIt()
    {
        await LeaveAsync(5);
        Flip(Frames() * Frame + Head - 1);

        new Migrator(_database.Clock).Migrate(_left);

        using var quotes = new QuoteStore(_left);
        Assert.NotNull(quotes.Find(SampleQuote.Of(4).Reference));
        Assert.Null(quotes.Find(SampleQuote.Of(5).Reference));
        Assert.True(_left.LosesLastTransaction);
    }

    [Fact]
    public async Task Migrate_LastTransactionWasNotWrittenToItsEnd_IsNothingThatWasLost()
    {
        await LeaveAsync(5);
        using (var log = new FileStream(Log, FileMode.Open))
        {
            log.SetLength((Frames() * Frame) + Head - 1);
        }

        new Migrator(_database.Clock).Migrate(_left);

        Assert.False(_left.LosesLastTransaction);
    }

    [Theory]
    [InlineData(32)]
    [InlineData(32 + (3 * Frame))]
    public async Task Migrate_LogOfZeros_IsOneThatWasNeverWritten(int length)
    {
        await LeaveAsync(5);
        using (var taking = TestDatabase.OpenAsStranger(_left.File))
        {
            taking.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        File.WriteAllBytes(Log, new byte[length]);

        new Migrator(_database.Clock).Migrate(_left);

        using var kept = new QuoteStore(_left);
        Assert.NotNull(kept.Find(SampleQuote.Of(5).Reference));
    }

    [Fact]
    public async Task Migrate_LogHoldsWhatWasTakenBackToo_IsSound()
    {
        // Readiness writes a large quote, and takes it back: its pages stay in the log, behind those that came after.
        await LeaveAsync(5, quotes => quotes.RefuseUnwritableAsync());

        new Migrator(_database.Clock).Migrate(_left);

        using var kept = new QuoteStore(_left);
        Assert.NotNull(kept.Find(SampleQuote.Of(5).Reference));
        Assert.False(_left.LosesLastTransaction);
    }

    [Fact]
    public async Task Migrate_LogThatBeganAnew_IsSound()
    {
        await LeaveAsync(5, _ =>
        {
            _database.Execute("PRAGMA wal_checkpoint(RESTART)");
            return Task.CompletedTask;
        });

        new Migrator(_database.Clock).Migrate(_left);

        using var kept = new QuoteStore(_left);
        Assert.NotNull(kept.Find(SampleQuote.Of(5).Reference));
    }

    [Fact]
    public async Task LossOf_LogIsWrittenBetweenTheLooks_IsNotSaid()
    {
        await LeaveAsync(20);
        Flip(Head + (3 * Frame) + 100);

        Assert.Equal(LogLoss.Committed, LogFile.LossOf(Log));
        Assert.Equal(LogLoss.None, LogFile.LossOf(Log, () => File.SetLastWriteTimeUtc(Log, DateTime.UtcNow.AddSeconds(1))));
    }

    [Fact]
    public async Task LossOf_LogIsTakenOverBetweenTheLooks_IsNotSaid()
    {
        await LeaveAsync(20);
        Flip(Head + (3 * Frame) + 100);

        Assert.Equal(LogLoss.None, LogFile.LossOf(Log, () => File.Delete(Log)));
    }

    [Fact]
    public async Task Migrate_WhileAServerWrites_IsNotTakenForDamage()
    {
        using var quotes = new QuoteStore(_database.Database);
        using var end = new CancellationTokenSource();
        var writing = Task.Run(
            async () =>
            {
                for (var number = 1; !end.IsCancellationRequested; number++)
                {
                    await quotes.TryAddAsync(SampleQuote.Of(number), CancellationToken.None);
                }
            },
            TestContext.Current.CancellationToken);

        for (var time = 0; time < 50; time++)
        {
            new Migrator(_database.Clock).Migrate(_database.Database);
        }

        await end.CancelAsync();
        await writing;
    }

    // Copies the files as a server would leave them that is killed after so many quotes, each of which is a transaction of its own.
    private async Task LeaveAsync(int count, Func<QuoteStore, Task>? before = null)
    {
        using var quotes = new QuoteStore(_database.Database);
        await quotes.TryAddAsync(SampleQuote.Of(100), TestContext.Current.CancellationToken);
        if (before is not null)
        {
            await before(quotes);
        }

        for (var number = 1; number <= count; number++)
        {
            await quotes.TryAddAsync(SampleQuote.Of(number), TestContext.Current.CancellationToken);
        }

        File.Copy(_database.Database.File, _left.File);
        File.Copy(_database.Database.File + "-wal", Log);
    }

    // Up to the last that ends a transaction.
    private int Frames()
    {
        var log = File.ReadAllBytes(Log);
        return Enumerable.Range(0, (log.Length - Head) / Frame).Last(frame => log.AsSpan(Head + (frame * Frame) + 4, 4).ContainsAnyExcept((byte)0)) + 1;
    }

    private void Flip(int place)
    {
        var log = File.ReadAllBytes(Log);
        log[place] ^= 4;
        File.WriteAllBytes(Log, log);
    }

    private void AssertRefused()
    {
        var before = (File.ReadAllBytes(_left.File), File.ReadAllBytes(Log));

        var fault = Assert.Throws<DatabaseException>(() => new Migrator(_database.Clock).Migrate(_left));

        Assert.Contains("damaged", fault.Message, StringComparison.Ordinal);
        Assert.Contains(Log, fault.Message, StringComparison.Ordinal);
        Assert.Equal(before.Item1, File.ReadAllBytes(_left.File));
        Assert.Equal(before.Item2, File.ReadAllBytes(Log));
    }
}
