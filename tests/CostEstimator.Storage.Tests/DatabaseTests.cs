using CostEstimator.Storage.Tests.Fixtures;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Tests;

public sealed class DatabaseTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Server=localhost")]
    [InlineData("Data Source=a.db;Mode=Sometimes")]
    [InlineData("Data Source=a.db;Pooling=maybe")]
    [InlineData("Data Source=a.db;Default Timeout=soon")]
    [InlineData("Data Source=a.db;Default Timeout=99999999999")]
    public void At_MalformedConnectionString_SaysSo(string connectionString)
    {
        var fault = Assert.Throws<DatabaseException>(() => Database.At(connectionString));

        Assert.Contains("The connection string is malformed: ", fault.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Data Source=")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=file:a.db?mode=memory")]
    [InlineData("Data Source=FILE:a.db")]
    [InlineData("Data Source=a.db;Mode=Memory")]
    [InlineData("Data Source=a.db;Mode=ReadOnly")]
    [InlineData("Data Source=a.db;Password=secret")]
    public void At_NoFileToWrite_SaysWhatWouldBeRight(string connectionString)
    {
        var fault = Assert.Throws<DatabaseException>(() => Database.At(connectionString));

        Assert.Contains("must name a file to read and write, without a password: 'Data Source=", fault.Message);
        Assert.DoesNotContain("secret", fault.Message);
    }

    [Fact]
    public void At_RelativeFile_IsTakenFromTheCurrentFolder() =>
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "some.db"), Database.At("Data Source=some.db").File);

    [Fact]
    public void At_MissingFolders_AreCreatedButNoFile()
    {
        var file = Path.Combine(_folder.Path, "a", "b", "some.db");

        var database = Database.At($"Data Source={file}");

        Assert.Equal(file, database.File);
        Assert.True(Directory.Exists(Path.GetDirectoryName(file)));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void At_FolderThatCannotBeCreated_SaysSo()
    {
        File.WriteAllText(_folder.FileNamed("a"), "");

        var fault = Assert.Throws<DatabaseException>(() => Database.At($"Data Source={Path.Combine(_folder.Path, "a", "some.db")}"));

        Assert.Contains("cannot be created", fault.Message);
    }

    [Fact]
    public void Open_RootFolderInPlaceOfAFile_IsASqliteException()
    {
        var database = Database.At($"Data Source={Path.GetPathRoot(_folder.Path)}");

        Assert.Throws<SqliteException>(database.Open);
    }

    [Fact]
    public void Open_FileThatIsNoDatabase_IsASqliteException()
    {
        File.WriteAllText(_folder.FileNamed("some.db"), new string('x', 5000));

        Assert.Throws<SqliteException>(Database.At($"Data Source={_folder.FileNamed("some.db")}").Open);
    }

    [Theory]
    [InlineData("")]
    [InlineData(";Foreign Keys=False;Default Timeout=60")]
    [InlineData(";Pooling=False")]
    public void Open_AnyConnectionString_SetsThePragmas(string more)
    {
        var database = Database.At($"Data Source={_folder.FileNamed("some.db")}{more}");
        database.OpenOrCreate().Dispose();

        using var connection = database.Open();

        AssertPragmas(connection);
        Assert.Equal(5, connection.DefaultTimeout);
    }

    [Fact]
    public void Open_FileThatIsNotThere_IsASqliteExceptionAndMakesNone()
    {
        var database = Database.At($"Data Source={_folder.FileNamed("some.db")}");

        Assert.Throws<SqliteException>(database.Open);
        Assert.False(File.Exists(database.File));
    }

    [Theory]
    [InlineData("")]
    [InlineData(";Foreign Keys=False")]
    public void Open_ConnectionThatWasUsedBefore_IsSetUpAsItWas(string setting)
    {
        var database = Database.At($"Data Source={_folder.FileNamed("some.db")}{setting}");
        database.OpenOrCreate().Dispose();
        var former = database.Open();
        var handle = former.Handle;
        former.Dispose();

        using var connection = database.Open();

        Assert.Same(handle, connection.Handle);
        AssertPragmas(connection);
    }

    [Theory]
    [InlineData("")]
    [InlineData(";Cache=Shared")]
    public void Open_AnotherConnectionWrites_ReadsWhatWasThereBefore(string setting)
    {
        var database = Database.At($"Data Source={_folder.FileNamed("some.db")}{setting}");
        using var writing = database.OpenOrCreate();
        writing.Execute("CREATE TABLE things (number INTEGER)");
        using var transaction = writing.BeginTransaction();
        writing.Execute("INSERT INTO things VALUES (1)", transaction: transaction);

        using var connection = database.Open();

        Assert.Equal(0, connection.ExecuteScalar<int>("SELECT count(*) FROM things", commandTimeout: 1));
    }

    [Fact]
    public void Open_IdleConnectionsWereClosed_SetsUpANewOne()
    {
        var database = Database.At($"Data Source={_folder.FileNamed("some.db")}");
        database.OpenOrCreate().Dispose();
        database.Open().Dispose();
        database.CloseIdleConnections();

        using var connection = database.Open();

        AssertPragmas(connection);
    }

    private static void AssertPragmas(SqliteConnection connection)
    {
        Assert.Equal("wal", connection.ExecuteScalar<string>("PRAGMA journal_mode"));
        Assert.Equal(1, connection.ExecuteScalar<int>("PRAGMA foreign_keys"));
        Assert.Equal(2, connection.ExecuteScalar<int>("PRAGMA synchronous"));
        Assert.Equal(5000, connection.ExecuteScalar<int>("PRAGMA busy_timeout"));
    }
}
