using System.Text;
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

    /// <summary>Has a text read otherwise than it was written: past SQLite as a disk would, and wherever it stands.</summary>
    public static void Damage(Database database, string written, string damaged)
    {
        database.CloseIdleConnections();
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(database.File));
        Assert.Contains(written, text, StringComparison.Ordinal);
        File.WriteAllBytes(database.File, Encoding.Latin1.GetBytes(text.Replace(written, damaged, StringComparison.Ordinal)));
    }

    /// <summary>Has a text in this database read otherwise than it was written.</summary>
    public void Damage(string written, string damaged) => Damage(Database, written, damaged);

    public void Dispose() => Folder.Dispose();
}
