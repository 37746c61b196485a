using CostEstimator.Pricing.Quotes;
using CostEstimator.Storage.Quotes;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.Quotes;

public sealed class QuoteStoreTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly QuoteStore _quotes;

    public QuoteStoreTests()
    {
        _quotes = new QuoteStore(_database.Database);
    }

    public static TheoryData<string, ulong> References => new()
    {
        { "Q-0000-0000-0000", 0 },
        { "Q-0000-0000-0001", 1 },
        { "Q-ZZZZ-ZZZZ-ZZZZ", (1UL << 60) - 1 },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _quotes.Dispose();
        _database.Dispose();
    }

    [Theory]
    [MemberData(nameof(References))]
    public async Task Find_AddedQuote_GivesItByteForByte(string written, ulong bits)
    {
        var quote = Quote(bits, [0x7B, 0x00, 0xFF, 0xC3, 0x0D, 0x0A, 0x7D]);

        Assert.True(await _quotes.TryAddAsync(quote, Cancellation));

        Assert.True(QuoteReference.TryParse(written, out var reference));
        AssertSame(quote, _quotes.Find(reference)!);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Find_AnswerWhoseEndIsKeptCompressed_GivesItByteForByte(int beginning)
    {
        byte[] answer = [0x7B, 0x00, 0xFF, 0xC3, 0x0D, .. Enumerable.Repeat((byte)0x61, 50_000), 0x7D];
        var quote = Quote(5, answer[..beginning]) with { AnswerRest = CompressedBytes.Of(answer.AsMemory(beginning)) };

        Assert.True(await _quotes.TryAddAsync(quote, Cancellation));

        Assert.Equal(answer, _quotes.Find(quote.Reference)!.Answer.ToArray());
        Assert.True(_database.Scalar<long>("SELECT length(answer) + length(answer_rest) FROM quotes") < 1_000);
    }

    [Fact]
    public async Task Find_CompressedEndThatWasChangedByHand_SaysSo()
    {
        var quote = Quote(5, [1]) with { AnswerRest = CompressedBytes.Of(new byte[] { 2, 3 }) };
        await _quotes.TryAddAsync(quote, Cancellation);
        _database.Execute("UPDATE quotes SET answer_rest = x'FFFFFFFF'");

        Assert.Throws<DatabaseException>(() => _quotes.Find(quote.Reference));
    }

    [Fact]
    public async Task Find_IssuedInAnotherZoneAtAnyTick_GivesTheSameInstantAndOffset()
    {
        var issuedAt = new DateTimeOffset(2026, 11, 22, 23, 59, 59, TimeSpan.FromMinutes(330)).AddTicks(1_234_567);
        var quote = Quote(5, [1]) with { IssuedAt = issuedAt };

        await _quotes.TryAddAsync(quote, Cancellation);

        Assert.True(issuedAt.EqualsExact(_quotes.Find(quote.Reference)!.IssuedAt));
    }

    [Fact]
    public async Task Find_EmptyAnswerAndRequestOfAnyScript_AreKept()
    {
        var quote = Quote(5, []) with { Request = "{\"a\":\"İşlem “Донор” 😀\\u0000\"}" };

        await _quotes.TryAddAsync(quote, Cancellation);

        AssertSame(quote, _quotes.Find(quote.Reference)!);
    }

    [Fact]
    public async Task Find_QuoteOfWhichNothingWasConverted_HasNoBulletin()
    {
        var quote = Quote(5, [1]) with { Language = "tr", Bulletin = null };

        await _quotes.TryAddAsync(quote, Cancellation);

        AssertSame(quote, _quotes.Find(quote.Reference)!);
    }

    [Fact]
    public async Task Find_UnknownReference_GivesNull()
    {
        await _quotes.TryAddAsync(Quote(5, [1]), Cancellation);

        Assert.Null(_quotes.Find(new QuoteReference(6)));
    }

    [Fact]
    public async Task Find_ByAnotherStoreOnTheFile_GivesTheQuote()
    {
        var quote = Quote(5, [1, 2, 3]);
        await _quotes.TryAddAsync(quote, Cancellation);

        using var other = new QuoteStore(Database.At($"Data Source={_database.Database.File};Pooling=False"));

        AssertSame(quote, other.Find(quote.Reference)!);
    }

    [Fact]
    public async Task TryAddAsync_ReferenceThatIsThere_GivesFalseAndKeepsTheFirst()
    {
        var first = Quote(5, [1]);
        await _quotes.TryAddAsync(first, Cancellation);

        Assert.False(await _quotes.TryAddAsync(Quote(5, [2]) with { Request = "[]" }, Cancellation));

        AssertSame(first, _quotes.Find(first.Reference)!);
        Assert.Equal(1, _database.Scalar<int>("SELECT count(*) FROM quotes"));
    }

    [Fact]
    public async Task RefuseUnwritable_WritableDatabase_ChangesNothing()
    {
        var revision = _database.Prices.Revision();

        await _quotes.RefuseUnwritableAsync();

        Assert.Equal(revision, _database.Prices.Revision());
        using var other = _database.LockWrites();
    }

    private static StoredQuote Quote(ulong bits, byte[] answer) => new(
        new QuoteReference(bits),
        new DateTimeOffset(2026, 11, 22, 8, 30, 0, TimeSpan.Zero),
        new DateOnly(2026, 12, 22),
        "0123456789abcdef",
        "ru",
        "2026/176",
        "{}",
        answer);

    private static void AssertSame(StoredQuote expected, StoredQuote actual)
    {
        Assert.Equal(expected.Answer.ToArray(), actual.Answer.ToArray());
        Assert.Equal(expected with { Answer = default }, actual with { Answer = default });
    }
}
