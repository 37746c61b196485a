using CostEstimator.Api.Http;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;
using Microsoft.AspNetCore.Mvc;

namespace CostEstimator.Api.Programmes;

/// <summary>The programmes: named courses of treatment.</summary>
internal static class ProgrammeEndpoints
{
    private const string Route = "/v1/programmes";

    public static void MapProgrammes(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Catalogue");
        group.MapGet(Route, GetProgrammes)
            .WithName("getProgrammes")
            .WithSummary("List the programmes")
            .WithDescription("Every programme with its stages in order, the items of each stage, and the facts that decide which items are needed and what they cost.")
            .Produces<IReadOnlyList<ProgrammeResponse>>()
            .CanBeNotModified()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status406NotAcceptable, StatusCodes.Status422UnprocessableEntity);
        group.MapGet($"{Route}/{{code}}", GetProgramme)
            .WithName("getProgramme")
            .WithSummary("Read a programme")
            .WithDescription("One programme with its stages in order, the items of each stage, and the facts that decide which items are needed and what they cost.")
            .Produces<ProgrammeResponse>()
            .CanBeNotModified()
            .Refuses(
                StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status406NotAcceptable,
                StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult GetProgrammes([AsParameters] LanguageQuery query, HttpContext http, Freshness freshness, FinishedAnswers finished)
    {
        if (LanguageFaults.Of(query.Language) is { } unknown)
        {
            return Problem.Of(unknown).ToResult();
        }

        var moment = finished.Now;
        var (snapshot, today) = moment;
        if (freshness.IsNotModified(http, moment, today, "programmes"))
        {
            return Answers.NotModified();
        }

        var words = snapshot.WordsIn(AnswerLanguage.Of(http));
        return finished.Ok(
            http, moment, [.. snapshot.Data.List.Programmes.Select(programme => programme.ToResponse(snapshot.Data.List, today, words))],
            ApiJsonContext.Default.IReadOnlyListProgrammeResponse);
    }

    /// <param name="code">The code of the programme.</param>
    /// <param name="query">The query.</param>
    /// <param name="http">The request.</param>
    /// <param name="freshness">Tells how long the answer holds.</param>
    /// <param name="finished">Keeps the answer.</param>
    private static IResult GetProgramme(
        [FromRoute] string code, [AsParameters] LanguageQuery query, HttpContext http, Freshness freshness, FinishedAnswers finished)
    {
        if (LanguageFaults.Of(query.Language) is { } unknown)
        {
            return Problem.Of(unknown).ToResult();
        }

        var moment = finished.Now;
        var (snapshot, today) = moment;
        if (snapshot.Data.List.FindProgramme(code) is not { } programme)
        {
            string[] known = [.. snapshot.Data.List.Programmes.Select(programme => programme.Code)];
            return Problem.Of(
                Fault.Of(ProblemKind.NotFound, Place.Of("code"), Templates.NoSuchProgramme, ("code", Place.Shown(code))).Knowing(known)).ToResult();
        }

        return freshness.IsNotModified(http, moment, today, $"programme {code}")
            ? Answers.NotModified()
            : finished.Ok(
                http, moment, programme.ToResponse(snapshot.Data.List, today, snapshot.WordsIn(AnswerLanguage.Of(http))), ApiJsonContext.Default.ProgrammeResponse);
    }
}
