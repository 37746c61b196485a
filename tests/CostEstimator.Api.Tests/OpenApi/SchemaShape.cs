using System.Text.Json;

namespace CostEstimator.Api.Tests.OpenApi;

/// <summary>A schema of a document, with references followed and "or null" told from the rest.</summary>
internal sealed record SchemaShape(JsonElement Json, HashSet<string> Types)
{
    public IEnumerable<JsonProperty> Members => Json.TryGetProperty("properties", out var members) ? members.EnumerateObject() : [];

    public HashSet<string> Required => Json.TryGetProperty("required", out var names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];

    public static SchemaShape Of(JsonElement schema, JsonElement document)
    {
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            var isNull = choices.EnumerateArray().ToLookup(choice => choice.TryGetProperty("type", out var type) && type.ValueEquals("null"));
            var rest = Of(isNull[false].Single(), document);
            return rest with { Types = [.. rest.Types, .. isNull[true].Any() ? new[] { "null" } : []] };
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Of(document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]), document);
        }

        return new SchemaShape(schema, !schema.TryGetProperty("type", out var types) ? []
            : types.ValueKind == JsonValueKind.Array ? [.. types.EnumerateArray().Select(type => type.GetString()!)]
            : [types.GetString()!]);
    }

    /// <summary>The schema of what is inside; null: there is none, or nothing is said of it.</summary>
    public JsonElement? Part(string name) => Json.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object ? part : null;
}
