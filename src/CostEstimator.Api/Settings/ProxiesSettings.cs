using System.ComponentModel.DataAnnotations;
using System.Net;

namespace CostEstimator.Api.Settings;

/// <summary>Whose word counts on where a request came from: section <c>Proxies</c>.</summary>
internal sealed class ProxiesSettings : IValidatableObject
{
    public const string Section = "Proxies";

    private static readonly char[] Separators = [',', ';', ' '];

    /// <summary>
    /// The proxies in front of the server, as addresses or networks: <c>10.0.0.7, 192.168.4.0/24, ::1</c>. Default: none, and the
    /// headers <c>X-Forwarded-For</c>, <c>-Proto</c>, <c>-Host</c> and <c>-Prefix</c> are passed over.
    /// </summary>
    public string Known { get; set; } = "";

    /// <summary>The proxies as networks, an address as one of its own.</summary>
    public IEnumerable<IPNetwork> Networks => Words.Select(word => NetworkOf(word)!.Value);

    private IEnumerable<string> Words => Known.Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Words
        .Where(word => NetworkOf(word) is null)
        .Select(word => new ValidationResult(
            $"Proxies:Known '{word}' is neither an address nor a network. Name the proxies in front of the server such as 10.0.0.7 or 192.168.4.0/24."));

    private static IPNetwork? NetworkOf(string word) =>
        IPNetwork.TryParse(word, out var network) ? network
        : IPAddress.TryParse(word, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
