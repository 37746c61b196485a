using System.Buffers;

namespace CostEstimator.Api.Http;

/// <summary>An answer that was serialised before: its bytes are sent as they are.</summary>
/// <param name="status">The status of the answer.</param>
/// <param name="json">The answer, or its first piece.</param>
/// <param name="rest">Its second piece; nothing: it is in one.</param>
internal sealed class StoredJsonResult(int status, ReadOnlyMemory<byte> json, ReadOnlyMemory<byte> rest = default) : IResult
{
    private const string ContentType = Answers.MediaType + "; charset=utf-8";

    public Task ExecuteAsync(HttpContext httpContext) =>
        rest.IsEmpty ? WriteAsync(httpContext, status, json) : WriteBothAsync(httpContext);

    public static Task WriteAsync(HttpContext http, int status, ReadOnlyMemory<byte> json)
    {
        SetHeaders(http.Response, status, json.Length);

        // Where the client is gone, the server ends the writing itself.
        return http.Response.Body.WriteAsync(json).AsTask();
    }

    // In one packet, and from where they are.
    private async Task WriteBothAsync(HttpContext http)
    {
        SetHeaders(http.Response, status, json.Length + rest.Length);
        await http.Response.StartAsync();
        var body = http.Response.BodyWriter;
        body.Write(json.Span);
        body.Write(rest.Span);
        await body.FlushAsync();
    }

    private static void SetHeaders(HttpResponse response, int status, int length)
    {
        response.StatusCode = status;
        response.ContentType = ContentType;
        response.ContentLength = length;
    }
}
