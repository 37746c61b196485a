using CostEstimator.Api.Estimates;
using CostEstimator.Api.Http;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;
using Microsoft.AspNetCore.Mvc;

namespace CostEstimator.Api.PriceLists;

/// <summary>The price rules in force.</summary>
internal static class PriceRuleEndpoints
{
    private const string Route = "/v1/price-rules";

    public static void MapPriceRules(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").WithTags("Catalogue");
        group.MapGet(Route, GetPriceRules)
            .WithName("getPriceRules")
            .WithSummary("List the price rules in force")
            .WithDescription("Every rule in force on a day, by code: what it prices, under which conditions, the range as published, and its source.")
            .Produces<IReadOnlyList<PriceRuleResponse>>()
            .CanBeNotModified()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status406NotAcceptable, StatusCodes.Status422UnprocessableEntity);
        group.MapGet($"{Route}/{{code}}", GetPriceRule)
            .WithName("getPriceRule")
            .WithSummary("Read a price rule")
            .WithDescription("One rule of the price list, in force today or not: `validFrom` and `validTo` tell.")
            .Produces<PriceRuleResponse>()
            .CanBeNotModified()
            .Refuses(
                StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status406NotAcceptable,
                StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult GetPriceRules([AsParameters] PriceRuleQuery query, HttpContext http, Freshness freshness, FinishedAnswers finished)
    {
        var moment = finished.Now;
        var (snapshot, today) = moment;
        var faults = new List<Fault>();
        var on = EstimateQueryReader.DayOf(query.On, faults) ?? today;
        if (query.Treatment is not null && snapshot.Data.List.FindTreatment(query.Treatment) is null)
        {
            string[] known = [.. snapshot.Data.List.Treatments.Select(treatment => treatment.Code)];
            faults.Add(Fault.Of(ProblemKind.UnknownTreatment, Place.Of("treatment"), Templates.NoSuchTreatment, ("code", Place.Shown(query.Treatment))).Knowing(known));
        }

        if (LanguageFaults.Of(query.Language) is { } unknown)
        {
            faults.Add(unknown);
        }

        if (faults.Count > 0)
        {
            return Problem.Of(faults).ToResult();
        }

        if (freshness.IsNotModified(http, moment, on, $"price rules {query.Treatment}"))
        {
            return Answers.NotModified();
        }

        var rules = snapshot.Data.List.Rules
            .Where(rule => rule.Validity.Contains(on) && (query.Treatment is null || rule.Treatment.Code == query.Treatment));
        var words = snapshot.WordsIn(AnswerLanguage.Of(http));
        return finished.Ok(http, moment, [.. rules.Select(rule => rule.ToResponse(words))], ApiJsonContext.Default.IReadOnlyListPriceRuleResponse);
    }

    /// <param name="code">The code of the rule.</param>
    /// <param name="query">The query.</param>
    /// <param name="http">The request.</param>
    /// <param name="freshness">Tells how long the answer holds.</param>
    /// <param name="finished">Keeps the answer.</param>
    private static IResult GetPriceRule(
        [FromRoute] string code, [AsParameters] LanguageQuery query, HttpContext http, Freshness freshness, FinishedAnswers finished)
    {
        if (LanguageFaults.Of(query.Language) is { } unknown)
        {
            return Problem.Of(unknown).ToResult();
        }

        var moment = finished.Now;
        var (snapshot, today) = moment;
        if (snapshot.Data.List.FindRule(code) is not { } rule)
        {
            string[] known = [.. snapshot.Data.List.Rules.Where(rule => rule.Validity.Contains(today)).Select(rule => rule.Code)];
            return Problem.Of(
                Fault.Of(ProblemKind.NotFound, Place.Of("code"), Templates.NoSuchPriceRule, ("code", Place.Shown(code))).Knowing(known)).ToResult();
        }

        return freshness.IsNotModified(http, moment, today, $"price rule {code}")
            ? Answers.NotModified()
            : finished.Ok(http, moment, rule.ToResponse(snapshot.WordsIn(AnswerLanguage.Of(http))), ApiJsonContext.Default.PriceRuleResponse);
    }
}
