using System.Globalization;
using CostEstimator.Api.Callers;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Settings;
using CostEstimator.Api.Watching;
using CostEstimator.Api.Wording;
using CostEstimator.Storage;
using CostEstimator.Storage.DataFiles;
using CostEstimator.Storage.PriceLists;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.Hosting;

/// <summary>What happens before the first request: settings checked, database migrated, an empty one filled, price list loaded.</summary>
internal static class Preparation
{
    /// <summary>Prepares an application.</summary>
    /// <exception cref="StartException">A setting, a data file or the database forbids the start.</exception>
    public static void Prepare(this WebApplication app)
    {
        Languages.RefuseMissingCultures();
        app.Services.RefuseBadSettings();
        try
        {
            var database = app.Services.GetRequiredService<Database>();
            app.Services.GetRequiredService<Migrator>().Migrate(database);
            if (database.LosesLastTransaction)
            {
                Log.LastTransactionLost(app.Logger, database.File);
            }

            app.SeedIfEmpty();
            app.Services.GetRequiredService<CurrentPriceList>().Load();
            app.Services.GetRequiredService<PartnerDirectory>().Load();

            // Nobody asks for it before the first request, and it is to be watched from the start.
            app.Services.GetRequiredService<ProductMeter>();
        }
        catch (Exception fault) when (fault is DatabaseException or SqliteException or InvalidOperationException)
        {
            throw new StartException($"The database cannot be used: {fault.Message}");
        }
    }

    /// <summary>Logs what runs and where, once the addresses are known.</summary>
    public static void LogStart(this WebApplication app)
    {
        var snapshot = app.Services.GetRequiredService<CurrentPriceList>().Snapshot;
        var address = string.Join(' ', app.Urls);
        if (ConnectionLimit.IsLowered)
        {
            Log.FewConnections(app.Logger, ConnectionLimit.Here);
        }

        Log.Started(
            app.Logger,
            ProductVersion.Text,
            app.Services.GetRequiredService<Database>().File,
            snapshot.Data.Version,
            snapshot.Data.List.Rules.Length,
            BulletinOf(snapshot, app.Services.GetRequiredService<PricingDay>().Today),
            address,
            $"{app.Urls.First()}{OpenApi.OpenApiRegistration.UiPath}");
    }

    /// <summary>The bulletin in use, for the log.</summary>
    public static string BulletinOf(PriceListSnapshot snapshot, DateOnly today) => snapshot.Bulletins.On(today) is { } bulletin
        ? string.Create(CultureInfo.InvariantCulture, $"{bulletin.Number} of {bulletin.Day:O}")
        : "none";

    private static void SeedIfEmpty(this WebApplication app)
    {
        var store = app.Services.GetRequiredService<PriceDataStore>();
        if (!store.IsEmpty())
        {
            return;
        }

        var directory = Path.GetFullPath(app.Services.GetRequiredService<IOptions<PriceDataSettings>>().Value.Directory);
        var reading = DataDirectory.Read(directory, app.Services.GetRequiredService<PricingDay>().Today);
        if (reading.Data is null)
        {
            throw new StartException(
                [$"The data directory '{directory}' (PriceData:Directory) has faults; nothing was imported.", .. reading.Faults.Select(fault => fault.ToString())]);
        }

        foreach (var warning in reading.Warnings)
        {
            Log.DataWarning(app.Logger, warning.ToString());
        }

        if (store.Seed(reading.Data, reading.Bulletins))
        {
            Log.Seeded(app.Logger, directory);
        }
    }
}
