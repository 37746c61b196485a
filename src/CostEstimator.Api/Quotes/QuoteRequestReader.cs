using System.Text.Json;
using CostEstimator.Api.Http;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;

namespace CostEstimator.Api.Quotes;

/// <summary>Understands the body of a quote request.</summary>
internal static class QuoteRequestReader
{
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 16 };

    /// <summary>Reads a body.</summary>
    /// <param name="body">The bytes that came.</param>
    /// <param name="problem">What was not understood; null: nothing.</param>
    public static QuoteRequest? Read(ReadOnlyMemory<byte> body, out Problem? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Lenient);
            var faults = JsonShape.FaultsOf(document.RootElement, ApiJsonContext.Answers.QuoteRequest);
            problem = faults.Count == 0 ? null : Problem.Of(faults);
            return problem is null ? document.Deserialize(ApiJsonContext.Answers.QuoteRequest) : null;
        }
        catch (JsonException fault)
        {
            problem = new Problem(ProblemKind.BadBody, $"The body is not JSON: {fault.Message}");
            return null;
        }
    }

    /// <summary>The request as it was understood.</summary>
    public static RequestDraft ToDraft(QuoteRequest request)
    {
        var items = Place.At("/items");
        return new RequestDraft
        {
            Items = [.. (request.Items ?? []).Select((item, index) => ItemOf(item, items.In($"{index}")))],
            ItemsPlace = items,
            Facts = [.. (request.Facts ?? new Dictionary<string, string>()).Select(fact => new DraftFact(fact.Key, fact.Value, Place.At("/facts").In(fact.Key)))],
            Currency = request.Currency is null ? null : new DraftCode(request.Currency, Place.At("/currency")),
            Language = request.Language is null ? null : new DraftCode(request.Language, Place.At("/language")),
            On = null,
        };
    }

    private static DraftItem ItemOf(QuoteItemRequest item, Place place)
    {
        var quantity = place.In("quantity");
        return new DraftItem(
            new DraftCode(item.Treatment, place.In("treatment")),
            item.Quantity is null ? null : new DraftQuantity(item.Quantity.Min, item.Quantity.Max, quantity.In("min"), quantity.In("max")));
    }
}
