using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using CostEstimator.Api.Settings;
using CostEstimator.Storage.PriceLists;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.Callers;

/// <summary>
/// Tells every later step who sends a request, by its key or its address. Nobody is refused yet: the requests of strangers are
/// counted, too.
/// </summary>
internal sealed class CallerIdentification(PartnerDirectory partners, IOptions<LimitsSettings> limits, IOptions<PartnersSettings> settings)
{
    /// <summary>The key is none that holds.</summary>
    public static readonly Problem KeyUnknown = Problem.At(Place.Of(Caller.KeyHeader), ProblemKind.UnknownKey, Templates.NoSuchKey);

    private static readonly Problem KeyMissing = Problem.At(Place.Of(Caller.KeyHeader), ProblemKind.KeyMissing, Templates.NoKey);

    private readonly int _anonymousPerMinute = limits.Value.AnonymousPerMinute;
    private readonly Problem? _withoutKey = settings.Value.RequireKey ? KeyMissing : null;

    /// <summary>Who sends a request; asked once, however often.</summary>
    public Caller Identify(HttpContext http)
    {
        if (http.Features.Get<Caller>() is { } known)
        {
            return known;
        }

        var caller = CallerOf(http);
        http.Features.Set(caller);
        return caller;
    }

    /// <summary>Refuses those who may not, but for endpoints that are not counted either: health and the document.</summary>
    public static void RefuseStrangers(WebApplication app) => app.Use(static (HttpContext http, RequestDelegate next) =>
        Caller.Of(http).Refusal is { } refusal && http.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is null
            ? ProblemWriter.WriteAsync(http, refusal)
            : next(http));

    private Caller CallerOf(HttpContext http)
    {
        if (!http.Request.Headers.TryGetValue(Caller.KeyHeader, out var sent))
        {
            return Anonymous(http, _withoutKey);
        }

        return sent is [{ } key] && partners.Find(key) is { } partner
            ? new Caller(CallerId.OfPartner(partner.Code), partner, partner.PerMinute, null)
            : Anonymous(http, KeyUnknown);
    }

    private Caller Anonymous(HttpContext http, Problem? refusal) =>
        new(CallerId.OfAddress(http.Connection.RemoteIpAddress), null, _anonymousPerMinute, refusal);
}
