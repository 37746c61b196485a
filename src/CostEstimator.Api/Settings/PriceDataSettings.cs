using System.ComponentModel.DataAnnotations;

namespace CostEstimator.Api.Settings;

/// <summary>Where an empty database is filled from: section <c>PriceData</c>.</summary>
internal sealed class PriceDataSettings : IValidatableObject
{
    public const string Section = "PriceData";

    /// <summary>A directory of data files. Default: the one that ships with the build.</summary>
    [Required(ErrorMessage = "PriceData:Directory is empty. Leave it out for the data that ship with the build, or name a directory of data files.")]
    public string Directory { get; set; } = Path.Combine(AppContext.BaseDirectory, "data");

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!System.IO.Directory.Exists(Directory))
        {
            yield return new ValidationResult(
                $"PriceData:Directory '{Directory}' does not exist. Leave it out for the data that ship with the build, or name a directory of data files.");
        }
    }
}
