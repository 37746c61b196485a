using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.RateLimiting;

namespace CostEstimator.Api.Callers;

/// <summary>Who may call, from where, and how often.</summary>
internal static class CallerRegistration
{
    public static void AddCallers(this IServiceCollection services)
    {
        services.AddSingleton<PartnerDirectory>();
        services.AddSingleton<CallerIdentification>();
        services.AddSingleton<CallerLimits>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<CallerLimits>(CallerLimits.Configure);
        services.AddCors();
        services.AddSingleton<ICorsPolicyProvider, PagePolicies>();
    }

    /// <summary>
    /// Pages learn of every answer that they are allowed to read, a refusal too. Preflights are answered from memory, and cost their
    /// callers nothing.
    /// </summary>
    public static void UseCallers(this WebApplication app)
    {
        // Made when the server starts, once the settings are known to be right.
        ((IApplicationBuilder)app).Use(next =>
        {
            var callers = app.Services.GetRequiredService<CallerIdentification>();
            return http =>
            {
                callers.Identify(http);
                return next(http);
            };
        });
        PagePolicies.LetSharedCachesAnswerPages(app);
        app.UseCors();
    }

    /// <summary>What comes after this is counted, and is for those only who may call.</summary>
    public static void UseLimits(this WebApplication app)
    {
        app.UseRateLimiter();
        CallerIdentification.RefuseStrangers(app);
    }
}
