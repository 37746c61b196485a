using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CostEstimator.Api.Http;

/// <summary>Writes lists by copying what was written of their parts before.</summary>
/// <param name="part">The type of the parts in <see cref="ApiJsonContext.Default"/>.</param>
/// <param name="parts">The type of lists of them.</param>
/// <param name="make">Makes a list that was read.</param>
internal abstract class PrewrittenListConverter<TList, T>(
    Func<JsonTypeInfo<T>> part, Func<JsonTypeInfo<IReadOnlyList<T>>> parts, Func<ImmutableArray<Prewritten<T>>, TList> make)
    : JsonConverter<TList>
    where TList : PrewrittenList<T>
{
    /// <inheritdoc/>
    public override TList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        make([.. JsonSerializer.Deserialize(ref reader, parts())!.Select(read => new Prewritten<T>(read, Json: null))]);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TList value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var written in value.Parts)
        {
            if (written.Json is { } json)
            {
                writer.WriteRawValue(json.Span, skipInputValidation: true);
            }
            else
            {
                JsonSerializer.Serialize(writer, written.Part, part());
            }
        }

        writer.WriteEndArray();
    }
}
