using Dapper;

namespace CostEstimator.Storage.Quotes;

/// <summary>Tries whether a quote could be kept.</summary>
internal static class WriteProbe
{
    private const int BytesOfLargeAnswer = 256 * 1024;

    /// <summary>Writes a quote, and takes it back.</summary>
    /// <param name="database">The database, which nobody else of this process writes.</param>
    /// <param name="isToCommit">
    /// Whether something is to be committed, too: what fails at the end of a transaction, such as a disk that takes pages and does not keep
    /// them, shows in none that is taken back.
    /// </param>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">It cannot be written; the exception says why.</exception>
    /// <exception cref="DatabaseException">The file may not be written, or no reference can be made.</exception>
    public static void Run(Database database, bool isToCommit)
    {
        using var connection = database.OpenForWriting();
        if (QuoteTables.KeyOf(connection) is null)
        {
            throw QuoteTables.KeyIsGone();
        }

        // At the end of the table, as quotes are. Without a cache, what a large quote would write is written to the log before the transaction ends: a full disk shows.
        connection.Execute("PRAGMA cache_size = 1");

        // The log is the writer's to take over, who hears of it when the disk refuses.
        connection.Execute("PRAGMA wal_autocheckpoint = 0");
        using (connection.BeginTransaction(deferred: false))
        {
            connection.Execute(InsertOf(BytesOfLargeAnswer));
        }

        if (isToCommit)
        {
            // Nothing stays of it but pages that were written.
            using var transaction = connection.BeginTransaction(deferred: false);
            connection.Execute(InsertOf(0));
            connection.Execute($"DELETE FROM quotes WHERE number = {long.MaxValue}");
            transaction.Commit();
        }
    }

    private static string InsertOf(int bytes) =>
        $"""
        INSERT INTO quotes (number, reference, issued_at, valid_until, price_list_version, language, request, answer)
        VALUES ({long.MaxValue}, -1, '', '', '', '', '', zeroblob({bytes}))
        """;
}
