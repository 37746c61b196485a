using System.Text.Json;

namespace CostEstimator.Api.Tests.OpenApi;

/// <summary>Compares schemas: those of what clients send may become wider, those of what they receive narrower, never the other way.</summary>
internal sealed class SchemaChanges(JsonElement released, JsonElement current, List<string> found)
{
    private static readonly string[] UpperBounds = ["maxLength", "maxItems", "maximum"];
    private static readonly string[] LowerBounds = ["minLength", "minItems", "minimum"];

    private readonly HashSet<(string Before, string Now, bool IsSent)> _compared = [];

    public void CompareSent(JsonElement before, JsonElement now, string place) => Compare(before, now, place, isSent: true);

    public void CompareReceived(JsonElement before, JsonElement now, string place) => Compare(before, now, place, isSent: false);

    private void Compare(JsonElement before, JsonElement now, string place, bool isSent)
    {
        var (was, isNow) = (SchemaShape.Of(before, released), SchemaShape.Of(now, current));
        if (!_compared.Add((was.Json.GetRawText(), isNow.Json.GetRawText(), isSent)) && was.Json.TryGetProperty("properties", out _))
        {
            return;
        }

        var (wide, narrow) = isSent ? (isNow.Types, was.Types) : (was.Types, isNow.Types);
        if (!wide.IsSupersetOf(narrow))
        {
            found.Add($"{place} was {string.Join('|', was.Types)} and is {string.Join('|', isNow.Types)}");
        }

        CompareForms(was.Json, isNow.Json, place, isSent);
        CompareMembers(was, isNow, place, isSent);
        foreach (var part in new[] { "items", "additionalProperties" })
        {
            if (was.Part(part) is { } inside && isNow.Part(part) is { } insideNow)
            {
                Compare(inside, insideNow, $"{place}/{part}", isSent);
            }
        }
    }

    private void CompareForms(JsonElement before, JsonElement now, string place, bool isSent)
    {
        var (values, valuesNow) = (ValuesOf(before), ValuesOf(now));
        if (values is not null || (isSent && valuesNow is not null))
        {
            found.AddRange((values ?? []).Except(valuesNow ?? values ?? []).Select(gone => $"{place} has no value {gone} any more"));
            if (!isSent || values is null)
            {
                found.AddRange((valuesNow ?? []).Except(values ?? []).Select(added => $"{place} has a new value {added}"));
            }
        }

        foreach (var form in new[] { "pattern", "format" })
        {
            var (text, textNow) = (Text(before, form), Text(now, form));
            if (textNow != text && (isSent ? textNow is not null : text is not null))
            {
                found.Add($"{place} has another {form}");
            }
        }

        if (isSent)
        {
            found.AddRange(UpperBounds.Where(bound => Number(now, bound) < (Number(before, bound) ?? decimal.MaxValue)).Select(bound => $"{place} has a lower {bound}"));
            found.AddRange(LowerBounds.Where(bound => Number(now, bound) > (Number(before, bound) ?? decimal.MinValue)).Select(bound => $"{place} has a higher {bound}"));
        }
    }

    private void CompareMembers(SchemaShape was, SchemaShape isNow, string place, bool isSent)
    {
        var now = isNow.Members.ToDictionary(member => member.Name, member => member.Value);
        foreach (var member in was.Members)
        {
            if (now.TryGetValue(member.Name, out var there))
            {
                Compare(member.Value, there, $"{place}/{member.Name}", isSent);
            }
            else
            {
                found.Add($"{place}/{member.Name} is gone");
            }
        }

        var (must, may) = isSent ? (isNow.Required, was.Required) : (was.Required, isNow.Required);
        found.AddRange(must.Except(may).Where(name => isSent || now.ContainsKey(name)).Select(name => $"{place}/{name} {(isSent ? "became required" : "may be left out")}"));
    }

    private static HashSet<string>? ValuesOf(JsonElement schema) =>
        schema.TryGetProperty("enum", out var values) ? [.. values.EnumerateArray().Select(value => value.GetRawText())] : null;

    private static string? Text(JsonElement schema, string name) => schema.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static decimal? Number(JsonElement schema, string name) => schema.TryGetProperty(name, out var number) ? number.GetDecimal() : null;
}
