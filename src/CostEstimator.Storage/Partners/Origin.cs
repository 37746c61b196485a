using System.Diagnostics.CodeAnalysis;

namespace CostEstimator.Storage.Partners;

/// <summary>Where a page is from, as browsers write it: scheme, host and, unless it is the scheme's own, port.</summary>
public static class Origin
{
    /// <summary>The form in words, for messages to whoever wrote something else.</summary>
    public const string Form = "https:// or http:// and a host, with a port if need be, and nothing after it: https://clinic.example";

    /// <summary>Reads an origin as a person writes it.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="origin">The origin as browsers send it: in lower case, without the scheme's own port, foreign letters in punycode.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? origin)
    {
        origin = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            || uri.UserInfo.Length > 0
            || uri.PathAndQuery != "/"
            || uri.Fragment.Length > 0
            || text.Contains('*', StringComparison.Ordinal))
        {
            return false;
        }

        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        origin = $"{uri.Scheme}://{host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}";
        return true;
    }
}
