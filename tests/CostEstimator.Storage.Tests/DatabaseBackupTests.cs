using CostEstimator.Storage.Quotes;
using CostEstimator.Storage.Tests.Fixtures;
using Dapper;

namespace CostEstimator.Storage.Tests;

public sealed class DatabaseBackupTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Write_WhileQuotesAreKept_HasAllThatWereKeptBeforeItBegan()
    {
        using var quotes = new QuoteStore(_database.Database);
        for (var number = 0; number < 100; number++)
        {
            await quotes.TryAddAsync(SampleQuote.Of(number), TestContext.Current.CancellationToken);
        }

        using var done = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var number = 100; !done.IsCancellationRequested; number++)
            {
                await quotes.TryAddAsync(SampleQuote.Of(number), CancellationToken.None);
            }
        }, TestContext.Current.CancellationToken);
        var copy = _database.Folder.FileNamed("copy.db");

        var size = DatabaseBackup.Write(_database.Database, copy);
        await done.CancelAsync();
        await writing;

        Assert.Equal(new FileInfo(copy).Length, size);
        Assert.Equal(["copy.db"], Directory.GetFiles(_database.Folder.Path, "copy.db*").Select(Path.GetFileName));
        using var restored = new QuoteStore(Database.At($"Data Source={copy}"));
        Assert.All(Enumerable.Range(0, 100), number => Assert.Equal(SampleQuote.Of(number).Answer.ToArray(), restored.Find(SampleQuote.Of(number).Reference)!.Answer.ToArray()));
        Assert.True(await restored.TryAddAsync(SampleQuote.Of(1_000_000), TestContext.Current.CancellationToken));
        using var connection = TestDatabase.OpenAsStranger(copy);
        Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
    }

    [Fact]
    public void Write_FileThatIsThere_RefusesAndLeavesIt()
    {
        var copy = _database.Folder.FileNamed("copy.db");
        File.WriteAllText(copy, "precious");

        Assert.Throws<DatabaseException>(() => DatabaseBackup.Write(_database.Database, copy));

        Assert.Equal("precious", File.ReadAllText(copy));
    }

    [Fact]
    public void Write_NoDatabaseOrNoFolder_RefusesAndLeavesNothing()
    {
        var none = Database.At($"Data Source={_database.Folder.FileNamed("none.db")}");

        Assert.Throws<DatabaseException>(() => DatabaseBackup.Write(none, _database.Folder.FileNamed("copy.db")));
        Assert.Throws<DatabaseException>(() => DatabaseBackup.Write(_database.Database, _database.Folder.FileNamed(Path.Combine("no", "copy.db"))));

        Assert.Empty(Directory.GetFiles(_database.Folder.Path, "*copy*"));
        Assert.False(File.Exists(_database.Folder.FileNamed("none.db")));
    }
}
