using System.ComponentModel.DataAnnotations;

namespace CostEstimator.Api.Settings;

/// <summary>What decides the day whose prices count, and how old exchange rates may be: section <c>Pricing</c>.</summary>
internal sealed class PricingSettings : IValidatableObject
{
    public const string Section = "Pricing";

    /// <summary>The time zone in which it is today, as the IANA database names it. Default: <c>Europe/Istanbul</c>.</summary>
    public string TimeZone { get; set; } = "Europe/Istanbul";

    /// <summary>After how many days a bulletin of exchange rates is called stale, 0 to 365. Default: 7.</summary>
    [Range(0, 365, ErrorMessage = "Pricing:BulletinStaleAfterDays must be a whole number from 0 to 365.")]
    public int BulletinStaleAfterDays { get; set; } = 7;

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
