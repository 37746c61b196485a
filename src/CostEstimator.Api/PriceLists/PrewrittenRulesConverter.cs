using System.Text.Json;
using System.Text.Json.Serialization;

namespace CostEstimator.Api.PriceLists;

/// <summary>Writes price rules by copying what was written of them before.</summary>
internal sealed class PrewrittenRulesConverter : JsonConverter<PrewrittenRules>
{
    /// <inheritdoc/>
    public override PrewrittenRules Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new([.. JsonSerializer.Deserialize(ref reader, ApiJsonContext.Default.IReadOnlyListPriceRuleResponse)!.Select(rule => new PrewrittenRule(rule))]);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PrewrittenRules value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var rule in value.Written)
        {
            writer.WriteRawValue(rule.Json, skipInputValidation: true);
        }

        writer.WriteEndArray();
    }
}
