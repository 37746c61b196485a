using CostEstimator.Api.Hosting;
using CostEstimator.Api.Settings;
using CostEstimator.Storage;
using CostEstimator.Storage.DataFiles;
using CostEstimator.Storage.PriceLists;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Api.CommandLine;

/// <summary>The verbs that work on data directories: <c>check</c> and <c>import</c>.</summary>
internal static class DataVerbs
{
    /// <summary><c>check DIR</c>.</summary>
    public static int Check(string directory)
    {
        using var services = Services();
        return Read(directory, services).Data is null ? ExitCode.Refused : ExitCode.Done;
    }

    /// <summary><c>import DIR</c>.</summary>
    public static int Import(string directory)
    {
        using var services = Services();
        var prices = services.GetRequiredService<PriceDataStore>();
        var database = services.GetRequiredService<Database>();
        try
        {
            var seen = prices.RevisionSeen();
            var reading = Read(directory, services);
            if (reading.Data is not { } data)
            {
                Console.Error.WriteLine("Nothing was imported.");
                return ExitCode.Refused;
            }

            services.Migrate(database);
            if (!prices.TryReplace(data, reading.Bulletins, seen))
            {
                throw new StartException(
                    "Nothing was imported: somebody else changed the price data or the exchange rates while this import ran. What they imported is in force; "
                    + "import again to put these data in its place.");
            }

            Console.WriteLine(
                $"Imported price list {data.Version} with {data.List.Rules.Length} rules and {reading.Bulletins.Length} bulletins of exchange rates into {database.File}.");
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is DatabaseException or SqliteException or InvalidOperationException)
        {
            throw new StartException($"Nothing was imported: {fault.Message}");
        }
    }

    internal static ServiceProvider Services()
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        var services = new ServiceCollection().AddSettings(configuration).AddStorage().AddSingleton<PricingDay>().BuildServiceProvider();
        services.RefuseBadSettings();
        return services;
    }

    private static DataDirectoryReading Read(string directory, ServiceProvider services)
    {
        var reading = DataDirectory.Read(directory, services.GetRequiredService<PricingDay>().Today);
        foreach (var fault in reading.Faults)
        {
            Console.Error.WriteLine($"fault: {fault}");
        }

        foreach (var warning in reading.Warnings)
        {
            Console.WriteLine($"warning: {warning}");
        }

        Console.WriteLine($"{reading.Faults.Length} faults, {reading.Warnings.Length} warnings in {Path.GetFullPath(directory)}");
        return reading;
    }

    /// <summary>Brings the database up to this version, and says what of its log is thrown away: nobody can say it afterwards.</summary>
    /// <exception cref="DatabaseException">It is refused, and left as it was.</exception>
    public static void Migrate(this ServiceProvider services, Database database)
    {
        services.GetRequiredService<Migrator>().Migrate(database);
        if (database.LosesLastTransaction)
        {
            Console.Error.WriteLine(
                $"Warning: the log of the database {database.File} ended in a transaction that was not whole, and is thrown away. Without a power cut, its disk has lost the quotes that were kept last.");
        }
    }
}
