using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;

namespace CostEstimator.Api.Quotes;

/// <summary>Understands the body of a quote request.</summary>
internal static class QuoteRequestReader
{
    private const int MaxDepth = 16;

    /// <summary>Reads a body.</summary>
    /// <param name="body">The bytes that came.</param>
    /// <param name="problem">What was not understood; null: nothing.</param>
    public static QuoteRequest? Read(ReadOnlyMemory<byte> body, out Problem? problem)
    {
        problem = null;
        try
        {
            var request = JsonSerializer.Deserialize(body.Span, ApiJsonContext.Answers.QuoteRequest);
            problem = request is null ? OfType(Place.At(""), "an object") : NullInside(request);
            return problem is null ? request : null;
        }
        catch (InvalidOperationException)
        {
            problem = new Problem(ProblemKind.BadBody, "The body has a text with half of a surrogate pair, which stands for no character.");
            return null;
        }
        catch (JsonException fault)
        {
            problem = Explain(body, fault);
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

    // The serializer lets null pass as an element of an array or as a value of an object.
    private static Problem? NullInside(QuoteRequest request)
    {
        for (var index = 0; index < request.Items?.Count; index++)
        {
            if (request.Items[index] is null)
            {
                return OfType(Place.At("/items").In($"{index}"), "an object");
            }
        }

        foreach (var (fact, value) in request.Facts ?? new Dictionary<string, string>())
        {
            if (value is null)
            {
                return OfType(Place.At("/facts").In(fact), "a string; leave out what is not known");
            }
        }

        return null;
    }

    /// <summary>Finds out which rule the body breaks, since the serializer says it in words for programmers only.</summary>
    private static Problem Explain(ReadOnlyMemory<byte> body, JsonException fault)
    {
        if (SyntaxFault(body, allowDuplicates: true) is { } syntax)
        {
            return new Problem(ProblemKind.BadBody, $"The body is not JSON: {syntax}");
        }

        var (place, container, name) = JsonPath.Locate(fault.Path, ApiJsonContext.Answers.QuoteRequest);
        if (SyntaxFault(body, allowDuplicates: false) is { } duplicate)
        {
            return Single(ProblemKind.DuplicateKey, place.Error($"A key stands twice in one object: {duplicate}"));
        }

        if (container is { Kind: JsonTypeInfoKind.Object } && name is not null)
        {
            var property = container.Properties.FirstOrDefault(property => property.Name == name);
            if (property is null)
            {
                string[] known = [.. container.Properties.Select(known => known.Name)];
                return Single(ProblemKind.UnknownField, place.Error($"There is no field '{Place.Shown(name)}' here.", known));
            }

            return Missing(place, JsonPath.InfoOf(property.PropertyType)) ?? OfType(place, JsonPath.Expected(property.PropertyType));
        }

        return Missing(place, container) ?? OfType(place, JsonPath.Expected(name is null ? container?.Type : container?.ElementType));
    }

    private static Problem? Missing(Place place, JsonTypeInfo? container)
    {
        if (container is not { Kind: JsonTypeInfoKind.Object })
        {
            return null;
        }

        string[] required = [.. container.Properties.Where(property => property.IsRequired).Select(property => property.Name)];
        return required.Length == 0
            ? null
            : Single(ProblemKind.BadBody, place.Error($"This must be an object with {string.Join(" and ", required.Select(name => $"'{name}'"))}."));
    }

    private static Problem OfType(Place place, string expected) => Single(ProblemKind.BadBody, place.Error($"The value here must be {expected}."));

    private static Problem Single(ProblemKind kind, ProblemErrorResponse error) => Problem.Of([(kind, error)]);

    private static string? SyntaxFault(ReadOnlyMemory<byte> body, bool allowDuplicates)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = allowDuplicates });
            return null;
        }
        catch (JsonException fault)
        {
            return fault.Message;
        }
    }
}
