using System.Globalization;
using System.IO.Hashing;
using System.Reflection;
using System.Runtime.InteropServices;
using CostEstimator.Api.Hosting;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Settings;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CostEstimator.Api.Http;

/// <summary>Tells clients and caches how long an answer holds, and spares them one that they have.</summary>
internal sealed class Freshness(PricingDay day, IOptions<PartnersSettings> partners)
{
    public const string PriceListVersionHeader = "Price-List-Version";

    private const int BytesOfHash = 16;
    private const int MostSeconds = 300;
    private const int MostSecondsWhileRevalidating = 86_400;

    // Another build may word the same prices otherwise.
    private static readonly string Build = Assembly.GetExecutingAssembly().ManifestModule.ModuleVersionId.ToString("N");

    // A shared cache would give the answers of partners to anybody.
    private readonly string _audience = partners.Value.RequireKey ? "private" : "public";

    private volatile OfSecond? _cacheControl;

    // Most answers are from the same data, for the same day and in the same language as the one before.
    private volatile Tagged? _lastTagged;

    /// <summary>Sets the headers of an answer that depends on the price list, the bulletin, the day, the language and what was asked.</summary>
    /// <param name="http">The request, which must have been understood already.</param>
    /// <param name="moment">What the answer is from.</param>
    /// <param name="on">The day whose prices the answer gives.</param>
    /// <param name="asked">What was asked, the same however a request writes it.</param>
    /// <returns>Whether the client names the answer as one that it has, so that 304 will do.</returns>
    public bool IsKnown(HttpContext http, Moment moment, DateOnly on, string asked)
    {
        var tag = TagOf(moment.Snapshot, on, AnswerLanguage.Of(http), asked);
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = CacheControl(moment.Today);
        SetPriceListVersion(http, moment.Snapshot);
        return http.Request.Headers.IfNoneMatch.Count > 0
            && http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == tag);
    }

    /// <summary>Whether the client takes any answer for one that it has, which holds only where there is an answer.</summary>
    public static bool IsAnyKnown(HttpContext http) => http.Request.Headers.IfNoneMatch.Count > 0
        && http.Request.GetTypedHeaders().IfNoneMatch.Contains(EntityTagHeaderValue.Any);

    /// <summary>The same as <see cref="IsKnown"/> where there certainly is an answer.</summary>
    public bool IsNotModified(HttpContext http, Moment moment, DateOnly on, string asked) =>
        IsKnown(http, moment, on, asked) || IsAnyKnown(http);

    /// <summary>Sets the header that every priced answer has.</summary>
    public static void SetPriceListVersion(HttpContext http, PriceListSnapshot snapshot) =>
        http.Response.Headers[PriceListVersionHeader] = snapshot.Data.Version;

    // A tag keeps no secret, and nobody gains by making two alike: a fast hash will do.
    private string TagOf(PriceListSnapshot snapshot, DateOnly on, Language language, string asked)
    {
        var last = _lastTagged;
        if (last is null || last.Snapshot != snapshot || last.On != on || last.Language != language)
        {
            _lastTagged = last = Tagged.Of(snapshot, on, language);
        }

        Span<byte> hash = stackalloc byte[BytesOfHash];
        XxHash128.Hash(MemoryMarshal.AsBytes(asked.AsSpan()), hash, last.Seed);
        return $"\"{Convert.ToHexStringLower(hash)}\"";
    }

    /// <summary>For how long an answer may be kept: no longer than its day lasts, stale or not. Tomorrow another price may be in force.</summary>
    /// <param name="today">The day on which the answer is given.</param>
    public string CacheControl(DateOnly today)
    {
        var left = (int)day.UntilEndOf(today).TotalSeconds;
        if (left < 0 || day.Today != today)
        {
            return "no-store";
        }

        if (_cacheControl is { } last && last.Left == left)
        {
            return last.Text;
        }

        var fresh = Math.Min(left, MostSeconds);
        var stale = Math.Min(left - fresh, MostSecondsWhileRevalidating);
        var text = string.Create(CultureInfo.InvariantCulture, $"{_audience}, max-age={fresh}, stale-while-revalidate={stale}");
        _cacheControl = new OfSecond(left, text);
        return text;
    }

    private sealed record OfSecond(int Left, string Text);

    /// <summary>What an answer is from, and the hash of it that the hash of what was asked goes on from.</summary>
    private sealed record Tagged(PriceListSnapshot Snapshot, DateOnly On, Language Language, long Seed)
    {
        public static Tagged Of(PriceListSnapshot snapshot, DateOnly on, Language language)
        {
            var content = string.Create(
                CultureInfo.InvariantCulture, $"{Build}\n{snapshot.Data.Version}\n{snapshot.TagOfBulletin(on)}\n{on:yyyy-MM-dd}\n{language}");
            return new Tagged(snapshot, on, language, unchecked((long)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(content.AsSpan()))));
        }
    }
}
