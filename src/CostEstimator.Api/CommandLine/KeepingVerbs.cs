using System.Globalization;
using CostEstimator.Api.Hosting;
using CostEstimator.Storage;
using CostEstimator.Storage.Quotes;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Api.CommandLine;

/// <summary>The verbs that look after what is kept: <c>backup</c> and <c>quotes purge</c>.</summary>
internal static class KeepingVerbs
{
    /// <summary><c>backup FILE</c>.</summary>
    public static int BackUp(string file)
    {
        using var services = DataVerbs.Services();
        var database = services.GetRequiredService<Database>();
        try
        {
            // A large database takes its time to be read.
            DatabaseBackup.RefuseTarget(file);
            services.GetRequiredService<Migrator>().Refuse(database);
            var size = DatabaseBackup.Write(database, file);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Copied {database.File} to {Path.GetFullPath(file)}, {size} bytes."));
            return ExitCode.Done;
        }
        catch (DatabaseException fault)
        {
            throw new StartException(fault.Message);
        }
    }

    /// <summary><c>quotes purge --expired-before DATE</c>.</summary>
    public static int Purge(string before)
    {
        using var services = DataVerbs.Services();
        if (!DateOnly.TryParseExact(before, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Refused($"--expired-before '{before}' is not a day such as 2026-01-31.");
        }

        var today = services.GetRequiredService<PricingDay>().Today;
        if (day > today)
        {
            return Refused(string.Create(CultureInfo.InvariantCulture, $"--expired-before {before} is in the future: quotes that are still valid would go. Name {today:yyyy-MM-dd} or an earlier day."));
        }

        try
        {
            var database = services.GetRequiredService<Database>();
            services.Migrate(database);
            var count = services.GetRequiredService<QuoteStore>().PurgeExpiredBefore(day);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Deleted {count} quotes that expired before {before} from {database.File}."));
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is DatabaseException or SqliteException)
        {
            throw new StartException($"The quotes cannot be deleted: {fault.Message}");
        }
    }

    private static int Refused(string reason)
    {
        Console.Error.WriteLine($"{reason} Nothing was deleted.");
        return ExitCode.Refused;
    }
}
