using System.Buffers.Binary;
using CostEstimator.Storage.Quotes;
using CostEstimator.Storage.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Tests.Quotes;

/// <summary>Damaged quotes are found before somebody asks for them: by the start, or, of a large database, soon after it.</summary>
public sealed class QuoteAuditTests : IDisposable
{
    private const int Many = 300;
    private const int MoreThanTheStartReads = 1_100;
    private const int BytesOfPage = 4096;

    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("UPDATE quotes SET answer = x'7B7C' WHERE number = (SELECT number FROM quotes ORDER BY number DESC LIMIT 1 OFFSET 1)")]
    [InlineData("UPDATE quotes SET reference = 5 WHERE number = (SELECT number FROM quotes ORDER BY number DESC LIMIT 1 OFFSET 1)")]
    [InlineData("UPDATE quotes SET row_checksum = NULL, reference = 5 WHERE number = (SELECT number FROM quotes ORDER BY number DESC LIMIT 1 OFFSET 1)")]
    [InlineData("UPDATE quotes SET reference = -5 WHERE number = (SELECT number FROM quotes ORDER BY number DESC LIMIT 1 OFFSET 1)")]
    [InlineData("UPDATE quotes SET row_checksum = NULL, issued_at = 'early' WHERE number = (SELECT number FROM quotes ORDER BY number DESC LIMIT 1 OFFSET 1)")]
    public async Task Next_QuoteIsDamaged_IsFoundThoughTheStartReadsOnlyTheFirst(string damage)
    {
        await FillAsync(MoreThanTheStartReads);
        _database.Execute(damage);

        new Migrator(_database.Clock).Migrate(_database.Database);
        var audit = new QuoteAudit(_database.Database);
        while (audit.Fault is null && audit.Next(TestContext.Current.CancellationToken))
        {
        }

        Assert.Contains("damaged", audit.Fault, StringComparison.Ordinal);
        Assert.Contains("damaged", Assert.Throws<DatabaseException>(() => new Migrator(_database.Clock).Refuse(_database.Database)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE quotes SET answer = x'7B7C' WHERE number = (SELECT max(number) FROM quotes)")]
    [InlineData("UPDATE quotes SET number = -number WHERE number = (SELECT min(number) FROM quotes)")]
    public async Task Migrate_OneOfTheFirstQuotesIsDamaged_IsRefused(string damage)
    {
        await FillAsync(Many);
        _database.Execute(damage);

        var fault = Assert.Throws<DatabaseException>(() => new Migrator(_database.Clock).Migrate(_database.Database));

        Assert.Contains(_database.Database.File, fault.Message, StringComparison.Ordinal);
        Assert.Contains("backup", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_PageOfAnotherPlaceIsInThatOfQuotes_IsFoundAndReadNoMoreThanTwice()
    {
        await FillAsync(Many);
        _database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        var leaves = LeavesOfQuotes();
        Overwrite(leaves[^2], ReadPage(leaves[1]));
        var audit = new QuoteAudit(_database.Database);

        for (var times = 0; audit.Fault is null && audit.Next(TestContext.Current.CancellationToken); times++)
        {
            Assert.InRange(times, 0, (Many / 100) + 2);
        }

        Assert.NotNull(audit.Fault);
    }

    [Fact]
    public async Task Next_DamageThatIsGoneAMomentLater_IsNoFault()
    {
        await FillAsync(Many);
        var audit = new QuoteAudit(_database.Database);
        _database.Execute("UPDATE quotes SET language = 'xx' || language");

        Assert.True(audit.Next(TestContext.Current.CancellationToken));
        Assert.True(audit.IsDoubtful);
        _database.Execute("UPDATE quotes SET language = substr(language, 3)");

        while (audit.Next(TestContext.Current.CancellationToken))
        {
            Assert.False(audit.IsDoubtful);
        }

        Assert.Null(audit.Fault);
    }

    [Fact]
    public async Task Next_DamageThatIsGoneLongAfter_IsTakenBack()
    {
        await FillAsync(3);
        var audit = new QuoteAudit(_database.Database);
        _database.Execute("UPDATE quotes SET language = 'xx' || language");
        for (var times = 0; times < 4; times++)
        {
            Assert.Equal(times > 1, audit.Fault is not null);
            Assert.True(audit.Next(TestContext.Current.CancellationToken));
        }

        _database.Execute("UPDATE quotes SET language = substr(language, 3)");

        Assert.False(audit.Next(TestContext.Current.CancellationToken));
        Assert.Null(audit.Fault);
    }

    [Fact]
    public async Task Next_ReadingIsBrokenOff_FindsNothingWrong()
    {
        await FillAsync(3);
        var audit = new QuoteAudit(_database.Database);
        using var broken = new CancellationTokenSource();
        await broken.CancelAsync();

        // Either it was done before, or says so.
        _ = Record.Exception(() => audit.Next(broken.Token));

        Assert.Null(audit.Fault);
        Assert.False(audit.Next(TestContext.Current.CancellationToken));
        Assert.Null(audit.Fault);
    }

    [Fact]
    public async Task Next_NothingIsDamaged_ReadsAllOfThem()
    {
        await FillAsync(Many);
        var audit = new QuoteAudit(_database.Database);

        var times = 1;
        while (audit.Next(TestContext.Current.CancellationToken))
        {
            times++;
        }

        Assert.Equal((Many / 100) + 1, times);
        Assert.Null(audit.Fault);
    }

    [Fact]
    public void Next_DatabaseGone_ThrowsAndFindsNothingWrong()
    {
        using var folder = new TempFolder();
        var audit = new QuoteAudit(Database.At($"Data Source={folder.FileNamed("some.db")}"));

        Assert.Throws<SqliteException>(() => audit.Next(TestContext.Current.CancellationToken));
        Assert.Null(audit.Fault);
    }

    [Fact]
    public void Migrate_LargeDatabase_ReadsOnlyWhatDoesNotGrow()
    {
        _database.Execute("INSERT INTO answer_rests (number, bytes) VALUES (1, zeroblob(70000000)); PRAGMA wal_checkpoint(TRUNCATE)");
        var pages = new FileInfo(_database.Database.File).Length / BytesOfPage;
        Overwrite(pages - 100);

        new Migrator(_database.Clock).Migrate(_database.Database);
        Assert.Throws<DatabaseException>(() => new Migrator(_database.Clock).Refuse(_database.Database));
        var audit = new QuoteAudit(_database.Database);
        while (audit.Fault is null && audit.Next(TestContext.Current.CancellationToken))
        {
        }

        Assert.NotNull(audit.Fault);

        Overwrite(_database.Scalar<long>("SELECT rootpage FROM sqlite_schema WHERE name = 'price_rules'"));
        Assert.Throws<DatabaseException>(() => new Migrator(_database.Clock).Migrate(_database.Database));
    }

    private async Task FillAsync(int count)
    {
        using var quotes = new QuoteStore(_database.Database);
        var now = _database.Clock.GetUtcNow();
        foreach (var some in Enumerable.Range(0, count).Chunk(500))
        {
            await Task.WhenAll(some.Select(number =>
                quotes.TryAddAsync(SampleQuote.Of(number) with { Reference = quotes.NewReference(now) }, TestContext.Current.CancellationToken)));
        }
    }

    // In the order of their quotes, as the one page above them has them.
    private List<long> LeavesOfQuotes()
    {
        const byte InteriorOfTable = 5;
        const int CountOfCells = 3;
        const int BytesOfHead = 12;
        var root = ReadPage(_database.Scalar<long>("SELECT rootpage FROM sqlite_schema WHERE name = 'quotes'"));
        Assert.Equal(InteriorOfTable, root[0]);
        return
        [
            .. Enumerable.Range(0, BinaryPrimitives.ReadUInt16BigEndian(root.AsSpan(CountOfCells)))
                .Select(cell => BinaryPrimitives.ReadUInt16BigEndian(root.AsSpan(BytesOfHead + (2 * cell))))
                .Select(place => (long)BinaryPrimitives.ReadUInt32BigEndian(root.AsSpan(place))),
        ];
    }

    private byte[] ReadPage(long page)
    {
        using var file = new FileStream(_database.Database.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = (page - 1) * BytesOfPage;
        var content = new byte[BytesOfPage];
        file.ReadExactly(content);
        return content;
    }

    private void Overwrite(long page) => Overwrite(page, [.. Enumerable.Repeat((byte)0xA5, BytesOfPage)]);

    private void Overwrite(long page, byte[] content)
    {
        using var file = new FileStream(_database.Database.File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = (page - 1) * BytesOfPage;
        file.Write(content);
    }
}
