using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using CostEstimator.Storage.Quotes;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage;

/// <summary>Brings a database up to this version of the product: numbered scripts, each applied once, in order.</summary>
/// <remarks>A script that has been applied somewhere is never edited: a database that knows it otherwise is refused.</remarks>
public sealed class Migrator
{
    // Builds went out with another comment in the script 0008; its statements are the same.
    private static readonly (int Number, string Sha256) OtherComment = (8, "2c3e17d117a1b1e6e7b7605d2e382b6cabf0243e9ffbdb721e42098df80b2d42");

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
        catch (SqliteException fault)
        {
            throw DatabaseDamage.Refusal(fault, database);
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

        Seal.SetMissing(connection);
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
        DatabaseDamage.RefuseBrokenLog(database);
        if (!File.Exists(database.File))
        {
            return 0;
        }

        DatabaseDamage.RefuseTooShort(database);
        using var connection = database.OpenToLook();

        // All of it as it is at one moment: somebody else may be writing.
        using var transaction = connection.BeginTransaction(deferred: true);
        var tables = connection.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table'").ToList();
        if (tables.Count > 0 && !tables.Contains("schema_migrations", StringComparer.Ordinal))
        {
            throw new DatabaseException(
                $"'{database.File}' is a database of another program: it has the table '{tables[0]}'. Name another file.");
        }

        var applied = tables.Count > 0 ? Applied(connection) : [];
        RefuseChanged(applied, database);

        DatabaseDamage.Refuse(connection, tables, isWhole);
        Seal.RefuseAnyBroken(connection, database.File);
        if (connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM pragma_table_info('price_data') WHERE name = 'seal')"))
        {
            QuoteTables.RefuseDamagedKey(connection, database.File);
        }

        if (connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM pragma_table_info('quotes') WHERE name = 'row_checksum')"))
        {
            QuoteAudit.RefuseDamaged(connection, database.File, isWhole);
        }

        return applied.Count;
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

            if (applied[place].Sha256 != _migrations[place].Sha256 && (applied[place].Number, applied[place].Sha256) != OtherComment)
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
