using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Http;

/// <summary>
/// Compares a body with the type that it should be read as, and says everything that does not fit, and where. The serializer
/// stops at the first fault, and says it in words for programmers.
/// </summary>
internal sealed class JsonShape
{
    private readonly List<Fault> _faults = [];

    /// <summary>Everything about a body that does not fit; without a fault, it can be deserialized.</summary>
    public static List<Fault> FaultsOf(JsonElement body, JsonTypeInfo type)
    {
        var shape = new JsonShape();
        shape.Check(body, type, Place.At(""));
        return shape._faults;
    }

    private void Check(JsonElement value, JsonTypeInfo type, Place place)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when Is(value, JsonValueKind.Object, Templates.NotAnObject, place):
                CheckObject(value, type, place);
                break;
            case JsonTypeInfoKind.Dictionary when Is(value, JsonValueKind.Object, Templates.NotAnObject, place):
                CheckMembers(value, place, (member, _, there) => Check(member, InfoOf(type.ElementType!), there));
                break;
            case JsonTypeInfoKind.Enumerable when Is(value, JsonValueKind.Array, Templates.NotAnArray, place):
                CheckElements(value, InfoOf(type.ElementType!), place);
                break;
            case JsonTypeInfoKind.None:
                CheckScalar(value, Nullable.GetUnderlyingType(type.Type) ?? type.Type, place);
                break;
        }
    }

    private void CheckObject(JsonElement value, JsonTypeInfo type, Place place)
    {
        var missing = type.Properties.Where(property => property.IsRequired).Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        CheckMembers(value, place, (member, name, there) =>
        {
            missing.Remove(name);
            var property = type.Properties.FirstOrDefault(property => property.Name == name);
            if (property is null)
            {
                string[] known = [.. type.Properties.Select(known => known.Name)];
                _faults.Add(Fault.Of(ProblemKind.UnknownField, there, Templates.NoSuchField, ("name", Place.Shown(name))).Knowing(known));
            }
            else if (member.ValueKind != JsonValueKind.Null || !property.IsSetNullable)
            {
                Check(member, InfoOf(property.PropertyType), there);
            }
        });
        foreach (var name in missing)
        {
            _faults.Add(Fault.Of(ProblemKind.BadBody, place, Templates.FieldMissing, ("name", name)));
        }
    }

    private void CheckMembers(JsonElement value, Place place, Action<JsonElement, string, Place> check)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (TextOf(() => member.Name) is not { } name)
            {
                _faults.Add(Fault.Of(ProblemKind.BadBody, place, Templates.NoTextAsKey));
            }
            else if (!seen.Add(name))
            {
                _faults.Add(Fault.Of(ProblemKind.DuplicateKey, place.In(name), Templates.KeyRepeated, ("name", Place.Shown(name))));
            }
            else
            {
                check(member.Value, name, place.In(name));
            }
        }
    }

    private void CheckElements(JsonElement value, JsonTypeInfo type, Place place)
    {
        var index = 0;
        foreach (var element in value.EnumerateArray())
        {
            Check(element, type, place.In($"{index++}"));
        }
    }

    private void CheckScalar(JsonElement value, Type type, Place place)
    {
        if (type == typeof(int))
        {
            CheckWholeNumber(value, place);
        }
        else if (Is(value, JsonValueKind.String, Templates.NotAString, place) && TextOf(value.GetString) is null)
        {
            _faults.Add(Fault.Of(ProblemKind.BadBody, place, Templates.NoText));
        }
    }

    // All whole numbers of requests are quantities: one that is too great to be read is too great for a quantity, too.
    private void CheckWholeNumber(JsonElement value, Place place)
    {
        int? number = null;
        if (value.ValueKind != JsonValueKind.Number || !WholeNumber.IsWhole(JsonMarshal.GetRawUtf8Value(value), out number))
        {
            _faults.Add(Fault.Of(ProblemKind.BadBody, place, Templates.NotAWholeNumber));
        }
        else if (number is null)
        {
            _faults.Add(Fault.Of(ProblemKind.ImpossibleQuantity, place, Templates.NumberOutOfBounds, ("least", Quantity.Least), ("most", Quantity.Most)));
        }
    }

    private bool Is(JsonElement value, JsonValueKind kind, Template otherwise, Place place)
    {
        if (value.ValueKind != kind)
        {
            _faults.Add(Fault.Of(ProblemKind.BadBody, place, otherwise));
        }

        return value.ValueKind == kind;
    }

    // The parser lets half a surrogate pair pass until somebody asks for the text.
    private static string? TextOf(Func<string?> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonTypeInfo InfoOf(Type type) => ApiJsonContext.Answers.GetTypeInfo(type)
        ?? throw new InvalidOperationException($"The contract does not have the type {type}.");

}
