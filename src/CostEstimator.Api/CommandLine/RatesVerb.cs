using System.Collections.Immutable;
using CostEstimator.Api.Hosting;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage;
using CostEstimator.Storage.ExchangeRates;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Api.CommandLine;

/// <summary><c>rates FILE...</c>.</summary>
internal static class RatesVerb
{
    public static int Import(string[] files)
    {
        using var services = DataVerbs.Services();
        var readings = files.Select(file => BulletinParser.ParseFile(file, file)).ToList();
        var bulletins = readings.Select(reading => reading.Bulletin).OfType<Bulletin>().ToList();
        var faults = readings.SelectMany(reading => reading.Faults).Select(fault => fault.ToString()).Concat(DaysGivenTwice(bulletins)).ToList();
        if (faults.Count > 0)
        {
            faults.ForEach(fault => Console.Error.WriteLine($"fault: {fault}"));
            Console.Error.WriteLine("Nothing was imported.");
            return ExitCode.Refused;
        }

        var today = services.GetRequiredService<PricingDay>().Today;
        var database = services.GetRequiredService<Database>();
        var changed = Add(bulletins, services, database);
        foreach (var bulletin in bulletins)
        {
            var rates = $"bulletin {bulletin.Number} of {bulletin.Day:O} with {bulletin.Rates.Length} currencies";
            Console.WriteLine(changed.Contains(bulletin) ? $"Imported {rates} into {database.File}." : $"There already was {rates} in {database.File}.");
            if (bulletin.Day > today)
            {
                Console.WriteLine($"warning: bulletin {bulletin.Number} is for a day to come; it is not in use before {bulletin.Day:O}.");
            }
        }

        return ExitCode.Done;
    }

    private static ImmutableArray<Bulletin> Add(List<Bulletin> bulletins, ServiceProvider services, Database database)
    {
        try
        {
            services.Migrate(database);
            return services.GetRequiredService<BulletinStore>().Add(bulletins);
        }
        catch (Exception fault) when (fault is DatabaseException or SqliteException or InvalidOperationException)
        {
            throw new StartException($"Nothing was imported: {fault.Message}");
        }
    }

    private static IEnumerable<string> DaysGivenTwice(List<Bulletin> bulletins) => bulletins
        .CountBy(bulletin => bulletin.Day)
        .Where(count => count.Value > 1)
        .Select(count => $"{count.Value} of the files are bulletins of {count.Key:O}; a day has one");
}
