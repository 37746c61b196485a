using CostEstimator.Api.Http;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Quotes;
using CostEstimator.Api.Requests;
using CostEstimator.Storage.PriceLists;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace CostEstimator.Api.Callers;

/// <summary>
/// From which pages a browser may call: from all of them, without credentials; but with a partner's key, quotes are issued from pages
/// of that partner only.
/// </summary>
internal sealed class PagePolicies(PartnerDirectory partners) : ICorsPolicyProvider
{
    private static readonly string[] ExposedHeaders =
        ["ETag", Freshness.PriceListVersionHeader, CallerLimits.Header, CallerLimits.PolicyHeader, "Retry-After", "Location"];

    private static readonly string Exposed = string.Join(',', ExposedHeaders);

    // There is nothing to protect: no cookie, no personal data.
    private static readonly Task<CorsPolicy?> AnyPage = Task.FromResult<CorsPolicy?>(Common().AllowAnyOrigin().Build());

    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName)
    {
        var request = context.Request;
        var isPreflight = HttpMethods.IsOptions(request.Method);
        var method = isPreflight ? request.Headers.AccessControlRequestMethod.ToString() : request.Method;
        if (!HttpMethods.IsPost(method) || !request.Path.StartsWithSegments(QuoteEndpoints.Route, StringComparison.OrdinalIgnoreCase))
        {
            return AnyPage;
        }

        // A preflight does not show the key, only that there will be one.
        return isPreflight
            ? AnnouncesKey(request) ? PagesOf(partners.Origins, context) : AnyPage
            : Caller.Of(context).Partner is { } partner ? PagesOf(partner.Origins, context) : AnyPage;
    }

    /// <summary>
    /// Says that any page may read an answer even where no page asked: a cache may give it to one later. The framework says so to
    /// pages only.
    /// </summary>
    public static void LetSharedCachesAnswerPages(WebApplication app) => app.Use(static (http, next) =>
    {
        if (http.Request.Headers.Origin.Count == 0 && HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.OnStarting(static state => Open((HttpContext)state), http);
        }

        return next(http);
    });

    /// <summary>Whether the page that a request came from may use the key that came along. A program that is no browser names no page.</summary>
    public static bool MayIssueQuotes(HttpContext http)
    {
        var origin = http.Request.Headers.Origin.ToString();
        return origin.Length == 0 || Caller.Of(http).Partner is not { } partner || partner.Origins.Contains(origin) || IsOwn(origin, http);
    }

    /// <summary>The page may not.</summary>
    public static Problem Refusal(string origin) => Problem.At(
        Place.Of(HeaderNames.Origin), ProblemKind.OriginNotAllowed, Templates.OriginOfNoPartner, ("origin", Place.Shown(origin)));

    /// <summary>Lets any page read an answer.</summary>
    public static void Open(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = CorsConstants.AnyOrigin;
        headers.AccessControlExposeHeaders = Exposed;
    }

    private static Task Open(HttpContext http)
    {
        Open(http.Response.Headers);
        return Task.CompletedTask;
    }

    private static Task<CorsPolicy?> PagesOf(IEnumerable<string> origins, HttpContext http)
    {
        var origin = http.Request.Headers.Origin.ToString();
        var isAllowed = origins.Contains(origin, StringComparer.Ordinal) || IsOwn(origin, http);

        // The framework says so only where it chooses among several itself.
        http.Response.OnStarting(static state => VaryByOrigin((HttpContext)state), http);
        return Task.FromResult<CorsPolicy?>((isAllowed ? Common().WithOrigins(origin) : Common()).Build());
    }

    private static Task VaryByOrigin(HttpContext http)
    {
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        return Task.CompletedTask;
    }

    private static bool AnnouncesKey(HttpRequest request) => request.Headers.AccessControlRequestHeaders
        .Any(names => names?.Contains(Caller.KeyHeader, StringComparison.OrdinalIgnoreCase) == true);

    // The product's own pages: Swagger UI.
    private static bool IsOwn(string origin, HttpContext http) =>
        origin.Equals($"{http.Request.Scheme}://{http.Request.Host}", StringComparison.OrdinalIgnoreCase);

    private static CorsPolicyBuilder Common() => new CorsPolicyBuilder()
        .WithMethods(HttpMethods.Get, HttpMethods.Post)
        .WithHeaders("Content-Type", "If-None-Match", Caller.KeyHeader, IdempotencyKey.Header)
        .WithExposedHeaders(ExposedHeaders)
        .SetPreflightMaxAge(TimeSpan.FromHours(2));
}
