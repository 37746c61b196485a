using CostEstimator.Storage.Quotes;
using CostEstimator.Storage.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Tests.Quotes;

/// <summary>What the answers of several quotes have in common is kept once, and no quote is the worse for it.</summary>
public sealed class SharedRestTests : IDisposable
{
    private static readonly byte[] Rest = [.. Enumerable.Range(0, 9_000).Select(place => (byte)(place * place % 251))];

    private readonly TestDatabase _database = new();
    private readonly CompressedBytes _rest = CompressedBytes.Of(Rest);
    private QuoteStore _quotes;

    public SharedRestTests()
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
    public async Task TryAddAsync_SameEndAgainAndAgain_KeepsItOnceForAllButTheFirst()
    {
        for (var number = 0; number < 10; number++)
        {
            await AddAsync(number);
        }

        Assert.All(Enumerable.Range(0, 10), AssertReadsBack);
        Assert.Equal(1, _database.Scalar<int>("SELECT count(*) FROM answer_rests"));
        Assert.Equal(1, _database.Scalar<int>("SELECT count(*) FROM quotes WHERE answer_rest IS NOT NULL"));
        Assert.Equal(9, _database.Scalar<int>("SELECT count(*) FROM quotes WHERE shared_rest = 1"));
    }

    [Fact]
    public async Task TryAddAsync_ManyTogetherOfTwoKinds_GivesEachItsOwnEnd()
    {
        byte[] otherRest = [.. Rest.Reverse()];
        var other = CompressedBytes.Of(otherRest);

        await Task.WhenAll(Enumerable.Range(0, 400).Select(number => number % 2 == 0
            ? AddAsync(number)
            : AddAsync(Quote(number, other))));

        Assert.All(Enumerable.Range(0, 400), number => AssertReadsBack(number, number % 2 == 0 ? Rest : otherRest));
        Assert.Equal(2, _database.Scalar<int>("SELECT count(*) FROM answer_rests"));
    }

    [Fact]
    public async Task Find_AfterARestart_GivesWhatWasIssuedBeforeAndAfter()
    {
        for (var number = 0; number < 3; number++)
        {
            await AddAsync(number);
        }

        _quotes.Dispose();
        _quotes = new QuoteStore(_database.Database);
        for (var number = 3; number < 6; number++)
        {
            await AddAsync(number);
        }

        Assert.All(Enumerable.Range(0, 6), AssertReadsBack);
    }

    [Fact]
    public async Task TryAddAsync_GroupWasRolledBack_KeepsTheEndOfTheNext()
    {
        await AddAsync(0);
        _database.Execute("CREATE TRIGGER refuse BEFORE INSERT ON quotes BEGIN SELECT raise(ABORT, 'refused'); END");
        await Assert.ThrowsAsync<SqliteException>(() => AddAsync(1));
        _database.Execute("DROP TRIGGER refuse");

        for (var number = 2; number < 5; number++)
        {
            await AddAsync(number);
        }

        Assert.All([0, 2, 3, 4], AssertReadsBack);
        Assert.Equal(0, _database.Scalar<int>("SELECT count(*) FROM quotes WHERE shared_rest NOT IN (SELECT number FROM answer_rests)"));
    }

    [Fact]
    public async Task PurgeExpiredBefore_EndOfExpiredQuotes_GoesWithTheLastOfThem()
    {
        var day = new DateOnly(2026, 11, 22);
        for (var number = 0; number < 6; number++)
        {
            await AddAsync(Quote(number, _rest) with { ValidUntil = day.AddDays(number < 3 ? -2 : -1) });
        }

        Assert.Equal(3, _quotes.PurgeExpiredBefore(day.AddDays(-1)));
        Assert.All([3, 4, 5], AssertReadsBack);

        Assert.Equal(3, _quotes.PurgeExpiredBefore(day));
        Assert.Equal(0, _database.Scalar<int>("SELECT count(*) FROM answer_rests"));
    }

    [Fact]
    public async Task TryAddAsync_EndWasPurgedByAnotherProcess_KeepsItAgain()
    {
        for (var number = 0; number < 3; number++)
        {
            await AddAsync(number);
        }

        using (var other = new QuoteStore(_database.Database))
        {
            Assert.Equal(3, other.PurgeExpiredBefore(new DateOnly(2027, 1, 1)));
        }

        // Its number is used for nothing else, whatever comes.
        _database.Execute("INSERT INTO answer_rests (bytes) VALUES (x'00')");
        for (var number = 3; number < 6; number++)
        {
            await AddAsync(number);
        }

        Assert.All([3, 4, 5], AssertReadsBack);
    }

    [Fact]
    public async Task TryAddAsync_BackupWasRestoredIntoTheFileMeanwhile_RefersToNoOtherEnd()
    {
        byte[] otherRest = [.. Rest.Reverse()];
        var other = CompressedBytes.Of(otherRest);
        using var backup = TestDatabase.OpenAsStranger(_database.Folder.FileNamed("backup.db"));
        using var file = TestDatabase.OpenAsStranger(_database.Database.File);
        await AddAsync(Quote(100, other));
        file.BackupDatabase(backup);
        for (var number = 0; number < 3; number++)
        {
            await AddAsync(number);
        }

        // The numbers begin anew where they were then.
        backup.BackupDatabase(file);
        await AddAsync(Quote(101, other));
        await AddAsync(3);

        AssertReadsBack(3);
        AssertReadsBack(100, otherRest);
        AssertReadsBack(101, otherRest);
        Assert.Null(_quotes.Find(SampleQuote.Of(0).Reference));
    }

    [Fact]
    public async Task Find_EndThatWasDeletedByHand_SaysSo()
    {
        await AddAsync(0);
        await AddAsync(1);
        _database.Execute("DELETE FROM answer_rests");

        AssertReadsBack(0);
        var fault = Assert.Throws<DatabaseException>(() => _quotes.Find(SampleQuote.Of(1).Reference));
        Assert.Contains("answer_rests", fault.Message, StringComparison.Ordinal);
    }

    private static StoredQuote Quote(int number, CompressedBytes rest) => SampleQuote.Of(number) with { Answer = AnswerOf(number, []), AnswerRest = rest };

    private static byte[] AnswerOf(int number, byte[] rest) => [(byte)(number % 251), .. rest];

    private Task AddAsync(int number) => AddAsync(Quote(number, _rest));

    private async Task AddAsync(StoredQuote quote) => Assert.True(await _quotes.TryAddAsync(quote, Cancellation));

    private void AssertReadsBack(int number) => AssertReadsBack(number, Rest);

    private void AssertReadsBack(int number, byte[] rest) =>
        Assert.Equal(AnswerOf(number, rest), _quotes.Find(SampleQuote.Of(number).Reference)!.Answer.ToArray());
}
