using System.Globalization;
using System.Text.Json;
using CostEstimator.Api.Http;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Quotes;

/// <summary>Understands the body of a quote request.</summary>
internal static class QuoteRequestReader
{
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 16 };

    /// <summary>Reads a body.</summary>
    /// <param name="body">The bytes that came.</param>
    /// <param name="language">The language that it names, even if it cannot be understood otherwise; null: none that there are texts in.</param>
    /// <param name="problem">What was not understood; null: nothing.</param>
    public static QuoteRequest? Read(ReadOnlyMemory<byte> body, out Language? language, out Problem? problem)
    {
        problem = null;
        if (ReadFaultless(body.Span) is { } faultless)
        {
            language = Languages.Find(faultless.Language);
            return faultless;
        }

        language = null;
        try
        {
            using var document = JsonDocument.Parse(body, Lenient);
            language = LanguageOf(document.RootElement);
            var faults = JsonShape.FaultsOf(document.RootElement, ApiJsonContext.Answers.QuoteRequest);
            problem = faults.Count == 0 ? null : Problem.Of(faults);
            return problem is null ? document.Deserialize(ApiJsonContext.Answers.QuoteRequest) : null;
        }
        catch (JsonException fault)
        {
            problem = Problem.At(
                Place.At(""),
                ProblemKind.BadBody,
                Templates.NotJson,
                ("levels", Invariant(Lenient.MaxDepth)), ("line", Invariant(fault.LineNumber + 1 ?? 1)), ("byte", Invariant(fault.BytePositionInLine + 1 ?? 1)));
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
            Programme = request.Programme is null ? null : new DraftCode(request.Programme, Place.At("/programme")),
            Facts = [.. (request.Facts ?? new Dictionary<string, string>()).Select(fact => new DraftFact(fact.Key, fact.Value, Place.At("/facts").In(fact.Key)))],
            Currency = request.Currency is null ? null : new DraftCode(request.Currency, Place.At("/currency")),
            Language = request.Language is null ? null : new DraftCode(request.Language, Place.At("/language")),
            On = null,
        };
    }

    // Nearly all bodies are. What is wrong with the others, the serializer does not say so that their senders understand it: null.
    private static QuoteRequest? ReadFaultless(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ApiJsonContext.Answers.QuoteRequest) is { } request && HasNoNulls(request) ? request : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The serializer does not look for them in lists, whatever these say that they are of.
    private static bool HasNoNulls(QuoteRequest request) =>
        (request.Items is null || request.Items.All(static item => item is not null))
        && (request.Facts is null || request.Facts.All(static fact => fact.Value is not null));

    private static Language? LanguageOf(JsonElement body)
    {
        try
        {
            return body.ValueKind == JsonValueKind.Object && body.TryGetProperty("language", out var named) && named.ValueKind == JsonValueKind.String
                ? Languages.Find(named.GetString())
                : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, in some key or in the value: it is refused in a moment.
            return null;
        }
    }

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static DraftItem ItemOf(QuoteItemRequest item, Place place)
    {
        var quantity = place.In("quantity");
        return new DraftItem(
            new DraftCode(item.Treatment, place.In("treatment")),
            item.Quantity is null ? null : new DraftQuantity(item.Quantity.Min, item.Quantity.Max, quantity.In("min"), quantity.In("max")));
    }
}
