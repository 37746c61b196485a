using CostEstimator.Pricing.Quotes;
using CostEstimator.Storage.Quotes;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.Quotes;

/// <summary>Quotes are found by the numbers that their references tell, whatever becomes of the database.</summary>
public sealed class QuoteNumberTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly TestDatabase _other = new();
    private readonly QuoteStore _quotes;

    public QuoteNumberTests()
    {
        _quotes = new QuoteStore(_database.Database);
    }

    public void Dispose()
    {
        _quotes.Dispose();
        _database.Dispose();
        _other.Dispose();
    }

    [Fact]
    public void Find_DatabaseWithoutQuotes_FindsNone() => Assert.Null(_quotes.Find(new QuoteReference(7)));

    [Fact]
    public async Task TryAddAsync_NewReferences_KeepsQuotesInTheOrderInWhichTheyAreIssued()
    {
        var issued = new List<QuoteReference>();
        for (var number = 1; number < 200; number++)
        {
            _database.Clock.Advance(TimeSpan.FromMilliseconds(1));
            issued.Add(_quotes.NewReference(_database.Clock.GetUtcNow()));
            await AddAsync(_quotes, number, issued[^1]);
        }

        Assert.Equal(
            string.Join(' ', issued.Select(reference => reference.Bits)),
            _database.Scalar<string>("SELECT group_concat(reference, ' ' ORDER BY number) FROM quotes"));
        Assert.All(issued.Index(), quote => AssertReadsBack(_quotes, quote.Index + 1, quote.Item));
    }

    [Fact]
    public async Task TryAddAsync_TwoDatabases_MakesAKeyForEach()
    {
        using var others = new QuoteStore(_other.Database);
        await AddAsync(_quotes, 0, new QuoteReference(7));
        await AddAsync(others, 0, new QuoteReference(7));

        Assert.NotEqual(_database.Scalar<byte[]>("SELECT key FROM reference_key"), _other.Scalar<byte[]>("SELECT key FROM reference_key"));
        Assert.NotEqual(_database.Scalar<long>("SELECT number FROM quotes"), _other.Scalar<long>("SELECT number FROM quotes"));
    }

    [Fact]
    public async Task TryAddAsync_OtherDatabaseWasRestoredIntoTheFileMeanwhile_IsFoundWithTheKeyOfThatOne()
    {
        using (var others = new QuoteStore(_other.Database))
        {
            await AddAsync(others, 1, new QuoteReference(1));
        }

        await AddAsync(_quotes, 2, new QuoteReference(2));
        using (var source = TestDatabase.OpenAsStranger(_other.Database.File))
        using (var file = TestDatabase.OpenAsStranger(_database.Database.File))
        {
            source.BackupDatabase(file);
        }

        await AddAsync(_quotes, 3, new QuoteReference(3));
        var drawn = _quotes.NewReference(_database.Clock.GetUtcNow());
        await AddAsync(_quotes, 4, drawn);

        using var restarted = new QuoteStore(_database.Database);
        foreach (var store in (QuoteStore[])[_quotes, restarted])
        {
            AssertReadsBack(store, 1, new QuoteReference(1));
            Assert.Null(store.Find(new QuoteReference(2)));
            AssertReadsBack(store, 3, new QuoteReference(3));
            AssertReadsBack(store, 4, drawn);
        }
    }

    [Fact]
    public async Task TryAddAsync_SameReferenceAgain_KeepsTheFirst()
    {
        await AddAsync(_quotes, 1, new QuoteReference(7));

        Assert.False(await _quotes.TryAddAsync(Quote(2, new QuoteReference(7)), TestContext.Current.CancellationToken));
        AssertReadsBack(_quotes, 1, new QuoteReference(7));
    }

    [Fact]
    public async Task Find_NumberHasAnotherReference_IsDamageAndNotAQuoteThatNeverWas()
    {
        await AddAsync(_quotes, 1, new QuoteReference(7));
        _database.Execute("UPDATE quotes SET reference = 8");

        Assert.Throws<DatabaseException>(() => _quotes.Find(new QuoteReference(7)));
        Assert.Null(_quotes.Find(new QuoteReference(8)));
    }

    [Fact]
    public async Task TryAddAsync_KeyWasDeletedByHand_KeepsNothingAndSaysWhy()
    {
        _database.Execute("DELETE FROM reference_key");

        var fault = await Assert.ThrowsAsync<DatabaseException>(() => AddAsync(_quotes, 1, new QuoteReference(7)));

        Assert.Contains("reference_key", fault.Message, StringComparison.Ordinal);
        Assert.Null(_quotes.Find(new QuoteReference(7)));
    }

    private static StoredQuote Quote(int number, QuoteReference reference) => SampleQuote.Of(number) with { Reference = reference };

    private static async Task AddAsync(QuoteStore store, int number, QuoteReference reference) =>
        Assert.True(await store.TryAddAsync(Quote(number, reference), TestContext.Current.CancellationToken));

    private static void AssertReadsBack(QuoteStore store, int number, QuoteReference reference) =>
        Assert.Equal(SampleQuote.Of(number).Answer.ToArray(), store.Find(reference)!.Answer.ToArray());
}
