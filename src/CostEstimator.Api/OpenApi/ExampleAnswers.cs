using System.Text.Json;
using System.Text.Json.Nodes;
using CostEstimator.Api.Estimates;
using CostEstimator.Api.ExchangeRates;
using CostEstimator.Api.Health;
using CostEstimator.Api.Hosting;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Programmes;
using CostEstimator.Api.Quotes;
using CostEstimator.Api.Requests;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.OpenApi;

/// <summary>What each operation answers to the example that the document gives for it: computed like any answer, so that it cannot rot.</summary>
internal sealed class ExampleAnswers(CurrentPriceList current, PricingDay day, QuoteDesk desk)
{
    private static readonly HealthResponse Healthy = new() { Status = "ok" };

    private PriceListSnapshot Snapshot => current.Snapshot;

    /// <summary>The example of a body.</summary>
    public JsonNode? Request() => JsonSerializer.SerializeToNode(ExampleRequest.Of(Snapshot.Data.List), ApiJsonContext.Requests.QuoteRequest);

    /// <summary>The example of an answer; null: from these price data there is none.</summary>
    public JsonNode? Of(string operationId)
    {
        var (snapshot, list, today) = (Snapshot, Snapshot.Data.List, day.Today);
        var (words, json) = (snapshot.WordsIn(Language.En), ApiJsonContext.Answers);
        var treatments = snapshot.TreatmentPrices(today).Select(price => price.ToResponse(snapshot, today, words));
        var rules = list.Rules.Where(rule => rule.Validity.Contains(today)).Select(rule => rule.ToResponse(words));
        var programmes = list.Programmes.Select(programme => programme.ToResponse(list, today, words));
        return operationId switch
        {
            "getTreatments" => JsonSerializer.SerializeToNode([.. treatments], json.IReadOnlyListTreatmentResponse),
            "getTreatment" => JsonSerializer.SerializeToNode(treatments.First(), json.TreatmentResponse),
            "getPriceRules" => JsonSerializer.SerializeToNode([.. rules], json.IReadOnlyListPriceRuleResponse),
            "getPriceRule" => list.Rules.IsEmpty ? null : JsonSerializer.SerializeToNode(list.Rules[0].ToResponse(words), json.PriceRuleResponse),
            "getProgrammes" => JsonSerializer.SerializeToNode([.. programmes], json.IReadOnlyListProgrammeResponse),
            "getProgramme" => list.Programmes.IsEmpty ? null : JsonSerializer.SerializeToNode(programmes.First(), json.ProgrammeResponse),
            "getExchangeRates" => snapshot.Bulletins.On(today) is { } bulletin
                ? JsonSerializer.SerializeToNode(bulletin.ToResponse(snapshot, today), json.ExchangeRatesResponse)
                : null,
            "getEstimate" => Estimate(snapshot, today),
            "postQuote" or "getQuote" => desk.ExampleIn(Language.En) is { } quote ? QuoteDesk.JsonOf(quote) : null,
            "getLive" or "getReady" => JsonSerializer.SerializeToNode(Healthy, json.HealthResponse),
            _ => throw new ArgumentOutOfRangeException(nameof(operationId), operationId, "There is no example of the answer of this operation."),
        };
    }

    private static JsonNode? Estimate(PriceListSnapshot snapshot, DateOnly today)
    {
        var draft = QuoteRequestReader.ToDraft(ExampleRequest.Of(snapshot.Data.List));
        return RequestResolver.Resolve(draft, snapshot, today, out _) is { } resolved
            && Estimator.Estimate(snapshot.Data.List, resolved.Bulletin, resolved.Request) is Estimate estimate
            ? JsonSerializer.SerializeToNode(estimate.ToResponse(resolved.Programme, snapshot, Language.En), ApiJsonContext.Answers.EstimateResponse)
            : null;
    }
}
