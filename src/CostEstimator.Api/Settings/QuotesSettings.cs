using System.ComponentModel.DataAnnotations;

namespace CostEstimator.Api.Settings;

/// <summary>How quotes are issued: section <c>Quotes</c>.</summary>
internal sealed class QuotesSettings
{
    public const string Section = "Quotes";

    /// <summary>The greatest number of days that a quote is valid, 1 to 365. Default: 30.</summary>
    [Range(1, 365, ErrorMessage = "Quotes:ValidityDays must be a whole number from 1 to 365.")]
    public int ValidityDays { get; set; } = 30;
}
