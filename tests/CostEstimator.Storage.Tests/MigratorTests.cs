using System.Globalization;
using CostEstimator.Pricing.Quotes;
using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Quotes;
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
                "answer_rests", "bulletins", "exchange_rates", "fact_values", "idempotency_keys", "partner_list", "partner_origins", "partners", "price_data",
                "price_rule_conditions", "price_rules", "price_sources", "programme_item_conditions", "programme_items", "quotes", "schema_migrations", "texts", "treatments",
            ],
            Tables());
        Assert.Equal(
            [
                "1 0001_price_data.sql", "2 0002_quotes.sql", "3 0003_programmes_and_exchange_rates.sql", "4 0004_partners_and_idempotency_keys.sql",
                "5 0005_quotes_in_order_of_issue.sql", "6 0006_shared_ends_of_answers.sql",
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
    public void Migrate_DatabaseOfTheTimeBeforeProgrammes_KeepsItsDataAndQuotes()
    {
        Migrate(Shipped("0001_price_data.sql"), Shipped("0002_quotes.sql"));
        using (var connection = TestDatabase.OpenAsStranger(_database.File))
        {
            connection.Execute(
                """
                INSERT INTO treatments VALUES ('chemotherapy', 0, 'course', 1, NULL);
                INSERT INTO texts VALUES
                    ('treatment.chemotherapy', 'a', 'b', 'c'), ('unit.course', 'a', 'b', 'c'), ('disclaimer', 'a', 'b', 'c');
                INSERT INTO quotes VALUES (7, '2026-11-22T08:30:00.0000000+00:00', '2026-12-22', 'v', '{}', x'7B7D');
                """);
        }

        new Migrator(_clock).Migrate(_database);

        var (data, bulletins, _) = new PriceDataStore(_database, _clock).Load();
        Assert.Equal("chemotherapy", Assert.Single(data.List.Treatments).Code);
        Assert.Empty(data.List.Programmes);
        Assert.Empty(bulletins.All);
        using var quotes = new QuoteStore(_database);
        var quote = quotes.Find(new QuoteReference(7))!;
        Assert.Equal(("v", "en", null, "{}"), (quote.PriceListVersion, quote.Language, quote.Bulletin, quote.Request));
    }

    [Fact]
    public void Migrate_DatabaseOfTheTimeBeforeQuotesStoodInOrder_KeepsQuotesAndWhatTheirRequestsAreKnownBy()
    {
        Migrate(
            Shipped("0001_price_data.sql"), Shipped("0002_quotes.sql"), Shipped("0003_programmes_and_exchange_rates.sql"),
            Shipped("0004_partners_and_idempotency_keys.sql"));
        using (var connection = TestDatabase.OpenAsStranger(_database.File))
        {
            connection.Execute(
                """
                INSERT INTO partners VALUES ('clinic-a', 'A', 0, '0a1b2c3d', zeroblob(32), '2026-11-01', '2026-11-01', NULL);
                INSERT INTO quotes (reference, issued_at, valid_until, price_list_version, request, answer, language, bulletin, partner)
                VALUES
                    (8, '2026-11-22T08:31:00.0000000+00:00', '2026-12-22', 'v', '{}', x'7B7D', 'ru', '2026/176', 'clinic-a'),
                    (9, '2026-11-22T08:30:00.0000000+00:00', '2026-12-22', 'v', '{}', x'7B7D', 'en', NULL, NULL);
                INSERT INTO idempotency_keys VALUES (zeroblob(32), zeroblob(32), 8, '2026-11-23T08:31:00.0000000+00:00');
                """);
        }

        new Migrator(_clock).Migrate(_database);

        using var quotes = new QuoteStore(_database);
        var quote = quotes.Find(new QuoteReference(8))!;
        Assert.Equal(("ru", "2026/176", "clinic-a", "2026-12-22"), (quote.Language, quote.Bulletin, quote.Partner, $"{quote.ValidUntil:yyyy-MM-dd}"));
        Assert.Equal(["9", "8"], Query("SELECT reference FROM quotes ORDER BY number"));
        Assert.Equal(["8 2026-11-23T08:31:00.0000000+00:00"], Query("SELECT quote || ' ' || expires_at FROM idempotency_keys"));
        Assert.Equal(2, quotes.PurgeExpiredBefore(new DateOnly(2026, 12, 23)));
        Assert.Empty(Query("SELECT quote FROM idempotency_keys"));
        Assert.Empty(Query("SELECT * FROM pragma_foreign_key_check"));
    }

    [Fact]
    public async Task Migrate_DatabaseOfTheTimeBeforeQuotesSharedAnything_KeepsThemReadable()
    {
        byte[] rest = [.. Enumerable.Repeat((byte)'x', 5_000), (byte)'}'];
        var kept = CompressedBytes.Of(rest);
        Migrate(
            Shipped("0001_price_data.sql"), Shipped("0002_quotes.sql"), Shipped("0003_programmes_and_exchange_rates.sql"),
            Shipped("0004_partners_and_idempotency_keys.sql"), Shipped("0005_quotes_in_order_of_issue.sql"));
        using (var connection = TestDatabase.OpenAsStranger(_database.File))
        {
            connection.Execute(
                """
                INSERT INTO quotes (reference, issued_at, valid_until, price_list_version, language, request, answer, answer_rest)
                VALUES
                    (8, '2026-11-22T08:31:00.0000000+00:00', '2026-12-22', 'v', 'en', '{}', x'7B', @Rest),
                    (9, '2026-11-22T08:32:00.0000000+00:00', '2026-12-22', 'v', 'en', '{}', x'7B7D', NULL)
                """,
                new { Rest = kept.Bytes });
        }

        new Migrator(_clock).Migrate(_database);

        using var quotes = new QuoteStore(_database);
        Assert.Equal([(byte)'{', .. rest], quotes.Find(new QuoteReference(8))!.Answer.ToArray());
        Assert.Equal("{}"u8, quotes.Find(new QuoteReference(9))!.Answer.Span);
        Assert.True(await quotes.TryAddAsync(quotes.Find(new QuoteReference(8))! with { Reference = new QuoteReference(10) }, TestContext.Current.CancellationToken));
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

        Assert.Equal(["6"], Query("SELECT count(*) FROM schema_migrations"));
    }

    private static Migrator.Migration Shipped(string name)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(name)!);
        return new Migrator.Migration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }

    private void Migrate(params Migrator.Migration[] migrations) => new Migrator(migrations, _clock).Migrate(_database);

    private List<string> Tables() => Query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name");

    private List<string> Query(string sql)
    {
        using var connection = TestDatabase.OpenAsStranger(_database.File);
        return connection.Query<string>(sql).ToList();
    }
}
