namespace CostEstimator.Api.Http;

/// <summary>Reads whole bodies, which the server keeps small.</summary>
internal static class RequestBody
{
    /// <summary>The greatest size of a body.</summary>
    public const int MostBytes = 16 * 1024;

    /// <exception cref="BadHttpRequestException">The body is too large, or broke off.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream((int)Math.Clamp(request.ContentLength ?? 0, 256, MostBytes));
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        return buffer.ToArray();
    }
}
