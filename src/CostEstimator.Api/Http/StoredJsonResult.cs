using System.Net.Mime;

namespace CostEstimator.Api.Http;

/// <summary>An answer that was serialised before: its bytes are sent as they are.</summary>
internal sealed class StoredJsonResult(int status, ReadOnlyMemory<byte> json) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = $"{MediaTypeNames.Application.Json}; charset=utf-8";
        httpContext.Response.ContentLength = json.Length;
        await httpContext.Response.Body.WriteAsync(json, httpContext.RequestAborted);
    }
}
