using CostEstimator.Api.Settings;
using CostEstimator.Storage;
using CostEstimator.Storage.ExchangeRates;
using CostEstimator.Storage.Partners;
using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Quotes;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.Hosting;

/// <summary>The database and what is kept in it.</summary>
internal static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(provider => DatabaseOf(provider.GetRequiredService<IOptions<StorageSettings>>().Value))
        .AddSingleton<Migrator>()
        .AddSingleton<PriceDataStore>()
        .AddSingleton<BulletinStore>()
        .AddSingleton<PartnerStore>()
        .AddSingleton<QuoteStore>()
        .AddSingleton<QuoteAudit>();

    private static Database DatabaseOf(StorageSettings settings)
    {
        try
        {
            return Database.At(settings.ConnectionString);
        }
        catch (DatabaseException fault)
        {
            throw new StartException($"{StorageSettings.Section}:{nameof(settings.ConnectionString)}: {fault.Message}");
        }
    }
}
