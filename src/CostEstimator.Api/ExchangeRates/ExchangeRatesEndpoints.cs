using CostEstimator.Api.Estimates;
using CostEstimator.Api.Http;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;

namespace CostEstimator.Api.ExchangeRates;

/// <summary>The exchange rates that estimates are converted with.</summary>
internal static class ExchangeRatesEndpoints
{
    public static void MapExchangeRates(this IEndpointRouteBuilder api) => api
        .MapGet("/v1/exchange-rates", GetExchangeRates)
        .WithName("getExchangeRates")
        .WithTags("Catalogue")
        .WithSummary("Read the exchange rates in use")
        .WithDescription(
            "The bulletin of the Central Bank of the Republic of Türkiye that estimates of a day are converted with: the latest on or before "
            + "that day. Rates are in Turkish lira for a number of units of each currency.")
        .Produces<ExchangeRatesResponse>()
        .CanBeNotModified()
        .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status406NotAcceptable, StatusCodes.Status422UnprocessableEntity);

    private static IResult GetExchangeRates([AsParameters] ExchangeRatesQuery query, HttpContext http, Freshness freshness, FinishedAnswers finished)
    {
        var moment = finished.Now;
        var (snapshot, today) = moment;
        var faults = new List<Fault>();
        var on = EstimateQueryReader.DayOf(query.On, faults) ?? today;
        if (LanguageFaults.Of(query.Language) is { } unknown)
        {
            faults.Add(unknown);
        }

        var bulletin = snapshot.Bulletins.On(on);
        if (bulletin is null)
        {
            faults.Add(ExchangeRateFaults.Of(Place.Of("on"), on));
        }

        if (faults.Count > 0)
        {
            return Problem.Of(faults).ToResult();
        }

        return freshness.IsNotModified(http, moment, on, "exchange rates")
            ? Answers.NotModified()
            : finished.Ok(http, moment, bulletin!.ToResponse(snapshot, on), ApiJsonContext.Default.ExchangeRatesResponse);
    }
}
