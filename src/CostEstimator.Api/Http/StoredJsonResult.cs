namespace CostEstimator.Api.Http;

/// <summary>An answer that was serialised before: its bytes are sent as they are.</summary>
internal sealed class StoredJsonResult(int status, ReadOnlyMemory<byte> json) : IResult
{
    private const string ContentType = Answers.MediaType + "; charset=utf-8";

    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, status, json);

    public static Task WriteAsync(HttpContext http, int status, ReadOnlyMemory<byte> json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = ContentType;
        http.Response.ContentLength = json.Length;

        // Where the client is gone, the server ends the writing itself.
        return http.Response.Body.WriteAsync(json).AsTask();
    }
}
