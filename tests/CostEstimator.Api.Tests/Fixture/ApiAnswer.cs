using System.Text;
using System.Text.Json;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>What came back: status code, headers, and the bytes of the body.</summary>
public sealed record ApiAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>How many requests the caller has left of its limit.</summary>
    public int RequestsLeft => int.Parse(Header("RateLimit")!.Split(';')[1]["r=".Length..], null);

    /// <summary>All headers that another answer to the same request has as well: not the time of day, nor what is left of the limit.</summary>
    /// <param name="own">Others that are the answer's own.</param>
    public IEnumerable<string> LastingHeaders(params string[] own) => Headers
        .Where(header => header.Key is not ("Date" or "RateLimit") && !own.Contains(header.Key))
        .Select(header => $"{header.Key}: {header.Value}")
        .Order(StringComparer.Ordinal);

    /// <summary>What stands at a JSON pointer into the body.</summary>
    public JsonElement At(string pointer) => pointer.Split('/').Skip(1).Aggregate(
        Json, (place, step) => place.ValueKind == JsonValueKind.Array ? place[int.Parse(step, null)] : place.GetProperty(step));

    /// <summary>The text that stands at a JSON pointer into the body, or null.</summary>
    public string? StringAt(string pointer) => At(pointer).GetString();
}
