using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>
/// Reads all quotes through, a few at a time, so that those that a disk has damaged are known before somebody asks for one. How long a
/// start takes does not depend on how many there are: it reads the first of them, and the others are read while the server serves.
/// </summary>
/// <param name="database">A migrated database.</param>
public sealed class QuoteAudit(Database database)
{
    // What takes well below a tenth of a second.
    private const int MostAtStart = 2_000;

    private const int MostTogether = 100;
    private const int Damaged = 11;
    private const int NotADatabase = 26;

    private long? _last = long.MinValue;
    private volatile string? _fault;

    /// <summary>What is wrong with the first quote that was found damaged; null: none was.</summary>
    public string? Fault => _fault;

    /// <summary>Refuses a database of which a quote is damaged, if it is among the first, or all are to be read.</summary>
    /// <exception cref="DatabaseException">One is.</exception>
    internal static void RefuseDamaged(SqliteConnection connection, string file, bool isWhole)
    {
        try
        {
            long? last = long.MinValue;
            for (var read = 0; last is not null && (isWhole || read < MostAtStart); read += MostTogether)
            {
                last = QuoteTables.Audit(last.Value, MostTogether, connection);
            }
        }
        catch (DatabaseException fault)
        {
            throw new DatabaseException($"The database '{file}' is damaged: {fault.Message} Nothing was changed. Put a backup in its place.", fault);
        }
    }

    /// <summary>Reads the next few.</summary>
    /// <returns>Whether there are more, and nothing wrong with these.</returns>
    /// <exception cref="SqliteException">The database cannot be read at the moment.</exception>
    /// <exception cref="DatabaseException">The file is another than before.</exception>
    public bool Next()
    {
        using var connection = database.Open();
        try
        {
            using var transaction = connection.BeginTransaction(deferred: true);
            _last = QuoteTables.Audit(_last!.Value, MostTogether, connection);
            return _last is not null;
        }
        catch (Exception fault) when (fault is DatabaseException or SqliteException { SqliteErrorCode: Damaged or NotADatabase })
        {
            _fault = fault.Message;
            return false;
        }
    }
}
