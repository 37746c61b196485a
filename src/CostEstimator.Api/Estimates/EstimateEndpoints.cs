using CostEstimator.Api.Http;
using CostEstimator.Api.Requests;
using CostEstimator.Api.Watching;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.Estimates;

namespace CostEstimator.Api.Estimates;

/// <summary>Estimates: computed, not kept.</summary>
internal static class EstimateEndpoints
{
    /// <summary>The route of estimates.</summary>
    public const string Route = "/v1/estimates";

    public static void MapEstimates(this IEndpointRouteBuilder api) => api
        .MapGet(Route, GetEstimate)
        .WithName("getEstimate")
        .WithTags("Estimates")
        .WithSummary("Estimate what treatments cost")
        .WithDescription(
            "Combines the price rules in force into a range that encloses every price the unknown facts allow, no more and no less. "
            + "Says which rules and sources it rests on, and which question to ask next. Nothing is kept; a browser may call it from any page.")
        .Produces<EstimateResponse>()
        .CanBeNotModified()
        .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status406NotAcceptable, StatusCodes.Status422UnprocessableEntity);

    private static IResult GetEstimate([AsParameters] EstimateQuery query, HttpContext http, Freshness freshness, FinishedAnswers finished, ProductMeter meter) =>
        AnswerTo(query, http, freshness, finished, meter.Estimated);

    /// <summary>Answers, once what holds for every endpoint was looked at.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="http">The request.</param>
    /// <param name="freshness">Tells how long the answer holds.</param>
    /// <param name="finished">Keeps it, if it comes again.</param>
    /// <param name="count">Counts it, now and whenever it is given again; null: it is neither counted nor kept.</param>
    public static IResult AnswerTo(EstimateQuery query, HttpContext http, Freshness freshness, FinishedAnswers finished, Action? count)
    {
        var moment = finished.Now;
        var (snapshot, today) = moment;
        var draft = EstimateQueryReader.Read(query, out var problem);
        var resolved = draft is null ? null : RequestResolver.Resolve(draft, snapshot, today, out problem);
        if (resolved is null)
        {
            return problem!.ToResult();
        }

        if (freshness.IsKnown(http, moment, resolved.Request.On, CanonicalRequest.Of(resolved)))
        {
            return Answers.NotModified();
        }

        var outcome = Estimator.Estimate(snapshot.Data.List, resolved.Bulletin, resolved.Request);
        if (outcome is not Estimate estimate)
        {
            return outcome.ToProblem(snapshot, resolved.Request, Place.Of("currency"), Place.Of("fact")).ToResult();
        }

        if (Freshness.IsAnyKnown(http))
        {
            return Answers.NotModified();
        }

        var answer = estimate.ToResponse(resolved.Programme, snapshot, AnswerLanguage.Of(http));
        return count is null
            ? Answers.Ok(answer, ApiJsonContext.Default.EstimateResponse)
            : finished.Ok(http, moment, answer, ApiJsonContext.Default.EstimateResponse, count);
    }
}
