using CostEstimator.Api.Callers;
using CostEstimator.Api.Http;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.Quotes;
using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Quotes;
using Microsoft.AspNetCore.Mvc;

namespace CostEstimator.Api.Quotes;

/// <summary>Quotes: estimates issued and kept.</summary>
internal static class QuoteEndpoints
{
    /// <summary>The route where quotes are issued.</summary>
    public const string Route = "/v1/quotes";

    public static void MapQuotes(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Quotes");
        group.MapPost(Route, PostQuote)
            .WithName("postQuote")
            .WithSummary("Issue a quote")
            .WithDescription(
                "Prices the request today, and keeps the answer under a reference: it is on disk before it is sent. "
                + "A quote holds no personal data; the contract has no field for any.")
            .Accepts<QuoteRequest>(Answers.MediaType)
            .Produces<QuoteResponse>(StatusCodes.Status201Created)
            .Refuses(
                StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden, StatusCodes.Status406NotAcceptable,
                StatusCodes.Status408RequestTimeout, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status503ServiceUnavailable);
        group.MapGet($"{Route}/{{reference}}", GetQuote)
            .WithName("getQuote")
            .WithSummary("Read a quote")
            .WithDescription("The quote as it was issued, also after it expired and whatever prices are now.")
            .Produces<QuoteResponse>()
            .Refuses(
                StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status406NotAcceptable,
                StatusCodes.Status503ServiceUnavailable);
    }

    private static Task<IResult> PostQuote(HttpContext http, QuoteBodies bodies, QuoteDesk desk) =>
        http.Features.Get<EarlyAnswer>()?.Answering ?? AnswerAsync(http, bodies, desk);

    /// <summary>Issues a quote, once what holds for every endpoint was looked at.</summary>
    /// <param name="http">The request.</param>
    /// <param name="bodies">Understands its body.</param>
    /// <param name="desk">Where quotes are kept.</param>
    /// <returns>The quote, or a refusal.</returns>
    public static async Task<IResult> AnswerAsync(HttpContext http, QuoteBodies bodies, QuoteDesk desk)
    {
        if (FaultOfHead(http, out var key) is { } fault)
        {
            return fault.ToResult();
        }

        if (await RequestBody.ReadAsync(http.Request) is not { } json)
        {
            return FrameworkProblems.TooLarge().ToResult();
        }

        var body = bodies.Read(json, out var named, out var problem);
        AnswerLanguage.Choose(http, named ?? AnswerLanguage.Of(http));
        if (body is null)
        {
            return problem!.ToResult();
        }

        var caller = Caller.Of(http);
        var mark = key is null ? null : IdempotencyMark.Of(caller.Id.ToString(), key, json.Span);
        var outcome = await desk.IssueAsync(new QuoteOrder(body, AnswerLanguage.Of(http), caller.Partner?.Code, mark), http.RequestAborted);
        return outcome.Problem is { } refusal ? refusal.ToResult() : Created(http, outcome.Quote!);
    }

    // What can be told without the body is told before the client sends it.
    private static Problem? FaultOfHead(HttpContext http, out string? key)
    {
        key = null;
        if (!PagePolicies.MayIssueQuotes(http))
        {
            return PagePolicies.Refusal(http.Request.Headers.Origin.ToString());
        }

        if (!RequestBody.IsJson(http.Request))
        {
            return FrameworkProblems.UnsupportedMediaType(http.Request);
        }

        key = IdempotencyKey.Read(http.Request, out var fault);
        return fault;
    }

    /// <param name="reference">The reference of the quote, in either case, with or without the dashes.</param>
    /// <param name="http">The request.</param>
    /// <param name="desk">Where quotes are kept.</param>
    private static async Task<IResult> GetQuote([FromRoute] string reference, HttpContext http, QuoteDesk desk)
    {
        if (!QuoteReference.TryParse(reference, out var known))
        {
            return NotFound(Templates.NoReference, ("text", Place.Shown(reference)));
        }

        return await desk.FindAsync(known, AnswerLanguage.Of(http)) is { } quote
            ? Kept(http, quote, StatusCodes.Status200OK)
            : NotFound(Templates.NoSuchQuote, ("reference", known.ToString()));
    }

    /// <summary>The answer to a request for a quote.</summary>
    public static StoredJsonResult Created(HttpContext http, StoredQuote quote)
    {
        http.Response.Headers.Location = $"{http.Request.PathBase}{Route}/{quote.Reference}";
        return Kept(http, quote, StatusCodes.Status201Created);
    }

    private static StoredJsonResult Kept(HttpContext http, StoredQuote quote, int status)
    {
        AnswerLanguage.Choose(http, Languages.Find(quote.Language) ?? Language.En);
        AnswerLanguage.Tell(http);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers[Freshness.PriceListVersionHeader] = quote.PriceListVersion;
        return new StoredJsonResult(status, quote.Answer, quote.AnswerRest?.Plain ?? default);
    }

    private static ProblemResult NotFound(Template detail, (string Name, object Value) value) =>
        Problem.Of(Fault.Of(ProblemKind.NotFound, Place.Of("reference"), detail, value)).ToResult();
}
