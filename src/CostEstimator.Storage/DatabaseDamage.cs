using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage;

/// <summary>Finds a database damaged, or something else than a database, before anything is written to it.</summary>
internal static partial class DatabaseDamage
{
    private const int Damaged = 11;
    private const int NotADatabase = 26;
    private const int LeastBytes = 512;
    private const long BytesOfRoom = 64 * 1024;

    // Read in a fifth of a second.
    private const long MostBytesAtStart = 64 * 1024 * 1024;

    /// <summary>The tables that grow with the quotes.</summary>
    public static IReadOnlyList<string> GrowingTables { get; } = ["quotes", "answer_rests", "idempotency_keys", "earlier_quotes"];

    /// <summary>Whether a fault says that what was read is damaged.</summary>
    public static bool IsToldBy(Exception fault) =>
        fault is SqliteException { SqliteErrorCode: Damaged or NotADatabase } or DatabaseException { IsDamage: true };

    /// <summary>Why a database is refused that SQLite cannot use, in words for an operator.</summary>
    public static DatabaseException Refusal(SqliteException fault, Database database) => fault.SqliteErrorCode switch
    {
        Damaged => new DatabaseException(
            $"The database '{database.File}' is damaged: {fault.Message.TrimEnd('.')}. Nothing was changed. Stop whatever uses it, and put a backup in its place, without a '-wal' or '-shm' beside it.", fault),
        NotADatabase => IsNoDatabase(database),
        _ => new DatabaseException(
            $"The database '{database.File}' cannot be used: {fault.Message}{(IsDiskFull(database) ? " Room is missing, its disk is full." : "")}", fault),
    };

    /// <summary>Refuses a file that SQLite would take for empty, and write over.</summary>
    /// <exception cref="DatabaseException">It is one.</exception>
    public static void RefuseTooShort(Database database)
    {
        if (new FileInfo(database.File) is { Exists: true, Length: > 0 and < LeastBytes })
        {
            throw IsNoDatabase(database);
        }
    }

    /// <summary>Refuses what SQLite can tell to be damaged.</summary>
    /// <remarks>
    /// What is damaged is to show now, and not when a family asks for its quote. But a start must not take longer with every quote that is
    /// kept: of a large database it reads what does not grow with them, and <see cref="Quotes.QuoteAudit"/> the rest.
    /// </remarks>
    /// <param name="connection">The database.</param>
    /// <param name="tables">Its tables.</param>
    /// <param name="isWhole">Whether to read all of it, however large it is.</param>
    /// <exception cref="SqliteException">It is damaged.</exception>
    public static void Refuse(SqliteConnection connection, IEnumerable<string> tables, bool isWhole)
    {
        if (isWhole || !IsLarge(connection))
        {
            Refuse(connection, table: null);
            return;
        }

        foreach (var table in tables.Except(GrowingTables, StringComparer.Ordinal))
        {
            Refuse(connection, table);
        }
    }

    /// <summary>Refuses a table that SQLite can tell to be damaged, with its indices.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="table">The table; null: all of them, and what is between.</param>
    /// <exception cref="SqliteException">It is damaged.</exception>
    public static void Refuse(SqliteConnection connection, string? table)
    {
        var what = table is null ? "1" : $"'{table.Replace("'", "''", StringComparison.Ordinal)}'";
        if ((connection.ExecuteScalar<string>($"PRAGMA integrity_check({what})") ?? "") is var found and not "ok")
        {
            throw new SqliteException(found, CodeOf(found));
        }
    }

    // A page that could not be read is told among what is damaged.
    private static int CodeOf(string found)
    {
        var code = UnreadPage().Match(found);
        return code.Success && (int.Parse(code.Groups[1].Value, CultureInfo.InvariantCulture) & 0xff) is var primary and not 0 ? primary : Damaged;
    }

    [GeneratedRegex("unable to get the page. error code=([0-9]{1,6})")]
    private static partial Regex UnreadPage();

    /// <summary>Whether a database is so large that a start does not read all of it.</summary>
    public static bool IsLarge(SqliteConnection connection) =>
        connection.ExecuteScalar<long>("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") > MostBytesAtStart;

    /// <summary>Refuses a log without its database, and one of which SQLite would throw committed transactions away.</summary>
    /// <exception cref="DatabaseException">It is one.</exception>
    public static void RefuseBrokenLog(Database database)
    {
        var log = new FileInfo(database.File + "-wal");

        // SQLite would begin a new database, and throw away what was committed last to the one that is gone.
        if (log is { Exists: true, Length: > 0 } && new FileInfo(database.File) is not { Exists: true, Length: > 0 })
        {
            throw new DatabaseException(
                $"The database '{database.File}' is gone or empty, but the log that belongs to it is there: '{log.FullName}'. "
                + "Put the database back, or delete the log to begin a new one; nothing was changed.");
        }

        try
        {
            var loss = log.Exists ? LogFile.LossOf(log.FullName) : LogLoss.None;
            database.LosesLastTransaction = loss == LogLoss.Last;
            if (loss == LogLoss.Committed)
            {
                throw new DatabaseException(
                    $"The log of the database '{database.File}' is damaged: quotes that were committed would be thrown away with '{log.FullName}'. Nothing was changed. "
                    + "Keep a copy of both, and put a backup in the place of the database; or delete the log, to go on without what is in it.");
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException($"The log of the database '{database.File}' cannot be read: {fault.Message}", fault);
        }
    }

    private static DatabaseException IsNoDatabase(Database database) =>
        new($"The database '{database.File}' cannot be used: it is no database, or its head is damaged. Name another file, or put a backup in its place.");

    // SQLite, which needs a little room even to read, says only that it failed.
    private static bool IsDiskFull(Database database)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(database.File)!).AvailableFreeSpace < BytesOfRoom;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
