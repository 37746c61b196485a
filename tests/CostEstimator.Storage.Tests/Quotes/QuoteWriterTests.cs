using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CostEstimator.Storage.Quotes;
using CostEstimator.Storage.Tests.Fixtures;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Tests.Quotes;

/// <summary>The one writer: groups that are kept together, and what becomes of them when something goes wrong.</summary>
public sealed class QuoteWriterTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly QuoteStore _quotes;

    public QuoteWriterTests()
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
    public async Task TryAddAsync_ManyWaiting_AreKeptInOneTransaction()
    {
        using var listener = Listen(out var groups);
        Task<bool>[] adding;
        using (_database.LockWrites())
        {
            adding = [.. Enumerable.Range(1, 200).Select(number => _quotes.TryAddAsync(SampleQuote.Of(number), Cancellation))];
            await Task.Delay(100, Cancellation);
        }

        Assert.All(await Task.WhenAll(adding), Assert.True);
        Assert.Contains(200, groups);
        Assert.Equal(200, _database.Scalar<int>("SELECT count(*) FROM quotes"));
    }

    [Fact]
    public async Task TryAddAsync_AllHaveGivenUp_CountsNoCommit()
    {
        using var listener = Listen(out var groups);
        using var givingUp = new CancellationTokenSource();
        await using (_database.LockWrites())
        {
            var adding = Enumerable.Range(1, 20).Select(number => _quotes.TryAddAsync(SampleQuote.Of(number), givingUp.Token)).ToList();
            await Task.Delay(100, Cancellation);
            await givingUp.CancelAsync();
            await Task.WhenAll(adding).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        // Their turn comes, and nobody is there.
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        Assert.True(await _quotes.TryAddAsync(SampleQuote.Of(21), Cancellation));
        Assert.Contains(1, groups);
        Assert.DoesNotContain(0, groups);
    }

    [Fact]
    public async Task TryAddAsync_MoreThanMayWait_AreRefusedAndTheOthersKept()
    {
        List<Task<bool>> adding = [];
        using (_database.LockWrites())
        {
            adding.AddRange(Enumerable.Range(1, QuoteQueue.MostWaiting).Select(number => _quotes.TryAddAsync(SampleQuote.Of(number), Cancellation)));
            var refusal = await Assert.ThrowsAsync<DatabaseException>(() => _quotes.TryAddAsync(SampleQuote.Of(0), Cancellation));
            Assert.Contains("1000", refusal.Message, StringComparison.Ordinal);
        }

        Assert.All(await Task.WhenAll(adding), Assert.True);
        Assert.True(await _quotes.TryAddAsync(SampleQuote.Of(0), Cancellation));
    }

    [Fact]
    public async Task TryAddAsync_OneThatTheDatabaseDoesNotTake_LosesNoOther()
    {
        _database.Execute("CREATE TRIGGER no_sevens BEFORE INSERT ON quotes WHEN new.reference = 7 BEGIN SELECT RAISE(ABORT, 'no sevens'); END");
        List<Task<bool>> adding = [];
        using (_database.LockWrites())
        {
            adding.AddRange(Enumerable.Range(1, 20).Select(number => _quotes.TryAddAsync(SampleQuote.Of(number), Cancellation)));
        }

        foreach (var (number, kept) in adding.Index())
        {
            if (number + 1 == 7)
            {
                Assert.Contains("no sevens", (await Assert.ThrowsAsync<SqliteException>(() => kept)).Message, StringComparison.Ordinal);
            }
            else
            {
                Assert.True(await kept);
            }
        }
    }

    [Fact]
    public async Task TryAddAsync_SameReferenceAndSameKeyInOneGroup_KeepsTheFirstOfEach()
    {
        var mark = IdempotencyMark.Of("a", "k", "body"u8);
        Task<bool>[] adding;
        using (_database.LockWrites())
        {
            adding =
            [
                _quotes.TryAddAsync(SampleQuote.Of(1), mark, Cancellation), _quotes.TryAddAsync(SampleQuote.Of(2), mark, Cancellation),
                _quotes.TryAddAsync(SampleQuote.Of(1), Cancellation), _quotes.TryAddAsync(SampleQuote.Of(3), Cancellation),
            ];
        }

        Assert.Equal("True False False True", string.Join(' ', await Task.WhenAll(adding)));
        Assert.Null(_quotes.Find(SampleQuote.Of(2).Reference));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TryAddAsync_WithoutAnEnd_KeepsTheLogShort(bool isReadMeanwhile)
    {
        var log = new FileInfo(_database.Database.File + "-wal");
        var answer = new byte[8_000];
        using var connection = _database.Database.Open();
        using var reading = connection.CreateCommand();
        reading.CommandText = "SELECT count(*) FROM quotes";
        for (var round = 0; round < 30; round++)
        {
            var adding = Enumerable.Range(200 * round, 200).Select(number => _quotes.TryAddAsync(SampleQuote.Of(number) with { Answer = answer }, Cancellation));
            Assert.All(await Task.WhenAll(adding), Assert.True);
            _ = isReadMeanwhile ? reading.ExecuteScalar() : null;
        }

        // About 10 MB; without checkpoints it would be 50.
        log.Refresh();
        Assert.InRange(log.Length, 1, 40_000_000);
        Assert.Equal(6_000, _database.Scalar<int>("SELECT count(*) FROM quotes"));
    }

    [Fact]
    public async Task TryAddAsync_LongLogThatOthersHaveLeft_IsTakenOverAndItsRoomGivenBack()
    {
        var log = new FileInfo(_database.Database.File + "-wal");
        using var other = _database.Database.OpenForWriting();
        other.Execute("PRAGMA wal_autocheckpoint = 0; CREATE TABLE ballast (bytes); INSERT INTO ballast VALUES (zeroblob(40000000))");
        log.Refresh();
        Assert.InRange(log.Length, 40_000_000, 50_000_000);

        for (var number = 0; number < 100 && log.Length > 40_000_000; number++)
        {
            Assert.True(await _quotes.TryAddAsync(SampleQuote.Of(number), Cancellation));
            await Task.Delay(20, Cancellation);
            log.Refresh();
        }

        Assert.InRange(log.Length, 0, 1_000_000);
    }

    [Fact]
    public async Task TryAddAsync_WhileOthersReadWithoutAPause_KeepsTheLogShort()
    {
        using var end = new CancellationTokenSource();
        var reading = Enumerable.Range(0, 2).Select(_ => Task.Run(
            () =>
            {
                while (!end.IsCancellationRequested)
                {
                    _quotes.Find(SampleQuote.Of(1).Reference);
                }
            },
            Cancellation)).ToList();
        var answer = new byte[8_000];
        for (var round = 0; round < 60; round++)
        {
            var adding = Enumerable.Range(200 * round, 200).Select(number => _quotes.TryAddAsync(SampleQuote.Of(number) with { Answer = answer }, Cancellation));
            Assert.All(await Task.WhenAll(adding), Assert.True);
        }

        await end.CancelAsync();
        await Task.WhenAll(reading);

        // About 35 MB; were the readers not waited for, 240.
        Assert.InRange(new FileInfo(_database.Database.File + "-wal").Length, 1, 80_000_000);
    }

    [Fact]
    public async Task Dispose_WithQuotesWaiting_KeepsThemFirst()
    {
        Task<bool>[] adding;
        var other = new QuoteStore(_database.Database);
        using (_database.LockWrites())
        {
            adding = [.. Enumerable.Range(1, 50).Select(number => other.TryAddAsync(SampleQuote.Of(number), Cancellation))];
        }

        other.Dispose();

        Assert.All(await Task.WhenAll(adding), Assert.True);
    }

    [Fact]
    public async Task TryAddAsync_FileMovedAwayAndBack_ThrowsMeanwhileAndMakesNoOther()
    {
        Assert.True(await _quotes.TryAddAsync(SampleQuote.Of(1), Cancellation));
        var file = _database.Database.File;
        Move(file, file + ".away");

        await Assert.ThrowsAsync<SqliteException>(() => _quotes.TryAddAsync(SampleQuote.Of(2), Cancellation));
        await Assert.ThrowsAsync<SqliteException>(_quotes.RefuseUnwritableAsync);
        Assert.False(File.Exists(file));
        Move(file + ".away", file);

        Assert.True(await _quotes.TryAddAsync(SampleQuote.Of(2), Cancellation));
        await _quotes.RefuseUnwritableAsync();
        Assert.Equal(2, _database.Scalar<int>("SELECT count(*) FROM quotes"));
    }

    private static void Move(string from, string to)
    {
        foreach (var part in new[] { "", "-wal", "-shm" }.Where(part => File.Exists(from + part)))
        {
            File.Move(from + part, to + part);
        }
    }

    // Other tests have writers, too.
    private static MeterListener Listen(out ConcurrentQueue<int> groups)
    {
        var sizes = groups = new ConcurrentQueue<int>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == QuoteStore.MeterName)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((_, size, _, _) => sizes.Enqueue(size));
        listener.Start();
        return listener;
    }
}
