using System.Globalization;
using System.IO.Hashing;
using CostEstimator.Pricing.Quotes;
using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Quotes;
using CostEstimator.Storage.Tests.Fixtures;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace CostEstimator.Storage.Tests;

/// <summary>Databases that earlier versions of the product have written are brought up to date with all that is in them.</summary>
public sealed class EarlierDatabaseTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 8, 30, 0, TimeSpan.Zero));
    private readonly Database _database;

    public EarlierDatabaseTests()
    {
        _database = Database.At($"Data Source={_folder.FileNamed("some.db")}");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Migrate_BeforeProgrammes_KeepsItsDataAndQuotes()
    {
        MigrateAsOf(2);
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
    public void Migrate_BeforeThereWereSeals_SealsWhatIsThere()
    {
        MigrateAsOf(4);
        using (var connection = TestDatabase.OpenAsStranger(_database.File))
        {
            connection.Execute(
                """
                INSERT INTO texts VALUES ('disclaimer', 'Without obligation', 'b', 'c');
                INSERT INTO partners VALUES ('clinic-a', 'Alpha Travel', 0, '0a1b2c3d', zeroblob(32), '2026-11-01', '2026-11-01', NULL);
                """);
        }

        new Migrator(_clock).Migrate(_database);

        new Migrator(_clock).Refuse(_database);
        AssertDamagedBy("Without obligation", "Without obligetion");
        AssertDamagedBy("Alpha Travel", "Alphe Travel");
    }

    [Fact]
    public void Migrate_BeforeQuotesStoodInOrder_KeepsQuotesAndWhatTheirRequestsAreKnownBy()
    {
        MigrateAsOf(4);
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
        Assert.Equal(["8 2026-11-23T08:31:00.0000000+00:00"], Query("SELECT reference || ' ' || expires_at FROM idempotency_keys JOIN quotes ON number = quote"));
        Assert.Equal(2, quotes.PurgeExpiredBefore(new DateOnly(2026, 12, 23)));
        Assert.Empty(Query("SELECT quote FROM idempotency_keys"));
        Assert.Empty(Query("SELECT * FROM pragma_foreign_key_check"));
    }

    [Fact]
    public async Task Migrate_BeforeQuotesSharedAnything_KeepsThemReadable()
    {
        byte[] rest = [.. Enumerable.Repeat((byte)'x', 5_000), (byte)'}'];
        var kept = CompressedBytes.Of(rest);
        MigrateAsOf(5);
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
    public async Task Migrate_BeforeReferencesToldNumbers_FindsQuotesByThemAsBefore()
    {
        MigrateAsOf(6);
        using (var connection = TestDatabase.OpenAsStranger(_database.File))
        {
            connection.Execute(
                """
                INSERT INTO answer_rests (number, bytes) VALUES (3, @Rest);
                INSERT INTO quotes (number, reference, issued_at, valid_until, price_list_version, language, request, answer, shared_rest)
                VALUES
                    (1, 8, '2026-11-22T08:31:00.0000000+00:00', '2026-12-22', 'v', 'en', '{}', x'7B', 3),
                    (2, 1152921504606846975, '2026-11-22T08:32:00.0000000+00:00', '2026-12-23', 'v', 'en', '{}', x'7B7D', NULL);
                INSERT INTO idempotency_keys VALUES (@Key, @Body, 1152921504606846975, '2026-11-23T08:32:00.0000000+00:00');
                """,
                new { Rest = CompressedBytes.Of("}"u8.ToArray()).Bytes, Key = Mark.Key.ToArray(), Body = Mark.Body.ToArray() });
        }

        new Migrator(_clock).Migrate(_database);

        using var quotes = new QuoteStore(_database);
        var (first, second) = (new QuoteReference(8), new QuoteReference(ulong.MaxValue));
        Assert.Equal("{}"u8, quotes.Find(first)!.Answer.Span);
        Assert.Equal("2026-12-23", $"{quotes.Find(second)!.ValidUntil:yyyy-MM-dd}");
        Assert.Equal(second, quotes.FindRepeated(Mark, _clock.GetUtcNow())!.Quote.Reference);
        Assert.False(await quotes.TryAddAsync(quotes.Find(second)! with { Reference = first }, TestContext.Current.CancellationToken));
        Assert.True(await quotes.TryAddAsync(quotes.Find(second)! with { Reference = new QuoteReference(9) }, TestContext.Current.CancellationToken));
        Assert.NotNull(quotes.Find(new QuoteReference(9)));
        Assert.Empty(Query("SELECT * FROM pragma_foreign_key_check"));
    }

    [Fact]
    public void Migrate_RowsNeedOthersThatAreGone_RefusesSaysWhichAndChangesNothing()
    {
        MigrateAsOf(6);
        using (var connection = TestDatabase.OpenAsStranger(_database.File))
        {
            connection.Execute(
                """
                INSERT INTO quotes (number, reference, issued_at, valid_until, price_list_version, language, request, answer, shared_rest)
                VALUES (5, 8, '2026-11-22T08:31:00.0000000+00:00', '2026-12-22', 'v', 'en', '{}', x'7B', 3)
                """);
        }

        var fault = Assert.Throws<DatabaseException>(() => new Migrator(_clock).Migrate(_database));

        Assert.Contains("row 5 of its table 'quotes' needs a row of 'answer_rests' that is gone", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["6"], Query("SELECT count(*) FROM schema_migrations"));
        Assert.Equal(["8"], Query("SELECT reference FROM quotes"));
    }

    [Fact]
    public void PurgeExpiredBefore_QuotesFromBeforeReferencesToldNumbers_LeavesNothingOfThem()
    {
        MigrateAsOf(6);
        using (var connection = TestDatabase.OpenAsStranger(_database.File))
        {
            connection.Execute(
                """
                INSERT INTO quotes (reference, issued_at, valid_until, price_list_version, language, request, answer)
                VALUES
                    (8, '2026-11-22T08:31:00.0000000+00:00', '2026-12-22', 'v', 'en', '{}', x'7B7D'),
                    (9, '2026-11-22T08:32:00.0000000+00:00', '2026-12-23', 'v', 'en', '{}', x'7B7D');
                """);
        }

        new Migrator(_clock).Migrate(_database);

        using var quotes = new QuoteStore(_database);
        Assert.Equal(1, quotes.PurgeExpiredBefore(new DateOnly(2026, 12, 23)));
        Assert.Null(quotes.Find(new QuoteReference(8)));
        Assert.NotNull(quotes.Find(new QuoteReference(9)));
        Assert.Equal(["9"], Query("SELECT reference FROM earlier_quotes"));
    }

    [Fact]
    public void Find_ReferenceMadeUpToTellTheNumberOfAnEarlierQuote_FindsNone()
    {
        MigrateAsOf(6);
        using (var connection = TestDatabase.OpenAsStranger(_database.File))
        {
            connection.Execute(
                """
                INSERT INTO quotes (number, reference, issued_at, valid_until, price_list_version, language, request, answer)
                VALUES (1, 8, '2026-11-22T08:31:00.0000000+00:00', '2026-12-22', 'v', 'en', '{}', x'7B7D')
                """);
        }

        new Migrator(_clock).Migrate(_database);
        Span<ulong> number = [ulong.Parse(Query("SELECT number FROM quotes").Single(), CultureInfo.InvariantCulture)];
        using (var connection = TestDatabase.OpenAsStranger(_database.File))
        using (var cipher = new ReferenceCipher(connection.QuerySingle<byte[]>("SELECT key FROM reference_key")))
        {
            cipher.Encrypt(number);
        }

        using var quotes = new QuoteStore(_database);
        Assert.Null(quotes.Find(new QuoteReference(number[0])));
        Assert.NotNull(quotes.Find(new QuoteReference(8)));
    }

    [Theory]
    [InlineData("SELECT 1", true)]
    [InlineData("UPDATE quotes SET answer = x'7B7C'", false)]
    [InlineData("UPDATE quotes SET valid_until = '2026-12-23'", false)]
    public void Find_QuoteFromBeforeAllOfItHadAChecksum_IsToldByTheOneThatItHas(string damage, bool isSound)
    {
        MigrateAsOf(8);
        var checksum = unchecked((long)XxHash3.HashToUInt64("{}"u8, 8 ^ new DateOnly(2026, 12, 22).DayNumber));
        using (var connection = TestDatabase.OpenAsStranger(_database.File))
        {
            connection.Execute(
                """
                INSERT INTO quotes (number, reference, issued_at, valid_until, price_list_version, language, request, answer, checksum)
                VALUES (1, 8, '2026-11-22T08:31:00.0000000+00:00', '2026-12-22', 'v', 'en', '{}', x'7B7D', @checksum);
                INSERT INTO earlier_quotes VALUES (8, 1)
                """,
                new { checksum });
        }

        new Migrator(_clock).Migrate(_database);
        using (var connection = TestDatabase.OpenAsStranger(_database.File))
        {
            connection.Execute(damage);
        }

        using var quotes = new QuoteStore(_database);
        if (isSound)
        {
            Assert.NotNull(quotes.Find(new QuoteReference(8)));
            new Migrator(_clock).Migrate(_database);
        }
        else
        {
            Assert.True(Assert.Throws<DatabaseException>(() => quotes.Find(new QuoteReference(8))).IsDamage);
        }
    }

    private static IdempotencyMark Mark => IdempotencyMark.Of("a", "k", "{}"u8);

    private static Migrator.Migration Shipped(string name)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(name)!);
        return new Migrator.Migration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }

    /// <summary>Makes a database as a version with that many migrations would.</summary>
    private void MigrateAsOf(int count)
    {
        var names = typeof(Migrator).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal));
        new Migrator(names.Order(StringComparer.Ordinal).Take(count).Select(Shipped), _clock).Migrate(_database);
    }

    private List<string> Query(string sql)
    {
        using var connection = TestDatabase.OpenAsStranger(_database.File);
        return connection.Query<string>(sql).ToList();
    }

    private void AssertDamagedBy(string written, string damaged)
    {
        var sound = File.ReadAllBytes(_database.File);
        TestDatabase.Damage(_database, written, damaged);

        Assert.Contains("damaged", Assert.Throws<DatabaseException>(() => new Migrator(_clock).Refuse(_database)).Message, StringComparison.Ordinal);
        File.WriteAllBytes(_database.File, sound);
    }
}
