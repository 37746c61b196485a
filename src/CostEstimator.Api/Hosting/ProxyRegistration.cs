using CostEstimator.Api.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.Hosting;

/// <summary>What proxies in front of the server say of a request: believed where the settings name the proxy, else passed over.</summary>
internal static class ProxyRegistration
{
    public static void AddProxies(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxiesSettings>>(static (options, proxies) =>
        {
            // Without a single known proxy, the framework would believe everybody.
            options.ForwardedHeaders = proxies.Value.Networks.Any() ? ForwardedHeaders.All : ForwardedHeaders.None;

            // As many as there are: each is believed only if the one before it, seen from here, is known.
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in proxies.Value.Networks)
            {
                options.KnownIPNetworks.Add(network);
            }
        });

        // Names alone can be bound to HTTPS. That of this machine is not: other programs are developed under it without.
        services.Configure<HstsOptions>(static options =>
        {
            options.MaxAge = TimeSpan.FromDays(365);
            options.ExcludedHosts.Clear();
            options.ExcludedHosts.Add("localhost");
        });
    }

    public static void UseProxies(this WebApplication app) => app.UseForwardedHeaders();
}
