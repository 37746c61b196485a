using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>
/// Takes what was committed from the log over into the database file, on a thread of its own while the writer of quotes goes on. For what
/// was written meanwhile, and for those who read the log at that moment, the writer waits between two groups: then the log starts over.
/// </summary>
internal sealed class LogCheckpoints : IDisposable
{
    private const int IoError = 10;
    private const int Full = 13;

    // Pages of 4 KB. Fewer checkpoints write fewer pages, since those of many groups are written once.
    private const int PagesBetween = 2_000;

    // A quote is read in less than one. Who reads for longer, such as a backup, is not waited for: the log grows until he is done.
    private const int MillisecondsForReaders = 50;

    // A log that has started over is written again from its beginning, and takes the room that it once had: up to here.
    private const long MostBytesLeft = 32 * 1024 * 1024;
    private const int BytesOfPage = 4096;

    private readonly SqliteConnection _own;
    private readonly FileInfo _log;
    private readonly Action _failed;
    private readonly string _database;
    private Task? _running;
    private long _pages;
    private volatile bool _hasFailed;

    /// <summary>Takes over the log of a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="writers">The connection of the writer, which from now on leaves the log alone.</param>
    /// <param name="failed">Is told when the disk refuses.</param>
    public LogCheckpoints(Database database, SqliteConnection writers, Action failed)
    {
        (_failed, _database) = (failed, database.File);
        writers.Execute("PRAGMA wal_autocheckpoint = 0");
        _own = database.OpenForWriting();
        _own.Execute($"PRAGMA busy_timeout = {MillisecondsForReaders}");

        // What a server that was killed has left is taken over with the first quote, and not on top of as much again.
        _log = new FileInfo(database.File + "-wal");
        _pages = BytesOf(_log) / BytesOfPage;
    }

    /// <summary>The writer has committed, told its callers so, and has nothing open.</summary>
    /// <param name="pages">About how many pages it has written.</param>
    public void AfterCommit(int pages)
    {
        _pages += pages;

        // After the disk has refused, the log must not begin anew before all of it was taken over again.
        if (_pages < PagesBetween || _hasFailed)
        {
            return;
        }

        if (_running is null)
        {
            _running = Task.Factory.StartNew(() => TakeOver("PASSIVE"), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        else if (_running.IsCompleted)
        {
            TakeOver(BytesOf(_log) > MostBytesLeft ? "TRUNCATE" : "RESTART");
            _running = null;
            _pages = 0;
        }
    }

    /// <summary>Takes the whole log over, and has it begin with nothing, if nobody reads it at that moment.</summary>
    /// <exception cref="SqliteException">The disk refuses.</exception>
    public void StartOver()
    {
        _own.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        _pages = BytesOf(_log) / BytesOfPage;
    }

    /// <summary>Whether a fault is the disk's, after which nobody knows what of the latest writes is on it.</summary>
    public static bool IsOfTheDisk(Exception fault) => fault is SqliteException { SqliteErrorCode: IoError or Full };

    /// <inheritdoc/>
    public void Dispose()
    {
        _running?.Wait();
        _own.Dispose();
    }

    private static long BytesOf(FileInfo log)
    {
        log.Refresh();
        return log.Exists ? log.Length : 0;
    }

    // At once, so that nobody builds on pages that the disk has lost; the writer sees to the rest.
    private void ForgetTakenOver()
    {
        try
        {
            using (_own.BeginTransaction(deferred: false))
            {
                LogIndex.ForgetTakenOver(_database);
            }
        }
        catch (Exception fault) when (fault is SqliteException or DatabaseException)
        {
            // As the writer will find, too.
        }
    }

    private void TakeOver(string mode)
    {
        try
        {
            _own.Execute($"PRAGMA wal_checkpoint({mode})");
        }
        catch (SqliteException fault)
        {
            // What was committed is safe in the log, and is taken over another time.
            if (IsOfTheDisk(fault))
            {
                _hasFailed = true;
                _failed();
                ForgetTakenOver();
            }
        }
    }
}
