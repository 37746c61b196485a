using CostEstimator.Api.Settings;
using CostEstimator.Storage;
using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Quotes;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.Hosting;

/// <summary>The database and what is kept in it.</summary>
internal static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(provider => Database.At(provider.GetRequiredService<IOptions<StorageSettings>>().Value.ConnectionString))
        .AddSingleton<Migrator>()
        .AddSingleton<PriceDataStore>()
        .AddSingleton<QuoteStore>();
}
