using System.Globalization;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.ExchangeRates;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.PriceLists;

/// <summary>The price data in the database, and the bulletins of exchange rates beside them.</summary>
/// <param name="database">A migrated database.</param>
/// <param name="clock">Tells when data were imported.</param>
public sealed class PriceDataStore(Database database, TimeProvider clock)
{
    private const int Busy = 5;

    /// <summary>A number that changes whenever the price data or the bulletins in the database change.</summary>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    public long Revision()
    {
        using var connection = database.Open();
        return RevisionOf(connection);
    }

    /// <summary>The same of a database that may not be there yet, or may not be ours: it is looked at, and not touched.</summary>
    /// <returns>The revision; null: there are no price data.</returns>
    /// <exception cref="SqliteException">Another program locks it.</exception>
    public long? RevisionSeen()
    {
        if (!File.Exists(database.File))
        {
            return null;
        }

        try
        {
            using var connection = database.OpenToLook();
            return connection.QuerySingleOrDefault<long?>("SELECT revision FROM price_data WHERE imported_at IS NOT NULL");
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode != Busy)
        {
            return null;
        }
    }

    /// <summary>Whether no price data were ever imported.</summary>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    public bool IsEmpty()
    {
        using var connection = database.Open();
        return IsEmpty(connection);
    }

    /// <summary>Reads price data and bulletins, all of one moment, with their revision.</summary>
    /// <exception cref="DatabaseException">The data do not fit together: somebody changed them by hand. Or they are damaged.</exception>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    public (PriceData Data, Bulletins Bulletins, long Revision) Load()
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        Seal.OfPriceData.RefuseBroken(connection, database.File);
        try
        {
            var revision = RevisionOf(connection);
            return (PriceDataReader.Read(connection), BulletinTables.Read(connection), revision);
        }
        catch (Exception fault) when (fault is not SqliteException)
        {
            throw new DatabaseException($"The price data in '{database.File}' do not fit together: {fault.Message}", fault);
        }
    }

    /// <summary>Puts these price data in the place of all that there are, and adds the bulletins, or changes nothing. Quotes stay.</summary>
    /// <param name="data">The price data.</param>
    /// <param name="bulletins">
    /// Bulletins in any order, one a day at most. Each takes the place of what is kept for its day; those of other days stay.
    /// </param>
    /// <exception cref="ArgumentException">Two bulletins are for the same day.</exception>
    /// <exception cref="DatabaseException">Another program is writing for longer than a few seconds, the disk refuses, or what is there is damaged.</exception>
    public void Replace(PriceData data, IEnumerable<Bulletin> bulletins) => Write(data, bulletins, static _ => true);

    /// <summary>Does as <see cref="Replace"/>, but for data that somebody else has changed meanwhile.</summary>
    /// <param name="data">The price data.</param>
    /// <param name="bulletins">Bulletins in any order, one a day at most.</param>
    /// <param name="seen">What <see cref="RevisionSeen"/> said before the data were read.</param>
    /// <returns>Whether it did: false when the data are others now, and nothing was changed.</returns>
    /// <exception cref="ArgumentException">Two bulletins are for the same day.</exception>
    /// <exception cref="DatabaseException">Another program is writing for longer than a few seconds, the disk refuses, or what is there is damaged.</exception>
    public bool TryReplace(PriceData data, IEnumerable<Bulletin> bulletins, long? seen) =>
        Write(data, bulletins, connection => seen is null ? IsEmpty(connection) : RevisionOf(connection) == seen);

    /// <summary>Fills a database that never had price data, as <see cref="Replace"/> does.</summary>
    /// <returns>Whether it did: false when somebody else was faster, and nothing was changed.</returns>
    /// <exception cref="ArgumentException">Two bulletins are for the same day.</exception>
    /// <exception cref="DatabaseException">Another program is writing for longer than a few seconds, the disk refuses, or what is there is damaged.</exception>
    public bool Seed(PriceData data, IEnumerable<Bulletin> bulletins) => Write(data, bulletins, IsEmpty);

    private static long RevisionOf(SqliteConnection connection) =>
        connection.QuerySingleOrDefault<long?>("SELECT revision FROM price_data") ?? throw NoRow();

    private static bool IsEmpty(SqliteConnection connection) =>
        connection.QuerySingleOrDefault<bool?>("SELECT imported_at IS NULL FROM price_data") ?? throw NoRow();

    private static DatabaseException NoRow() => new("The table price_data has no row: somebody changed the database by hand.");

    private bool Write(PriceData data, IEnumerable<Bulletin> bulletins, Func<SqliteConnection, bool> mayWrite)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(bulletins);
        try
        {
            using var connection = database.OpenForWriting();
            using var transaction = connection.BeginTransaction(deferred: false);
            if (!mayWrite(connection))
            {
                return false;
            }

            Seal.OfPriceData.RefuseBroken(connection, database.File);
            var importedAt = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
            PriceDataWriter.Write(data, connection);
            connection.Execute(
                "UPDATE price_data SET revision = revision + 1, imported_at = @ImportedAt", new { ImportedAt = importedAt });
            RefuseLoss(data, connection);
            BulletinTables.Add(bulletins, importedAt, connection);
            Seal.OfPriceData.Set(connection);
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
