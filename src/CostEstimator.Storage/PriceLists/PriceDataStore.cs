using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.PriceLists;

/// <summary>The price data in the database.</summary>
/// <param name="database">A migrated database.</param>
/// <param name="clock">Tells when data were imported.</param>
public sealed class PriceDataStore(Database database, TimeProvider clock)
{
    /// <summary>A number that changes whenever the price data in the database change.</summary>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    public long Revision()
    {
        using var connection = database.Open();
        return RevisionOf(connection);
    }

    /// <summary>Whether no price data were ever imported.</summary>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    public bool IsEmpty()
    {
        using var connection = database.Open();
        return IsEmpty(connection);
    }

    /// <summary>Reads the price data, all of one moment, with their revision.</summary>
    /// <exception cref="DatabaseException">The data do not fit together: somebody changed them by hand.</exception>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    public (PriceData Data, long Revision) Load()
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        try
        {
            var revision = RevisionOf(connection);
            return (PriceDataReader.Read(connection), revision);
        }
        catch (Exception fault) when (fault is not SqliteException)
        {
            throw new DatabaseException($"The price data in '{database.File}' do not fit together: {fault.Message}", fault);
        }
    }

    /// <summary>Puts these data in the place of all that there are, or changes nothing. Quotes stay.</summary>
    /// <exception cref="DatabaseException">Another program is writing for longer than a few seconds, or the disk refuses.</exception>
    public void Replace(PriceData data) => Write(data, onlyIfEmpty: false);

    /// <summary>Fills a database that never had price data.</summary>
    /// <returns>Whether it did: false when somebody else was faster.</returns>
    /// <exception cref="DatabaseException">Another program is writing for longer than a few seconds, or the disk refuses.</exception>
    public bool Seed(PriceData data) => Write(data, onlyIfEmpty: true);

    private static long RevisionOf(SqliteConnection connection) =>
        connection.QuerySingleOrDefault<long?>("SELECT revision FROM price_data") ?? throw NoRow();

    private static bool IsEmpty(SqliteConnection connection) =>
        connection.QuerySingleOrDefault<bool?>("SELECT imported_at IS NULL FROM price_data") ?? throw NoRow();

    private static DatabaseException NoRow() => new("The table price_data has no row: somebody changed the database by hand.");

    private bool Write(PriceData data, bool onlyIfEmpty)
    {
        ArgumentNullException.ThrowIfNull(data);
        try
        {
            using var connection = database.Open();
            using var transaction = connection.BeginTransaction(deferred: false);
            if (onlyIfEmpty && !IsEmpty(connection))
            {
                return false;
            }

            PriceDataWriter.Write(data, connection);
            connection.Execute(
                "UPDATE price_data SET revision = revision + 1, imported_at = @ImportedAt",
                new { ImportedAt = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture) });
            RefuseLoss(data, connection);
            transaction.Commit();
            return true;
        }
        catch (SqliteException fault)
        {
            throw new DatabaseException($"The price data in '{database.File}' were not changed: {fault.Message}", fault);
        }
    }

    /// <summary>What was written must read back as the same data; else nothing is committed.</summary>
    private static void RefuseLoss(PriceData written, SqliteConnection connection)
    {
        if (PriceDataReader.Read(connection).Version != written.Version)
        {
            throw new InvalidOperationException("The price data do not read back from the database as they were written.");
        }
    }
}
