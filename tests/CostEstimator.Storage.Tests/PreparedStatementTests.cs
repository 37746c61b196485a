using CostEstimator.Storage.Tests.Fixtures;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Tests;

public sealed class PreparedStatementTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteConnection _connection;

    public PreparedStatementTests()
    {
        _connection = new SqliteConnection($"Data Source={_folder.FileNamed("some.db")};Pooling=False");
        _connection.Open();
        _connection.Execute("CREATE TABLE things (number INTEGER PRIMARY KEY, name TEXT, bytes BLOB, size INTEGER NOT NULL DEFAULT 0) STRICT");
    }

    public static TheoryData<string?> Texts => [(string?)null, "", "Ы", "a\0b", "two\nlines", new string('€', 512), new string('x', 170), new string('x', 171)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Bind_Text_IsKeptAsItIs(string? text)
    {
        using var statement = new PreparedStatement(_connection, "INSERT INTO things (name) VALUES (?1)");
        statement.Bind(1, text);

        Assert.Equal(1, statement.Run());

        Assert.Equal(text, _connection.ExecuteScalar<string?>("SELECT name FROM things"));
        Assert.Equal(text is null ? "null" : "text", _connection.ExecuteScalar<string>("SELECT typeof(name) FROM things"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00ff")]
    public void Bind_Bytes_AreKeptAsTheyAre(string? hex)
    {
        var bytes = hex is null ? null : Convert.FromHexString(hex);
        using var statement = new PreparedStatement(_connection, "INSERT INTO things (bytes) VALUES (?1)");
        statement.Bind(1, bytes);

        Assert.Equal(1, statement.Run());

        Assert.Equal(bytes, _connection.ExecuteScalar<byte[]?>("SELECT bytes FROM things"));
        Assert.Equal(bytes is null ? "null" : "blob", _connection.ExecuteScalar<string>("SELECT typeof(bytes) FROM things"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void Bind_Integer_IsAnsweredAsItIs(long? number)
    {
        using var statement = new PreparedStatement(_connection, "SELECT coalesce(?1, 77)");
        statement.Bind(1, number);

        Assert.Equal(number ?? 77, statement.RunForInteger());
    }

    [Fact]
    public void Run_AgainWithOthers_TakesThoseAndSaysHowManyRowsItChanged()
    {
        using var adding = new PreparedStatement(_connection, "INSERT INTO things (number, name) VALUES (?1, ?2) ON CONFLICT (number) DO NOTHING");
        adding.Bind(1, 1);
        adding.Bind(2, "one");
        Assert.Equal(1, adding.Run());
        Assert.Equal(0, adding.Run());
        adding.Bind(1, 2);
        Assert.Equal(1, adding.Run());
        Assert.Equal(["one", "one"], _connection.Query<string>("SELECT name FROM things ORDER BY number"));
        using var renaming = new PreparedStatement(_connection, "UPDATE things SET name = ?1");
        renaming.Bind(1, "other");
        Assert.Equal(2, renaming.Run());
    }

    [Fact]
    public void RunForInteger_RowThatIsAdded_AddsIt()
    {
        using var statement = new PreparedStatement(_connection, "INSERT INTO things (name) VALUES (?1) RETURNING number");
        statement.Bind(1, "one");
        Assert.Equal((1, 2), (statement.RunForInteger(), statement.RunForInteger()));
        Assert.Equal(2, _connection.ExecuteScalar<int>("SELECT count(*) FROM things"));
    }

    [Fact]
    public void Run_DatabaseRefuses_ThrowsAndCanBeRunAgain()
    {
        using var statement = new PreparedStatement(_connection, "INSERT INTO things (number) VALUES (?1)");
        statement.Bind(1, 1);
        statement.Run();
        Assert.Equal(19, Assert.Throws<SqliteException>(() => statement.Run()).SqliteErrorCode);
        statement.Bind(1, 2);
        Assert.Equal(1, statement.Run());
    }

    [Fact]
    public void Run_InATransactionThatIsUndone_LeavesNothing()
    {
        using var statement = new PreparedStatement(_connection, "INSERT INTO things (number) VALUES (?1)");
        using (_connection.BeginTransaction())
        {
            statement.Bind(1, 1);
            statement.Run();
        }

        Assert.Equal(0, _connection.ExecuteScalar<int>("SELECT count(*) FROM things"));
    }

    [Theory]
    [InlineData("SELECT number FROM things")]
    [InlineData("SELECT 1 UNION ALL SELECT 2")]
    public void RunForInteger_NotOneRow_Throws(string text)
    {
        using var statement = new PreparedStatement(_connection, text);
        Assert.Throws<InvalidOperationException>(() => statement.RunForInteger());
    }

    [Fact]
    public void Bind_NoSuchParameterOrTable_Throws()
    {
        using var statement = new PreparedStatement(_connection, "SELECT ?1");
        Assert.Throws<SqliteException>(() => statement.Bind(2, 1));
        using var other = new PreparedStatement(_connection, "SELECT ?1 FROM nowhere");
        Assert.Throws<SqliteException>(() => other.Bind(1, 1));
    }

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }
}
