using System.ComponentModel.DataAnnotations;
using CostEstimator.Storage.Partners;

namespace CostEstimator.Api.Settings;

/// <summary>How many requests may come: section <c>Limits</c>.</summary>
internal sealed class LimitsSettings
{
    public const string Section = "Limits";

    /// <summary>How many requests a minute one address may send without a key, 1 to 1,000,000; 0: as many as it likes. Default: 120.</summary>
    [Range(0, Partner.MostPerMinute, ErrorMessage = "Limits:AnonymousPerMinute must be a whole number from 0 to 1000000; 0 is no limit.")]
    public int AnonymousPerMinute { get; set; } = 120;
}
