using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>
/// Takes what was committed from the log over into the database file, on a thread of its own while the writer of quotes goes on. What
/// was written meanwhile, the writer takes over itself between two groups: then the log starts over, and stays short.
/// </summary>
internal sealed class LogCheckpoints : IDisposable
{
    // Pages of 4 KB. Fewer checkpoints write fewer pages, since those of many groups are written once.
    private const int PagesBetween = 2_000;

    private readonly SqliteConnection _writers;
    private readonly SqliteConnection _own;
    private Task? _running;
    private long _pages;

    /// <summary>Takes over the log of a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="writers">The connection of the writer, which from now on leaves the log alone.</param>
    public LogCheckpoints(Database database, SqliteConnection writers)
    {
        _writers = writers;
        _writers.Execute("PRAGMA wal_autocheckpoint = 0");
        _own = database.OpenForWriting();
    }

    /// <summary>The writer has committed, told its callers so, and has nothing open.</summary>
    /// <param name="pages">About how many pages it has written.</param>
    public void AfterCommit(int pages)
    {
        _pages += pages;
        if (_pages < PagesBetween)
        {
            return;
        }

        if (_running is null)
        {
            _running = Task.Factory.StartNew(() => TakeOver(_own), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        else if (_running.IsCompleted)
        {
            TakeOver(_writers);
            _running = null;
            _pages = 0;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _running?.Wait();
        _own.Dispose();
    }

    // It waits for nobody, readers least of all.
    private static void TakeOver(SqliteConnection connection)
    {
        try
        {
            connection.Execute("PRAGMA wal_checkpoint(PASSIVE)");
        }
        catch (SqliteException)
        {
            // A full disk, for one. What was committed is safe in the log, and is taken over another time.
        }
    }
}
