using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CostEstimator.Api.Http;

/// <summary>Writes lists by copying what was written of their parts before.</summary>
internal sealed class PrewrittenListConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(PrewrittenList<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<PrewrittenList<T>>
    {
        private JsonTypeInfo<T>? _part;

        /// <inheritdoc/>
        public override PrewrittenList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new([.. JsonSerializer.Deserialize(ref reader, InfoOf<IReadOnlyList<T>>())!.Select(read => new Prewritten<T>(read, Json: null))]);

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, PrewrittenList<T> value, JsonSerializerOptions options)
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
                    JsonSerializer.Serialize(writer, written.Part, _part ??= InfoOf<T>());
                }
            }

            writer.WriteEndArray();
        }

        private static JsonTypeInfo<TInfo> InfoOf<TInfo>() => (JsonTypeInfo<TInfo>)ApiJsonContext.Default.GetTypeInfo(typeof(TInfo))!;
    }
}
