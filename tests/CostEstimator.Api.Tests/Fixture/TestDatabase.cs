using System.Text;
using CostEstimator.Storage;
using CostEstimator.Storage.DataFiles;
using CostEstimator.Storage.ExchangeRates;
using CostEstimator.Storage.PriceLists;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>A database file seen from outside the product.</summary>
public sealed class TestDatabase(string file)
{
    public string File { get; } = file;

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = File, Pooling = false, DefaultTimeout = 5 }.ToString());
        connection.Open();
        return connection;
    }

    public void Execute(string sql)
    {
        using var connection = Connect();
        Execute(connection, sql);
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row.</summary>
    public T Value<T>(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (T)command.ExecuteScalar()!;
    }

    /// <summary>Puts other price data into the file, as another program on the machine would.</summary>
    public void Import(DataSet data)
    {
        using var folder = new TempFolder();
        var reading = DataDirectory.Read(data.WriteTo(folder.Path), new DateOnly(2026, 11, 22));
        Assert.Empty(reading.Faults);
        new PriceDataStore(Database.At($"Data Source={File}"), TimeProvider.System).Replace(reading.Data!, reading.Bulletins);
    }

    /// <summary>Puts bulletins into the file, as another program on the machine would.</summary>
    public void Import(params BulletinXml[] bulletins) => new BulletinStore(Database.At($"Data Source={File}"), TimeProvider.System).Add(
        bulletins.Select(bulletin => BulletinParser.Parse(Encoding.UTF8.GetBytes(bulletin.ToString()), "bulletin").Bulletin!));

    public long BulletinCount() => Value<long>("SELECT count(*) FROM bulletins");

    public long QuoteCount() => Value<long>("SELECT count(*) FROM quotes");
}
