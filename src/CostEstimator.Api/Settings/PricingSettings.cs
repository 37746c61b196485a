using System.ComponentModel.DataAnnotations;

namespace CostEstimator.Api.Settings;

/// <summary>What decides the day whose prices count: section <c>Pricing</c>.</summary>
internal sealed class PricingSettings : IValidatableObject
{
    public const string Section = "Pricing";

    /// <summary>The time zone in which it is today, as the IANA database names it. Default: <c>Europe/Istanbul</c>.</summary>
    public string TimeZone { get; set; } = "Europe/Istanbul";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult(
                $"Pricing:TimeZone '{TimeZone}' is not a time zone of this machine. Name one as the IANA database does, such as "
                + "Europe/Istanbul; where the machine has none at all, install its package tzdata.");
        }
    }
}
