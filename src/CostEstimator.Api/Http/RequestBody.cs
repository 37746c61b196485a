using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Connections;
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
    public static bool IsCompressed(HttpRequest request) =>
        request.Headers.ContentEncoding.ToString() is { Length: > 0 } coding && !coding.Equals("identity", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a body.</summary>
    /// <returns>The bytes; null: there are more than <see cref="MostBytes"/>.</returns>
    /// <exception cref="BadHttpRequestException">The body broke off, or is larger than the server lets pass.</exception>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        // By the stream: a server that stops interrupts whoever reads the pipe, in the middle of a body whose end is still to come.
        var buffer = new byte[(int)(request.ContentLength ?? MostBytes) + 1];
        int count;
        try
        {
            count = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        }
        catch (Exception fault) when (IsBroken(fault))
        {
            throw new BadHttpRequestException("The body is broken.", fault);
        }

        if (count > MostBytes)
        {
            return null;
        }

        return buffer.AsMemory(0, count);
    }

    // The server says of a size of a chunk that no number holds, and of a trailer with zeros, that it has failed itself.
    private static bool IsBroken(Exception fault) =>
        fault is InvalidOperationException or IOException and not BadHttpRequestException and not ConnectionResetException;
}
