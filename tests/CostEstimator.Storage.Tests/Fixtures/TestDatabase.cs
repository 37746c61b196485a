using CostEstimator.Storage.PriceLists;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace CostEstimator.Storage.Tests.Fixtures;

/// <summary>A migrated database in a folder of its own, with a clock that stands still.</summary>
internal sealed class TestDatabase : IDisposable
{
    public TestDatabase()
    {
        Database = Database.At($"Data Source={Folder.FileNamed("cost-estimator.db")}");
        new Migrator(Clock).Migrate(Database);
        Prices = new PriceDataStore(Database, Clock);
    }

    public TempFolder Folder { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 8, 30, 0, TimeSpan.Zero));

    public Database Database { get; }

    public PriceDataStore Prices { get; }

    /// <summary>Opens the file as another program would: with SQLite's own settings, which check no foreign keys.</summary>
    public static SqliteConnection OpenAsStranger(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False");
        connection.Open();
        return connection;
    }

    /// <summary>Runs a statement as another program.</summary>
    public void Execute(string sql)
    {
        using var connection = OpenAsStranger(Database.File);
        connection.Execute(sql);
    }

    /// <summary>Reads a value as another program.</summary>
    public T? Scalar<T>(string sql)
    {
        using var connection = OpenAsStranger(Database.File);
        return connection.ExecuteScalar<T>(sql);
    }

    /// <summary>Lets another program write, and not finish, until this is disposed.</summary>
    public SqliteConnection LockWrites()
    {
        var connection = OpenAsStranger(Database.File);
        connection.Execute("BEGIN IMMEDIATE");
        return connection;
    }

    public void Dispose() => Folder.Dispose();
}
