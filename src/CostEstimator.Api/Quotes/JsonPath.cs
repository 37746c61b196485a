using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using CostEstimator.Api.Requests;

namespace CostEstimator.Api.Quotes;

/// <summary>The path that the serializer names in a fault, such as <c>$.items[0].quantity</c>.</summary>
internal static partial class JsonPath
{
    /// <summary>Follows a path from the root of a body.</summary>
    /// <returns>
    /// The place; the type of the object that holds the last field of the path, with the name of that field; or, where the path
    /// ends at an element of an array or at the root, the type there and no name.
    /// </returns>
    public static (Place Place, JsonTypeInfo? Container, string? Name) Locate(string? path, JsonTypeInfo root)
    {
        var place = Place.At("");
        JsonTypeInfo? here = root;
        var container = here;
        string? name = null;
        foreach (Match step in Step().Matches(path ?? ""))
        {
            container = here;
            name = step.Groups["index"].Success ? null : Unquoted(step);
            var inside = step.Groups["index"].Success ? step.Groups["index"].Value : name!;
            place = place.In(inside);
            here = TypeOf(container, name);
            container = name is null ? here : container;
        }

        return (place, container, name);
    }

    /// <summary>What the serializer knows of a type of the contract.</summary>
    public static JsonTypeInfo? InfoOf(Type type) => ApiJsonContext.Answers.GetTypeInfo(type);

    /// <summary>What a value of the type looks like in JSON.</summary>
    public static string Expected(Type? type) => (Nullable.GetUnderlyingType(type ?? typeof(object)) ?? type) switch
    {
        { } known when known == typeof(string) => "a string",
        { } known when known == typeof(int) => "a whole number, written as a number",
        { } known when known == typeof(IReadOnlyDictionary<string, string>) => "an object of strings",
        { } known when known == typeof(IReadOnlyList<QuoteItemRequest>) => "an array of items",
        _ => "an object",
    };

    private static JsonTypeInfo? TypeOf(JsonTypeInfo? container, string? name)
    {
        var type = container switch
        {
            { Kind: JsonTypeInfoKind.Object } when name is not null =>
                container.Properties.FirstOrDefault(property => property.Name == name)?.PropertyType,
            { Kind: JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary } => container.ElementType,
            _ => null,
        };
        return type is null ? null : InfoOf(type);
    }

    private static string Unquoted(Match step) => step.Groups["quoted"].Success
        ? step.Groups["quoted"].Value.Replace("\\'", "'", StringComparison.Ordinal)
        : step.Groups["name"].Value;

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\[(?<index>[0-9]+)\]|\['(?<quoted>(?:[^'\\]|\\.)*)'\]", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
