using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CostEstimator.Api.Http;

/// <summary>Writes answers as JSON, at one go, into a buffer that each thread uses again.</summary>
internal static class AnswerJson
{
    private const int MostBytesKept = 1 << 20;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>An answer in UTF-8.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="type">Its type in <see cref="ApiJsonContext.Default"/>.</param>
    public static byte[] Of<T>(T answer, JsonTypeInfo<T> type)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(16 * 1024);
        var writer = _writer ??= new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = ApiJsonContext.Encoder, SkipValidation = true });
        try
        {
            JsonSerializer.Serialize(writer, answer, type);
            return buffer.WrittenSpan.ToArray();
        }
        finally
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            if (buffer.Capacity > MostBytesKept)
            {
                (_buffer, _writer) = (null, null);
            }
        }
    }
}
