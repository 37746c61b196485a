using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;

namespace CostEstimator.Api.Http;

/// <summary>
/// Compares a body with the type that it should be read as, and says everything that does not fit, and where. The serializer
/// stops at the first fault, and says it in words for programmers.
/// </summary>
internal sealed class JsonShape
{
    private readonly List<(ProblemKind Kind, ProblemErrorResponse Error)> _faults = [];

    /// <summary>Everything about a body that does not fit; without a fault, it can be deserialized.</summary>
    public static List<(ProblemKind Kind, ProblemErrorResponse Error)> FaultsOf(JsonElement body, JsonTypeInfo type)
    {
        var shape = new JsonShape();
        shape.Check(body, type, Place.At(""));
        return shape._faults;
    }

    private void Check(JsonElement value, JsonTypeInfo type, Place place)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when Is(value, JsonValueKind.Object, "an object", place):
                CheckObject(value, type, place);
                break;
            case JsonTypeInfoKind.Dictionary when Is(value, JsonValueKind.Object, "an object", place):
                CheckMembers(value, place, (member, _, there) => Check(member, InfoOf(type.ElementType!), there));
                break;
            case JsonTypeInfoKind.Enumerable when Is(value, JsonValueKind.Array, "an array", place):
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
                Fault(ProblemKind.UnknownField, there.Error($"There is no field '{Place.Shown(name)}' here.", known));
            }
            else if (member.ValueKind != JsonValueKind.Null || !property.IsSetNullable)
            {
                Check(member, InfoOf(property.PropertyType), there);
            }
        });
        foreach (var name in missing)
        {
            Fault(ProblemKind.BadBody, place.Error($"The object here needs the field '{name}'."));
        }
    }

    private void CheckMembers(JsonElement value, Place place, Action<JsonElement, string, Place> check)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (TextOf(() => member.Name) is not { } name)
            {
                Fault(ProblemKind.BadBody, place.Error("A key here has bytes, or half of a surrogate pair, that stand for no character."));
            }
            else if (!seen.Add(name))
            {
                Fault(ProblemKind.DuplicateKey, place.In(name).Error($"The key '{Place.Shown(name)}' stands more than once in the object."));
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
            if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out _))
            {
                Fault(ProblemKind.BadBody, place.Error($"The value here must be a whole number from {int.MinValue} to {int.MaxValue}, written as a number."));
            }
        }
        else if (Is(value, JsonValueKind.String, "a string", place) && TextOf(value.GetString) is null)
        {
            Fault(ProblemKind.BadBody, place.Error("The string here has bytes, or half of a surrogate pair, that stand for no character."));
        }
    }

    private bool Is(JsonElement value, JsonValueKind kind, string expected, Place place)
    {
        if (value.ValueKind != kind)
        {
            Fault(ProblemKind.BadBody, place.Error($"The value here must be {expected}."));
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

    private void Fault(ProblemKind kind, ProblemErrorResponse error) => _faults.Add((kind, error));
}
