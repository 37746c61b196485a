using System.ComponentModel.DataAnnotations;

namespace CostEstimator.Api.Settings;

/// <summary>Whether and how bulletins of exchange rates are fetched in the background: section <c>Rates</c>.</summary>
internal sealed class RatesSettings : IValidatableObject
{
    public const string Section = "Rates";

    /// <summary>The address of the bank's current bulletin. Default: none, and nothing is fetched.</summary>
    public string Url { get; set; } = "";

    /// <summary>How many hours lie between two fetches, 1 to 168. Default: 6.</summary>
    [Range(1, 168, ErrorMessage = "Rates:RefreshHours must be a whole number from 1 to 168.")]
    public int RefreshHours { get; set; } = 6;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Url.Length > 0 && !(Uri.TryCreate(Url, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)))
        {
            // It may hold a secret, so it is not repeated.
            yield return new ValidationResult(
                "Rates:Url is not an address of the web, which begins with https:// or http://. Leave it out to fetch nothing, or name a bulletin such as https://bank.example/today.xml.");
        }
    }
}
