using System.Collections.Immutable;
using System.Globalization;
using CostEstimator.Pricing.ExchangeRates;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.ExchangeRates;

/// <summary>Adds to the bulletins in the database, which are read with the price data.</summary>
/// <param name="database">A migrated database.</param>
/// <param name="clock">Tells when a bulletin was added.</param>
public sealed class BulletinStore(Database database, TimeProvider clock)
{
    /// <summary>Adds bulletins, each in the place of what is kept for its day, or changes nothing. Bulletins of other days stay.</summary>
    /// <param name="bulletins">The bulletins, in any order, one a day at most.</param>
    /// <returns>Those that are new or different from what was kept, by day; the others change nothing, not even the revision.</returns>
    /// <exception cref="ArgumentException">Two bulletins are for the same day.</exception>
    /// <exception cref="DatabaseException">Another program is writing for longer than a few seconds, the disk refuses, or what is there is damaged.</exception>
    public ImmutableArray<Bulletin> Add(IEnumerable<Bulletin> bulletins)
    {
        ArgumentNullException.ThrowIfNull(bulletins);
        try
        {
            using var connection = database.OpenForWriting();
            using var transaction = connection.BeginTransaction(deferred: false);
            Seal.OfPriceData.RefuseBroken(connection, database.File);
            var changed = BulletinTables.Add(bulletins, clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), connection);
            if (!changed.IsEmpty)
            {
                Seal.OfPriceData.Set(connection);
            }

            transaction.Commit();
            return changed;
        }
        catch (SqliteException fault)
        {
            throw new DatabaseException($"The exchange rates in '{database.File}' were not changed: {fault.Message}", fault);
        }
    }
}
