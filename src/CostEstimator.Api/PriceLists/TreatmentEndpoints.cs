using CostEstimator.Api.Http;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;
using Microsoft.AspNetCore.Mvc;

namespace CostEstimator.Api.PriceLists;

/// <summary>The treatments that can be priced.</summary>
internal static class TreatmentEndpoints
{
    private const string Route = "/v1/treatments";

    public static void MapTreatments(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Catalogue");
        group.MapGet(Route, GetTreatments)
            .WithName("getTreatments")
            .WithSummary("List the treatments")
            .WithDescription("Every treatment with its unit, default quantity, today's price of one unit whatever the case, and the facts that refine it.")
            .Produces<IReadOnlyList<TreatmentResponse>>()
            .CanBeNotModified()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status406NotAcceptable, StatusCodes.Status422UnprocessableEntity);
        group.MapGet($"{Route}/{{code}}", GetTreatment)
            .WithName("getTreatment")
            .WithSummary("Read a treatment")
            .WithDescription("One treatment with its unit, default quantity, today's price of one unit whatever the case, and the facts that refine it.")
            .Produces<TreatmentResponse>()
            .CanBeNotModified()
            .Refuses(
                StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status406NotAcceptable,
                StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult GetTreatments([AsParameters] LanguageQuery query, HttpContext http, Freshness freshness, FinishedAnswers finished)
    {
        if (LanguageFaults.Of(query.Language) is { } unknown)
        {
            return Problem.Of(unknown).ToResult();
        }

        var moment = finished.Now;
        var (snapshot, today) = moment;
        if (freshness.IsNotModified(http, moment, today, "treatments"))
        {
            return Answers.NotModified();
        }

        var words = snapshot.WordsIn(AnswerLanguage.Of(http));
        return finished.Ok(
            http, moment, [.. snapshot.TreatmentPrices(today).Select(price => price.ToResponse(snapshot, today, words))],
            ApiJsonContext.Default.IReadOnlyListTreatmentResponse);
    }

    /// <param name="code">The code of the treatment.</param>
    /// <param name="query">The query.</param>
    /// <param name="http">The request.</param>
    /// <param name="freshness">Tells how long the answer holds.</param>
    /// <param name="finished">Keeps the answer.</param>
    private static IResult GetTreatment(
        [FromRoute] string code, [AsParameters] LanguageQuery query, HttpContext http, Freshness freshness, FinishedAnswers finished)
    {
        if (LanguageFaults.Of(query.Language) is { } unknown)
        {
            return Problem.Of(unknown).ToResult();
        }

        var moment = finished.Now;
        var (snapshot, today) = moment;
        if (snapshot.Data.List.FindTreatment(code) is not { } treatment)
        {
            string[] known = [.. snapshot.Data.List.Treatments.Select(treatment => treatment.Code)];
            return Problem.Of(
                Fault.Of(ProblemKind.NotFound, Place.Of("code"), Templates.NoSuchTreatment, ("code", Place.Shown(code))).Knowing(known)).ToResult();
        }

        if (freshness.IsNotModified(http, moment, today, $"treatment {code}"))
        {
            return Answers.NotModified();
        }

        var price = snapshot.TreatmentPrices(today).First(price => price.Treatment == treatment);
        return finished.Ok(http, moment, price.ToResponse(snapshot, today, snapshot.WordsIn(AnswerLanguage.Of(http))), ApiJsonContext.Default.TreatmentResponse);
    }
}
