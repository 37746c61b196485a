using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CostEstimator.Storage.Quotes;

/// <summary>
/// Reads all quotes through, a few at a time, so that those that a disk has damaged are known before somebody asks for one. How long a
/// start takes does not depend on how many there are: it reads the first of them, and the others are read while the server serves.
/// </summary>
/// <param name="database">A migrated database.</param>
public sealed class QuoteAudit(Database database)
{
    private const int MostTogether = 100;

    // Read in a tenth of a second, by a process that has just begun.
    private const int MostAtStart = 1_000;
    private const long MostBytesAtStart = 16_000_000;

    private long? _last = long.MinValue;
    private int _tables;
    private volatile string? _fault;

    /// <summary>What is wrong with the first quote that was found damaged, and was again when it was read once more; null: none is.</summary>
    public string? Fault => _fault;

    /// <summary>Whether something was damaged just now, and is to be read again: a file that somebody copies is half there for a moment, and a disk may fail for a while.</summary>
    public bool IsDoubtful { get; private set; }

    /// <summary>Refuses a database of which a quote is damaged, if it is among the first, or all are to be read.</summary>
    /// <exception cref="DatabaseException">One is.</exception>
    internal static void RefuseDamaged(SqliteConnection connection, string file, bool isWhole)
    {
        try
        {
            var (read, bytes) = (0, 0L);
            var last = (long?)long.MinValue;
            while (last is { } after && (isWhole || (read < MostAtStart && bytes < MostBytesAtStart)))
            {
                (last, var more) = QuoteTables.Audit(after, MostTogether, connection);
                read += MostTogether;
                bytes += more;
            }
        }
        catch (DatabaseException fault)
        {
            throw new DatabaseException($"The database '{file}' is damaged: {fault.Message} Nothing was changed. Put a backup in its place.", fault);
        }
    }

    /// <summary>Reads the next few, or again those that were damaged; after the last of them, and where the start has not, the pages of the tables.</summary>
    /// <param name="cancellation">Breaks off.</param>
    /// <returns>Whether there is more to read.</returns>
    /// <exception cref="SqliteException">The database cannot be read at the moment.</exception>
    /// <exception cref="DatabaseException">The file is another than before.</exception>
    public bool Next(CancellationToken cancellation)
    {
        // Without pages that an earlier reader remembers.
        using var connection = database.OpenExisting();
        using var breakingOff = cancellation.Register(() => raw.sqlite3_interrupt(connection.Handle));
        try
        {
            Read(connection);
            _fault = null;
            IsDoubtful = false;
            return _last is not null || (_tables < DatabaseDamage.GrowingTables.Count && DatabaseDamage.IsLarge(connection));
        }
        catch (Exception fault) when (fault is not SqliteException || DatabaseDamage.IsToldBy(fault))
        {
            _fault = IsDoubtful ? fault.Message : null;
            IsDoubtful = true;
            return true;
        }
    }

    private void Read(SqliteConnection connection)
    {
        if (_last is { } last)
        {
            using var transaction = connection.BeginTransaction(deferred: true);
            (_last, _) = QuoteTables.Audit(last, MostTogether, connection);
            return;
        }

        DatabaseDamage.Refuse(connection, DatabaseDamage.GrowingTables[_tables]);
        _tables++;
    }
}
