using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Quotes;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage;

/// <summary>Brings a database up to this version of the product: numbered scripts, each applied once, in order.</summary>
/// <remarks>A script that has been applied somewhere is never edited: a database that knows it otherwise is refused.</remarks>
public sealed class Migrator
{
    private const int Damaged = 11;
    private const int NotADatabase = 26;
    private const int LeastBytes = 512;
    private const long BytesOfRoom = 64 * 1024;

    // Read in a fifth of a second.
    private const long MostBytesAtStart = 64 * 1024 * 1024;

    private static readonly string[] GrowingTables = ["quotes", "answer_rests", "idempotency_keys", "earlier_quotes"];

    private readonly IReadOnlyList<Migration> _migrations;
    private readonly TimeProvider _clock;

    /// <summary>Creates a migrator with the product's own scripts.</summary>
    /// <param name="clock">Tells when a script was applied.</param>
    public Migrator(TimeProvider clock)
        : this(Embedded(), clock)
    {
    }

    internal Migrator(IEnumerable<Migration> migrations, TimeProvider clock)
    {
        _migrations = [.. migrations.OrderBy(migration => migration.Number)];
        _clock = clock;
    }

    /// <summary>Applies what the database does not have yet, all of it or nothing.</summary>
    /// <exception cref="DatabaseException">
    /// The file is no database, a damaged one, one of another program, one of a newer version, or one whose scripts were changed; it is
    /// left as it was.
    /// </exception>
    public void Migrate(Database database)
    {
        ArgumentNullException.ThrowIfNull(database);
        Try(database, () =>
        {
            // Nothing is written where nothing is to be: somebody else may be writing.
            if (Look(database, isWhole: false) < _migrations.Count)
            {
                Apply(database);
            }
        });
    }

    /// <summary>Refuses a database as <see cref="Migrate"/> does, and applies nothing; but reads all of it, however large it is.</summary>
    /// <exception cref="DatabaseException">It is refused, and left as it was.</exception>
    public void Refuse(Database database)
    {
        ArgumentNullException.ThrowIfNull(database);
        Try(database, () => Look(database, isWhole: true));
    }

    private static void Try(Database database, Action use)
    {
        try
        {
            use();
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == Damaged)
        {
            throw new DatabaseException(
                $"The database '{database.File}' is damaged: {fault.Message.TrimEnd('.')}. Nothing was changed. Stop whatever uses it, and put a backup in its place, without a '-wal' or '-shm' beside it.", fault);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == NotADatabase)
        {
            throw IsNoDatabase(database);
        }
        catch (SqliteException fault)
        {
            throw new DatabaseException(
                $"The database '{database.File}' cannot be used: {fault.Message}{(IsDiskFull(database) ? " Room is missing, its disk is full." : "")}", fault);
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

    private void Apply(Database database)
    {
        using var connection = database.OpenOrCreate();
        connection.CreateFunction("random_key", static () => RandomNumberGenerator.GetBytes(32));
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute(
            """
            CREATE TABLE IF NOT EXISTS schema_migrations
            (
                number     INTEGER NOT NULL PRIMARY KEY,
                name       TEXT    NOT NULL,
                sha256     TEXT    NOT NULL,
                applied_at TEXT    NOT NULL
            ) STRICT
            """);
        var applied = Applied(connection);
        RefuseChanged(applied, database);
        if (applied.Count < _migrations.Count)
        {
            RefuseTorn(connection, database);
        }

        foreach (var migration in _migrations.Skip(applied.Count))
        {
            Apply(migration, connection);
        }

        transaction.Commit();
    }

    private static IEnumerable<Migration> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            yield return new Migration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd());
        }
    }

    // Before anything is written: whoever has such a file goes on with it as it was. Says how many scripts it has.
    private int Look(Database database, bool isWhole)
    {
        RefuseBrokenLog(database);
        var file = new FileInfo(database.File);
        if (!file.Exists)
        {
            return 0;
        }

        // SQLite would write over it.
        if (file.Length is > 0 and < LeastBytes)
        {
            throw IsNoDatabase(database);
        }

        using var connection = database.OpenToLook();
        var tables = connection.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table'").ToList();
        if (tables.Count > 0 && !tables.Contains("schema_migrations", StringComparer.Ordinal))
        {
            throw new DatabaseException(
                $"'{database.File}' is a database of another program: it has the table '{tables[0]}'. Name another file.");
        }

        var applied = tables.Count > 0 ? Applied(connection) : [];
        RefuseChanged(applied, database);

        if (FindDamage(connection, tables, isWhole) is { } found)
        {
            throw new SqliteException(found, Damaged);
        }

        if (connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM pragma_table_info('price_data') WHERE name = 'seal')"))
        {
            PriceDataSeal.RefuseBroken(connection, database.File);
            QuoteTables.RefuseDamagedKey(connection, database.File);
            QuoteAudit.RefuseDamaged(connection, database.File, isWhole);
        }

        return applied.Count;
    }

    // What is damaged is to show now, and not when a family asks for its quote. But a start must not take longer with every quote that is
    // kept: of a large database it reads what does not grow with them, and QuoteAudit the rest.
    private static string? FindDamage(SqliteConnection connection, List<string> tables, bool isWhole)
    {
        if (isWhole || connection.ExecuteScalar<long>("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") <= MostBytesAtStart)
        {
            return connection.ExecuteScalar<string>("PRAGMA integrity_check(1)") is var found and not "ok" ? found : null;
        }

        return tables.Except(GrowingTables, StringComparer.Ordinal)
            .Select(table => connection.ExecuteScalar<string>($"PRAGMA integrity_check('{table.Replace("'", "''", StringComparison.Ordinal)}')"))
            .FirstOrDefault(found => found != "ok");
    }

    // SQLite would begin a new database, and throw away what was committed last to the one that is gone.
    private static void RefuseBrokenLog(Database database)
    {
        var log = new FileInfo(database.File + "-wal");
        if (log is { Exists: true, Length: > 0 } && new FileInfo(database.File) is not { Exists: true, Length: > 0 })
        {
            throw new DatabaseException(
                $"The database '{database.File}' is gone or empty, but the log that belongs to it is there: '{log.FullName}'. "
                + "Put the database back, or delete the log to begin a new one; nothing was changed.");
        }

        try
        {
            if (log.Exists && LogFile.WouldLoseCommits(log.FullName))
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

    private static List<AppliedMigration> Applied(SqliteConnection connection) => connection.Query<AppliedMigration>(
        "SELECT number AS Number, name AS Name, sha256 AS Sha256 FROM schema_migrations ORDER BY number").ToList();

    private void RefuseChanged(List<AppliedMigration> applied, Database database)
    {
        for (var place = 0; place < applied.Count; place++)
        {
            if (place >= _migrations.Count || applied[place].Number != _migrations[place].Number)
            {
                throw new DatabaseException(
                    $"The database '{database.File}' has the migration '{applied[place].Name}', which this version does not know: "
                    + "it is of a newer version of the product. Use that version, or another file.");
            }

            if (applied[place].Sha256 != _migrations[place].Sha256)
            {
                throw new DatabaseException(
                    $"The migration '{applied[place].Name}' was changed after the database '{database.File}' applied it. "
                    + "Restore the script; a change of the schema is a new migration.");
            }
        }
    }

    // Scripts copy tables, and would fail in the middle of them, without a word about what is wrong.
    private static void RefuseTorn(SqliteConnection connection, Database database)
    {
        var torn = connection.Query<(string Table, long? Row, string Parent)>("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 1").ToList();
        if (torn is [var (table, row, parent)])
        {
            throw new DatabaseException(
                $"The database '{database.File}' cannot be brought up to date: {(row is null ? "a row" : $"row {row}")} of its table '{table}' needs a row of "
                + $"'{parent}' that is gone, so somebody changed it by hand. Nothing was changed. Restore a backup, or mend what 'PRAGMA foreign_key_check' lists.");
        }
    }

    private void Apply(Migration migration, SqliteConnection connection)
    {
        connection.Execute(migration.Script);
        connection.Execute(
            "INSERT INTO schema_migrations (number, name, sha256, applied_at) VALUES (@Number, @Name, @Sha256, @AppliedAt)",
            new { migration.Number, migration.Name, migration.Sha256, AppliedAt = _clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) });
    }

    internal sealed record Migration(int Number, string Name, string Script)
    {
        /// <summary>The digest of the script, whatever line endings a checkout gave it.</summary>
        public string Sha256 { get; } = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(Script.ReplaceLineEndings("\n"))));
    }

    private sealed record AppliedMigration
    {
        public required int Number { get; init; }

        public required string Name { get; init; }

        public required string Sha256 { get; init; }
    }
}
