using CostEstimator.Pricing.Quotes;
using CostEstimator.Storage.Partners;
using CostEstimator.Storage.Quotes;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.Quotes;

/// <summary>Quotes kept with what a repetition of their request is known by.</summary>
public sealed class QuoteStoreRepetitionTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase _database = new();
    private readonly QuoteStore _quotes;

    public QuoteStoreRepetitionTests()
    {
        _quotes = new QuoteStore(_database.Database);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _quotes.Dispose();
        _database.Dispose();
    }

    [Fact]
    public async Task TryAddAsync_ManyKeysHaveExpired_ForgetsAFewWithEachQuoteAndItsOwnAtOnce()
    {
        Assert.True(await _quotes.TryAddAsync(Quote(1), Mark("a", "own", "body"), Cancellation));
        _database.Execute(
            """
            WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 1000)
            INSERT INTO idempotency_keys SELECT randomblob(32), zeroblob(32), (SELECT number FROM quotes), '2020-01-01' FROM many;
            UPDATE idempotency_keys SET expires_at = '2020-01-02' WHERE expires_at > '2020-01-01';
            """);

        Assert.True(await _quotes.TryAddAsync(Quote(2), Mark("a", "own", "other"), Cancellation));

        Assert.InRange(_database.Scalar<int>("SELECT count(*) FROM idempotency_keys"), 900, 999);
        Assert.Equal(Quote(2).Reference, _quotes.FindRepeated(Mark("a", "own", "other"), Noon)!.Quote.Reference);
    }

    [Fact]
    public async Task FindRepeated_SameOwnerAndKey_GivesTheQuoteAndTellsTheBody()
    {
        Assert.True(await _quotes.TryAddAsync(Quote(1), Mark("a", "k", "body"), Cancellation));

        var same = _quotes.FindRepeated(Mark("a", "k", "body"), Noon)!;
        var other = _quotes.FindRepeated(Mark("a", "k", "other"), Noon)!;

        Assert.Equal(Quote(1).Answer.ToArray(), same.Quote.Answer.ToArray());
        Assert.Equal(Quote(1).Reference, other.Quote.Reference);
        Assert.True(same.Mark.IsOfSameBody(Mark("x", "y", "body")));
        Assert.False(other.Mark.IsOfSameBody(Mark("a", "k", "other")));
    }

    [Theory]
    [InlineData("b", "k")]
    [InlineData("a", "K")]
    [InlineData("a\nk", "")]
    [InlineData("", "a\nk")]
    public async Task FindRepeated_OtherOwnerOrKey_GivesNull(string owner, string key)
    {
        await _quotes.TryAddAsync(Quote(1), Mark("a", "k", "body"), Cancellation);

        Assert.Null(_quotes.FindRepeated(Mark(owner, key, "body"), Noon));
    }

    [Fact]
    public async Task FindRepeated_QuoteWithoutAKey_GivesNull()
    {
        await _quotes.TryAddAsync(Quote(1), Cancellation);

        Assert.Null(_quotes.FindRepeated(Mark("a", "k", "body"), Noon));
    }

    [Fact]
    public async Task TryAddAsync_KeyThatIsThere_KeepsNeitherQuoteNorKey()
    {
        await _quotes.TryAddAsync(Quote(1), Mark("a", "k", "body"), Cancellation);

        Assert.False(await _quotes.TryAddAsync(Quote(2), Mark("a", "k", "other"), Cancellation));

        Assert.Null(_quotes.Find(Quote(2).Reference));
        Assert.True(_quotes.FindRepeated(Mark("a", "k", "body"), Noon)!.Mark.IsOfSameBody(Mark("a", "k", "body")));
    }

    [Fact]
    public async Task TryAddAsync_ReferenceThatIsThere_KeepsNoKey()
    {
        await _quotes.TryAddAsync(Quote(1), Cancellation);

        Assert.False(await _quotes.TryAddAsync(Quote(1), Mark("a", "k", "body"), Cancellation));

        Assert.Null(_quotes.FindRepeated(Mark("a", "k", "body"), Noon));
    }

    [Fact]
    public async Task TryAddAsync_SameKeyManyTimesAtOnce_KeepsOneQuote()
    {
        var kept = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => Task.Run(
            () => _quotes.TryAddAsync(Quote((ulong)number), Mark("a", "k", "body"), Cancellation), Cancellation)));

        Assert.Single(kept, isKept => isKept);
        Assert.Equal(1, _database.Scalar<long>("SELECT count(*) FROM quotes"));
    }

    [Fact]
    public async Task FindRepeated_AfterADay_GivesNullAndTheKeyIsFree()
    {
        await _quotes.TryAddAsync(Quote(1), Mark("a", "k", "body"), Cancellation);
        var later = Noon.AddHours(24);

        Assert.NotNull(_quotes.FindRepeated(Mark("a", "k", "body"), later.AddTicks(-1)));
        Assert.Null(_quotes.FindRepeated(Mark("a", "k", "body"), later));
        Assert.True(await _quotes.TryAddAsync(Quote(2) with { IssuedAt = later }, Mark("a", "k", "other"), Cancellation));

        Assert.Equal(Quote(2).Reference, _quotes.FindRepeated(Mark("a", "k", "other"), later)!.Quote.Reference);
        Assert.NotNull(_quotes.Find(Quote(1).Reference));
        Assert.Equal(1, _database.Scalar<long>("SELECT count(*) FROM idempotency_keys"));
    }

    [Fact]
    public async Task Find_QuoteOfAPartner_KnowsIt()
    {
        new PartnerStore(_database.Database, _database.Clock).Add("clinic-a", "A", [], 1);
        await _quotes.TryAddAsync(Quote(1) with { Partner = "clinic-a" }, Mark("a", "k", "body"), Cancellation);
        await _quotes.TryAddAsync(Quote(2), Cancellation);

        Assert.Equal("clinic-a", _quotes.Find(Quote(1).Reference)!.Partner);
        Assert.Equal("clinic-a", _quotes.FindRepeated(Mark("a", "k", "body"), Noon)!.Quote.Partner);
        Assert.Null(_quotes.Find(Quote(2).Reference)!.Partner);
    }

    private static IdempotencyMark Mark(string owner, string key, string body) => IdempotencyMark.Of(owner, key, System.Text.Encoding.UTF8.GetBytes(body));

    private static StoredQuote Quote(ulong bits) => new(
        new QuoteReference(bits), Noon, new DateOnly(2026, 12, 22), "v", "en", null, "{}", System.Text.Encoding.UTF8.GetBytes($"{{\"number\":{bits}}}"));
}
