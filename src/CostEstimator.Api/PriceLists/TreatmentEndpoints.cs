using CostEstimator.Api.Hosting;
using CostEstimator.Api.Http;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using Microsoft.AspNetCore.Mvc;

namespace CostEstimator.Api.PriceLists;

/// <summary>The treatments that can be priced.</summary>
internal static class TreatmentEndpoints
{
    public static void MapTreatments(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/v1/treatments").WithTags("Catalogue");
        group.MapGet("", GetTreatments)
            .WithName("getTreatments")
            .WithSummary("List the treatments")
            .WithDescription("Every treatment with its unit, default quantity, today's price of one unit whatever the case, and the facts that refine it.")
            .Produces<IReadOnlyList<TreatmentResponse>>()
            .CanBeNotModified()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status406NotAcceptable);
        group.MapGet("/{code}", GetTreatment)
            .WithName("getTreatment")
            .WithSummary("Read a treatment")
            .WithDescription("One treatment with its unit, default quantity, today's price of one unit whatever the case, and the facts that refine it.")
            .Produces<TreatmentResponse>()
            .CanBeNotModified()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status406NotAcceptable);
    }

    private static IResult GetTreatments(HttpContext http, CurrentPriceList current, PricingDay day)
    {
        var snapshot = current.Snapshot;
        var today = day.Today;
        return Freshness.IsNotModified(http, snapshot, today, day)
            ? Answers.NotModified()
            : Answers.Ok(
                [.. snapshot.TreatmentPrices(today).Select(price => price.ToResponse(snapshot.Words))],
                ApiJsonContext.Answers.IReadOnlyListTreatmentResponse);
    }

    /// <param name="code">The code of the treatment.</param>
    /// <param name="http">The request.</param>
    /// <param name="current">The price list in force.</param>
    /// <param name="day">The day.</param>
    private static IResult GetTreatment([FromRoute] string code, HttpContext http, CurrentPriceList current, PricingDay day)
    {
        var snapshot = current.Snapshot;
        var today = day.Today;
        var price = snapshot.TreatmentPrices(today).FirstOrDefault(price => price.Treatment.Code == code);
        if (price is null)
        {
            string[] known = [.. snapshot.Data.List.Treatments.Select(treatment => treatment.Code)];
            return Problem.Of([(ProblemKind.NotFound, Place.Of("code").Error($"There is no treatment '{Place.Shown(code)}'.", known))]).ToResult();
        }

        return Freshness.IsNotModified(http, snapshot, today, day)
            ? Answers.NotModified()
            : Answers.Ok(price.ToResponse(snapshot.Words), ApiJsonContext.Answers.TreatmentResponse);
    }
}
