using CostEstimator.Storage.Tests.Fixtures;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace CostEstimator.Storage.Tests;

public sealed class MigratorTests : IDisposable
{
    private static readonly Migrator.Migration First = new(
        1, "0001_first.sql", "CREATE TABLE first (a INTEGER);\nINSERT INTO first VALUES (1);\n");

    private static readonly Migrator.Migration Second = new(
        2, "0002_second.sql", "CREATE TABLE second (b INTEGER REFERENCES first (a));");

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 8, 30, 0, TimeSpan.Zero));
    private readonly Database _database;

    public MigratorTests()
    {
        _database = Database.At($"Data Source={_folder.FileNamed("some.db")}");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Migrate_FreshFile_HasTheTablesOfTheProduct()
    {
        new Migrator(_clock).Migrate(_database);

        Assert.Equal(
            [
                "answer_rests", "bulletins", "earlier_quotes", "exchange_rates", "fact_values", "idempotency_keys", "partner_list", "partner_origins", "partners",
                "price_data", "price_rule_conditions", "price_rules", "price_sources", "programme_item_conditions", "programme_items", "quotes",
                "reference_key", "schema_migrations", "texts", "treatments",
            ],
            Tables());
        Assert.Equal(
            [
                "1 0001_price_data.sql", "2 0002_quotes.sql", "3 0003_programmes_and_exchange_rates.sql", "4 0004_partners_and_idempotency_keys.sql",
                "5 0005_quotes_in_order_of_issue.sql", "6 0006_shared_ends_of_answers.sql", "7 0007_references_tell_numbers.sql",
                "8 0008_what_tells_damage.sql",
                "9 0009_checksum_of_whole_quotes.sql",
                "10 0010_seal_of_partners.sql",
            ],
            Query("SELECT number || ' ' || name FROM schema_migrations ORDER BY number"));
        Assert.Equal(["2026-11-22T08:30:00.0000000+00:00"], Query("SELECT DISTINCT applied_at FROM schema_migrations"));
        Assert.Equal(["0 never"], Query("SELECT revision || ' ' || coalesce(imported_at, 'never') FROM price_data"));
    }

    [Fact]
    public void Migrate_EmptyFile_IsAFreshFile()
    {
        File.WriteAllBytes(_database.File, []);

        new Migrator(_clock).Migrate(_database);

        Assert.Contains("quotes", Tables());
    }

    [Fact]
    public void Migrate_SecondTime_ChangesNothing()
    {
        new Migrator(_clock).Migrate(_database);
        var before = Query("SELECT number || name || sha256 || applied_at FROM schema_migrations");
        _clock.Advance(TimeSpan.FromDays(1));

        new Migrator(_clock).Migrate(_database);

        Assert.Equal(before, Query("SELECT number || name || sha256 || applied_at FROM schema_migrations"));
    }

    [Fact]
    public void Migrate_OlderDatabase_AppliesWhatItDoesNotHave()
    {
        Migrate(First);
        _clock.Advance(TimeSpan.FromDays(1));

        Migrate(First, Second);

        Assert.Equal(["first", "schema_migrations", "second"], Tables());
        Assert.Equal(["1"], Query("SELECT a FROM first"));
        Assert.Equal(["2026-11-22", "2026-11-23"], Query("SELECT substr(applied_at, 1, 10) FROM schema_migrations ORDER BY number"));
    }

    [Fact]
    public void Migrate_ScriptsInAnyOrder_AreAppliedByNumber()
    {
        Migrate(Second with { Script = "INSERT INTO first VALUES (2)" }, First);

        Assert.Equal(["1", "2"], Query("SELECT a FROM first ORDER BY a"));
    }

    [Fact]
    public void Migrate_ScriptWithOtherLineEnds_IsTheSameScript()
    {
        Migrate(First);

        Migrate(new Migrator.Migration(First.Number, First.Name, First.Script.ReplaceLineEndings("\r\n")));

        Assert.Equal(["1"], Query("SELECT a FROM first"));
    }

    [Fact]
    public async Task Migrate_SeveralProgramsAtOnce_AppliesEachScriptOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => new Migrator(_clock).Migrate(Database.At($"Data Source={_database.File}")), TestContext.Current.CancellationToken)));

        Assert.Equal(["10"], Query("SELECT count(*) FROM schema_migrations"));
    }

    private void Migrate(params Migrator.Migration[] migrations) => new Migrator(migrations, _clock).Migrate(_database);

    private List<string> Tables() => Query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name");

    private List<string> Query(string sql)
    {
        using var connection = TestDatabase.OpenAsStranger(_database.File);
        return connection.Query<string>(sql).ToList();
    }
}
