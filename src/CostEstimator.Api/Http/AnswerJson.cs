using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CostEstimator.Api.Http;

/// <summary>Writes answers as JSON, at one go, into a buffer that is used again.</summary>
internal sealed class AnswerJson : IDisposable
{
    private const int MostBytesKept = 1 << 20;

    // Whoever takes it has it alone, until it is given back: perhaps on another thread.
    [ThreadStatic]
    private static AnswerJson? _spare;

    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);
    private readonly Utf8JsonWriter _writer;

    private AnswerJson() =>
        _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = ApiJsonContext.Encoder, SkipValidation = true });

    /// <summary>An answer in UTF-8.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="type">Its type in <see cref="ApiJsonContext.Default"/>.</param>
    public static byte[] Of<T>(T answer, JsonTypeInfo<T> type)
    {
        using var json = Take();
        return json.Write(answer, type).ToArray();
    }

    /// <summary>The beginning of an answer in UTF-8: other members, of which there is one at least, and a brace are to follow.</summary>
    /// <param name="head">The members that come first.</param>
    /// <param name="type">Their type in <see cref="ApiJsonContext.Default"/>.</param>
    public static byte[] BeginningWith<T>(T head, JsonTypeInfo<T> type)
    {
        var json = Of(head, type);
        json[^1] = (byte)',';
        return json;
    }

    /// <summary>Answers a request, once the whole answer is written: a fault on the way sends nothing.</summary>
    /// <param name="http">The request.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="type">Its type in <see cref="ApiJsonContext.Default"/>.</param>
    public static async Task SendAsync<T>(HttpContext http, int status, T answer, JsonTypeInfo<T> type)
    {
        using var json = Take();
        await StoredJsonResult.WriteAsync(http, status, json.Write(answer, type));
    }

    /// <summary>Lets others use it again.</summary>
    public void Dispose()
    {
        if (_buffer.Capacity <= MostBytesKept)
        {
            _buffer.ResetWrittenCount();
            _writer.Reset();
            _spare = this;
        }
    }

    private static AnswerJson Take()
    {
        var json = _spare ?? new AnswerJson();
        _spare = null;
        return json;
    }

    private ReadOnlyMemory<byte> Write<T>(T answer, JsonTypeInfo<T> type)
    {
        JsonSerializer.Serialize(_writer, answer, type);
        return _buffer.WrittenMemory;
    }
}
