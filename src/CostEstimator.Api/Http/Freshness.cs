using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using CostEstimator.Api.Hosting;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Wording;
using Microsoft.Net.Http.Headers;

namespace CostEstimator.Api.Http;

/// <summary>Tells clients and caches how long an answer holds, and spares them one that they have.</summary>
internal static class Freshness
{
    public const string PriceListVersionHeader = "Price-List-Version";

    private const int MostSeconds = 300;

    // Another build may word the same prices otherwise.
    private static readonly string Build = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>Sets the headers of an answer that depends on the price list, the bulletin, the day, the language and the request's path and query.</summary>
    /// <param name="http">The request, which must have been understood already.</param>
    /// <param name="snapshot">The price list of the answer.</param>
    /// <param name="on">The day whose prices the answer gives.</param>
    /// <param name="day">Tells when today ends.</param>
    /// <returns>Whether the client names the answer as one that it has, so that 304 will do.</returns>
    public static bool IsKnown(HttpContext http, PriceListSnapshot snapshot, DateOnly on, PricingDay day)
    {
        var seconds = Math.Clamp((int)day.UntilTomorrow.TotalSeconds, 1, MostSeconds);
        var tag = new EntityTagHeaderValue(TagOf(http.Request, snapshot, on));
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = TimeSpan.FromSeconds(seconds) };
        SetPriceListVersion(http, snapshot);
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
    }

    /// <summary>Whether the client takes any answer for one that it has, which holds only where there is an answer.</summary>
    public static bool IsAnyKnown(HttpContext http) => http.Request.GetTypedHeaders().IfNoneMatch.Contains(EntityTagHeaderValue.Any);

    /// <summary>The same as <see cref="IsKnown"/> where there certainly is an answer.</summary>
    public static bool IsNotModified(HttpContext http, PriceListSnapshot snapshot, DateOnly on, PricingDay day) =>
        IsKnown(http, snapshot, on, day) || IsAnyKnown(http);

    /// <summary>Sets the header that every priced answer has.</summary>
    public static void SetPriceListVersion(HttpContext http, PriceListSnapshot snapshot) =>
        http.Response.Headers[PriceListVersionHeader] = snapshot.Data.Version;

    private static string TagOf(HttpRequest request, PriceListSnapshot snapshot, DateOnly on)
    {
        var content = string.Create(
            CultureInfo.InvariantCulture, $"{Build}\n{snapshot.Data.Version}\n{snapshot.TagOfBulletin(on)}\n{on:yyyy-MM-dd}\n{AnswerLanguage.Of(request.HttpContext)}\n{request.Path}\n{request.QueryString}");
        return $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16))}\"";
    }
}
