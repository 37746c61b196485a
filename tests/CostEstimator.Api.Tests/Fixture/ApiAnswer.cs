using System.Text;
using System.Text.Json;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>What came back: status code, headers, and the bytes of the body.</summary>
public sealed record ApiAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>What stands at a JSON pointer into the body.</summary>
    public JsonElement At(string pointer) => pointer.Split('/').Skip(1).Aggregate(
        Json, (place, step) => place.ValueKind == JsonValueKind.Array ? place[int.Parse(step, null)] : place.GetProperty(step));

    /// <summary>The text that stands at a JSON pointer into the body, or null.</summary>
    public string? StringAt(string pointer) => At(pointer).GetString();
}
