using CostEstimator.Api.Watching;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.Settings;

/// <summary>The product's settings: each a section of the configuration, checked before the start.</summary>
internal static class SettingsRegistration
{
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageSettings>().Bind(configuration.GetSection(StorageSettings.Section)).ValidateDataAnnotations();
        services.AddOptions<PriceDataSettings>().Bind(configuration.GetSection(PriceDataSettings.Section)).ValidateDataAnnotations();
        services.AddOptions<PricingSettings>().Bind(configuration.GetSection(PricingSettings.Section)).ValidateDataAnnotations();
        services.AddOptions<QuotesSettings>().Bind(configuration.GetSection(QuotesSettings.Section)).ValidateDataAnnotations();
        services.AddOptions<RatesSettings>().Bind(configuration.GetSection(RatesSettings.Section)).ValidateDataAnnotations();
        services.AddOptions<LimitsSettings>().Bind(configuration.GetSection(LimitsSettings.Section)).ValidateDataAnnotations();
        services.AddOptions<PartnersSettings>().Bind(configuration.GetSection(PartnersSettings.Section)).ValidateDataAnnotations();
        services.AddOptions<RehearsalSettings>().Bind(configuration.GetSection(RehearsalSettings.Section)).ValidateDataAnnotations();
        services.AddOptions<ProxiesSettings>().Bind(configuration.GetSection(ProxiesSettings.Section)).ValidateDataAnnotations();
        return services;
    }

    /// <summary>Reads every setting, and says all that is wrong with them.</summary>
    /// <exception cref="StartException">A setting is missing or impossible.</exception>
    public static void RefuseBadSettings(this IServiceProvider services)
    {
        // Only a server sends metrics.
        var faults = new List<string>(services.GetService<IConfiguration>() is { } configuration ? MetricsExport.FaultsOf(configuration) : []);
        Check<StorageSettings>(services, faults);
        Check<PriceDataSettings>(services, faults);
        Check<PricingSettings>(services, faults);
        Check<QuotesSettings>(services, faults);
        Check<RatesSettings>(services, faults);
        Check<LimitsSettings>(services, faults);
        Check<PartnersSettings>(services, faults);
        Check<RehearsalSettings>(services, faults);
        Check<ProxiesSettings>(services, faults);
        if (faults.Count > 0)
        {
            throw new StartException(faults);
        }
    }

    private static void Check<TSettings>(IServiceProvider services, List<string> faults)
        where TSettings : class
    {
        try
        {
            _ = services.GetRequiredService<IOptions<TSettings>>().Value;
        }
        catch (OptionsValidationException fault)
        {
            faults.AddRange(fault.Failures.Select(Message));
        }
        catch (InvalidOperationException fault)
        {
            // Of the binder, which knows types, not words.
            faults.Add(fault.Message
                .Replace("type 'System.Int32'", "a whole number", StringComparison.Ordinal)
                .Replace("type 'System.Boolean'", "true or false", StringComparison.Ordinal));
        }
    }

    // The framework puts the type and member before the message, which names the setting itself.
    private static string Message(string failure)
    {
        const string Marker = "with the error: '";
        var start = failure.IndexOf(Marker, StringComparison.Ordinal);
        return start < 0 ? failure : failure[(start + Marker.Length)..].TrimEnd('.').TrimEnd('\'');
    }
}
