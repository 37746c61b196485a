using System.Collections.Immutable;
using CostEstimator.Pricing.ExchangeRates;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.ExchangeRates;

/// <summary>Reads and writes bulletins, inside the caller's transaction.</summary>
internal static class BulletinTables
{
    public static Bulletins Read(SqliteConnection connection)
    {
        var rates = connection.Query<ExchangeRateRow>(
            """
            SELECT day AS Day, currency AS Currency, unit AS Unit, buying AS Buying, selling AS Selling
            FROM exchange_rates
            """)
            .ToLookup(row => row.Day, StringComparer.Ordinal);
        var bulletins = connection.Query<BulletinRow>("SELECT day AS Day, number AS Number FROM bulletins").ToList();
        var stray = rates.Select(ofDay => ofDay.Key).Except(bulletins.Select(row => row.Day), StringComparer.Ordinal).FirstOrDefault();
        return stray is null
            ? new Bulletins(bulletins.Select(row => ToBulletin(row, rates[row.Day])))
            : throw new InvalidOperationException($"There are exchange rates of '{stray}', but no bulletin of that day.");
    }

    /// <summary>Adds bulletins, each in the place of what is kept for its day.</summary>
    /// <returns>Those that are new or different from what was kept, by day; the others change nothing.</returns>
    /// <exception cref="ArgumentException">Two are for the same day.</exception>
    public static ImmutableArray<Bulletin> Add(IEnumerable<Bulletin> bulletins, string importedAt, SqliteConnection connection)
    {
        ImmutableArray<Bulletin> changed = [.. new Bulletins(bulletins).All.Where(bulletin => !IsKept(bulletin, connection))];
        foreach (var bulletin in changed)
        {
            Write(bulletin, importedAt, connection);
            RefuseLoss(bulletin, connection);
        }

        return changed;
    }

    // Compares what the tables hold, not what it means: somebody may have broken it by hand.
    private static bool IsKept(Bulletin bulletin, SqliteConnection connection)
    {
        var (row, rates) = RowsOf(bulletin.Day, connection);
        return row == RowOf(bulletin) && rates.SequenceEqual(RatesOf(bulletin));
    }

    private static void Write(Bulletin bulletin, string importedAt, SqliteConnection connection)
    {
        connection.Execute(
            """
            DELETE FROM exchange_rates WHERE day = @Day;
            DELETE FROM bulletins WHERE day = @Day;
            INSERT INTO bulletins (day, number, imported_at) VALUES (@Day, @Number, @ImportedAt);
            """,
            new { Day = Iso.Format(bulletin.Day), bulletin.Number, ImportedAt = importedAt });
        connection.Execute(
            """
            INSERT INTO exchange_rates (day, currency, unit, buying, selling)
            VALUES (@Day, @Currency, @Unit, @Buying, @Selling)
            """,
            RatesOf(bulletin));
    }

    /// <summary>What was written must read back as the same bulletin; else nothing is committed.</summary>
    private static void RefuseLoss(Bulletin written, SqliteConnection connection)
    {
        var (row, rates) = RowsOf(written.Day, connection);
        var read = row is null ? null : ToBulletin(row, rates);
        if (read is null || read.Day != written.Day || read.Number != written.Number || !read.Rates.SequenceEqual(written.Rates))
        {
            throw new InvalidOperationException("The exchange rates do not read back from the database as they were written.");
        }
    }

    private static (BulletinRow? Bulletin, List<ExchangeRateRow> Rates) RowsOf(DateOnly day, SqliteConnection connection)
    {
        var ofDay = new { Day = Iso.Format(day) };
        var bulletin = connection.QuerySingleOrDefault<BulletinRow>(
            "SELECT day AS Day, number AS Number FROM bulletins WHERE day = @Day", ofDay);
        var rates = connection.Query<ExchangeRateRow>(
            """
            SELECT day AS Day, currency AS Currency, unit AS Unit, buying AS Buying, selling AS Selling
            FROM exchange_rates
            WHERE day = @Day
            ORDER BY currency
            """,
            ofDay);
        return (bulletin, [.. rates]);
    }

    private static BulletinRow RowOf(Bulletin bulletin) => new() { Day = Iso.Format(bulletin.Day), Number = bulletin.Number };

    private static IEnumerable<ExchangeRateRow> RatesOf(Bulletin bulletin) =>
        bulletin.Rates.Select(rate => ExchangeRateRow.Of(bulletin.Day, rate));

    private static Bulletin ToBulletin(BulletinRow row, IEnumerable<ExchangeRateRow> rates)
    {
        try
        {
            return new Bulletin(row.Number, Iso.Parse(row.Day), rates.Select(rate => rate.ToRate()));
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidOperationException)
        {
            throw new InvalidOperationException($"The bulletin of '{row.Day}' is none: {fault.Message}", fault);
        }
    }
}
