using System.Buffers;
using System.Net.Mime;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace CostEstimator.Api.Http;

/// <summary>Reads whole bodies of JSON.</summary>
internal static class RequestBody
{
    /// <summary>The greatest size of a body.</summary>
    public const int MostBytes = 16 * 1024;

    /// <summary>
    /// What the server itself lets pass. It counts the framing of chunks, too, which for chunks of one byte is five times as much.
    /// </summary>
    public const int MostBytesOnTheWire = 8 * MostBytes;

    /// <summary>Whether the body says that it is JSON, in UTF-8, and not compressed.</summary>
    public static bool IsJson(HttpRequest request) =>
        !IsCompressed(request)
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the body says that it is compressed.</summary>
    public static bool IsCompressed(HttpRequest request) => request.Headers.ContentEncoding.ToString() is not "" and not "identity";

    /// <summary>Reads a body.</summary>
    /// <returns>The bytes; null: there are more than <see cref="MostBytes"/>.</returns>
    /// <exception cref="BadHttpRequestException">The body broke off, or is larger than the server lets pass.</exception>
    public static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        var body = await request.BodyReader.ReadAtLeastAsync(MostBytes + 1, request.HttpContext.RequestAborted);
        var bytes = body.Buffer.Length > MostBytes ? null : body.Buffer.ToArray();
        request.BodyReader.AdvanceTo(body.Buffer.End);
        return bytes;
    }
}
