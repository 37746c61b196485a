namespace CostEstimator.Api.ExchangeRates;

/// <summary>The background work that fetches bulletins.</summary>
internal static class BulletinRefresherRegistration
{
    public static IServiceCollection AddBulletinRefresher(this IServiceCollection services)
    {
        services.AddHttpClient(BulletinSource.ClientName);
        return services.AddSingleton<BulletinSource>().AddHostedService<BulletinRefresher>();
    }
}
