using CostEstimator.Storage.Tests.Fixtures;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace CostEstimator.Storage.Tests;

public sealed class MigratorRefusalTests : IDisposable
{
    private static readonly Migrator.Migration First = new(
        1, "0001_first.sql", "CREATE TABLE first (a INTEGER); INSERT INTO first VALUES (1);");

    private static readonly Migrator.Migration Second = new(2, "0002_second.sql", "CREATE TABLE second (b INTEGER)");

    private static readonly Migrator.Migration Failing = new(
        2, "0002_failing.sql", "CREATE TABLE half (a INTEGER); INSERT INTO nowhere VALUES (1);");

    private readonly TempFolder _folder = new();
    private readonly Database _database;

    public MigratorRefusalTests()
    {
        _database = Database.At($"Data Source={_folder.FileNamed("some.db")}");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Migrate_ScriptChangedAfterItWasApplied_IsRefused()
    {
        Migrate(First);

        var fault = Refuse(new Migrator.Migration(1, First.Name, First.Script + " "), Second);

        Assert.Contains("The migration '0001_first.sql' was changed after the database", fault.Message);
        Assert.Equal(["first", "schema_migrations"], Tables());
    }

    [Fact]
    public void Migrate_DatabaseOfANewerVersion_IsRefused()
    {
        Migrate(First, Second);

        var fault = Refuse(First);

        Assert.Contains("has the migration '0002_second.sql', which this version does not know", fault.Message);
        Assert.Contains("newer version", fault.Message);
        Assert.Equal(["first", "schema_migrations", "second"], Tables());
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("WAL")]
    public void Migrate_DatabaseOfANewerVersion_IsUntouchedToTheLastByte(string journalMode)
    {
        Migrate(First, Second);
        using (var connection = TestDatabase.OpenAsStranger(_database.File))
        {
            connection.Execute($"PRAGMA journal_mode = {journalMode}");
            connection.Execute("INSERT INTO second VALUES (1)");

            // As a program that was killed leaves it: with a log that was not taken over.
            File.Copy(_database.File, _folder.FileNamed("left.db"));
            if (File.Exists(_database.File + "-wal"))
            {
                File.Copy(_database.File + "-wal", _folder.FileNamed("left.db-wal"));
            }
        }

        var left = Database.At($"Data Source={_folder.FileNamed("left.db")}");
        var before = BytesOf(left.File);

        Assert.Throws<DatabaseException>(() => new Migrator([First], TimeProvider.System).Migrate(left));

        Assert.Equal(before, BytesOf(left.File));

        static string[] BytesOf(string file) =>
            [.. ((string[])[file, file + "-wal"]).Where(File.Exists).Select(part => Convert.ToHexString(File.ReadAllBytes(part)))];
    }

    [Fact]
    public void Migrate_DatabaseWithAnotherHistory_IsRefused()
    {
        Migrate(First, Second with { Number = 3 });

        Assert.Contains("which this version does not know", Refuse(First, Second, Second with { Number = 3 }).Message);
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("WAL")]
    public void Migrate_DatabaseOfAnotherProgram_IsRefusedAndUntouched(string journalMode)
    {
        using (var stranger = TestDatabase.OpenAsStranger(_database.File))
        {
            stranger.Execute($"PRAGMA journal_mode = {journalMode}; CREATE TABLE invoices (a INTEGER)");
        }

        var before = File.ReadAllBytes(_database.File);

        var fault = Assert.Throws<DatabaseException>(() => new Migrator(TimeProvider.System).Migrate(_database));

        Assert.Contains($"'{_database.File}' is a database of another program: it has the table 'invoices'", fault.Message);
        Assert.Equal(before, File.ReadAllBytes(_database.File));
        Assert.Equal([_database.File], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("xy")]
    [InlineData("These are notes, and no database at all.\n")]
    [InlineData("SQLite format 3")]
    public void Migrate_FileThatIsNoDatabase_IsRefusedAndUntouched(string start)
    {
        foreach (var text in new[] { start, start.PadRight(9000, '.') })
        {
            File.WriteAllText(_database.File, text);

            var fault = Assert.Throws<DatabaseException>(() => new Migrator(TimeProvider.System).Migrate(_database));

            Assert.Contains($"The database '{_database.File}' cannot be used: ", fault.Message);
            Assert.Equal(text, File.ReadAllText(_database.File));
            Assert.Equal([_database.File], Directory.GetFiles(_folder.Path));
        }
    }

    [Fact]
    public void Migrate_FolderInPlaceOfTheFile_IsRefused()
    {
        Directory.CreateDirectory(_database.File);

        Assert.Contains("cannot be used", Refuse(First).Message);
    }

    [Fact]
    public void Migrate_ScriptFailingOnAFreshFile_LeavesNothingBehind()
    {
        var fault = Refuse(First, Failing);

        Assert.Contains("no such table: nowhere", fault.Message);
        Assert.Empty(Tables());
    }

    [Fact]
    public void Migrate_ScriptFailingOnAnOlderDatabase_LeavesItAsItWas()
    {
        Migrate(First);

        Refuse(First, Failing);

        Assert.Equal(["first", "schema_migrations"], Tables());
        using var connection = TestDatabase.OpenAsStranger(_database.File);
        Assert.Equal([1], connection.Query<int>("SELECT number FROM schema_migrations"));
    }

    [Fact]
    public void Migrate_AfterARepairedScript_GoesOn()
    {
        Refuse(First, Failing);

        Migrate(First, Second);

        Assert.Equal(["first", "schema_migrations", "second"], Tables());
    }

    private void Migrate(params Migrator.Migration[] migrations) =>
        new Migrator(migrations, new FakeTimeProvider()).Migrate(_database);

    private DatabaseException Refuse(params Migrator.Migration[] migrations) =>
        Assert.Throws<DatabaseException>(() => Migrate(migrations));

    private List<string> Tables()
    {
        using var connection = TestDatabase.OpenAsStranger(_database.File);
        return connection.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").ToList();
    }
}
