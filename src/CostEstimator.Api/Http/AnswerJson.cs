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
    public static byte[] Of<T>(T answer, JsonTypeInfo<T> type) => Of(answer, type, default);

    /// <summary>An answer in UTF-8, of which a part is written already.</summary>
    /// <param name="head">The members that come first.</param>
    /// <param name="type">Their type in <see cref="ApiJsonContext.Default"/>.</param>
    /// <param name="rest">An object with the other members, of which there is one at least.</param>
    public static byte[] Of<T>(T head, JsonTypeInfo<T> type, ReadOnlySpan<byte> rest)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(16 * 1024);
        var writer = _writer ??= new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = ApiJsonContext.Encoder, SkipValidation = true });
        try
        {
            JsonSerializer.Serialize(writer, head, type);
            return rest.IsEmpty ? buffer.WrittenSpan.ToArray() : [.. buffer.WrittenSpan[..^1], (byte)',', .. rest[1..]];
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
