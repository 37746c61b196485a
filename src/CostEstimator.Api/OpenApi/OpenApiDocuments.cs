using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CostEstimator.Api.Hosting;
using CostEstimator.Api.Http;
using CostEstimator.Api.PriceLists;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace CostEstimator.Api.OpenApi;

/// <summary>The document as it is sent. It has examples of the day, so it is made once for each price list and day, not for each request.</summary>
internal sealed class OpenApiDocuments(IAsyncSwaggerProvider generator, CurrentPriceList current, PricingDay day) : IDisposable
{
    /// <summary>Stands for the server's address, which depends on how a request came.</summary>
    public const string ServerPlaceholder = "https://server.invalid";

    // A server has few names; whoever makes up others gets a document, but no place in the memory.
    private const int MostServers = 16;

    private readonly SemaphoreSlim _making = new(1);
    private volatile Made? _made;

    /// <summary>Answers with the document, or 304.</summary>
    public async Task<IResult> GetAsync(HttpContext http)
    {
        var made = await MadeAsync(http.RequestAborted);
        var server = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";
        if (!made.ByServer.TryGetValue(server, out var document))
        {
            document = Document.Of(made.Text, server);
            if (made.ByServer.Count < MostServers)
            {
                made.ByServer.TryAdd(server, document);
            }
        }

        http.Response.Headers.ETag = document.Tag;
        http.Response.Headers.CacheControl = "no-cache";
        var isKnown = http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == document.Tag || known.Tag == "*");
        return isKnown ? Answers.NotModified() : new StoredJsonResult(StatusCodes.Status200OK, document.Bytes);
    }

    public void Dispose() => _making.Dispose();

    private async Task<Made> MadeAsync(CancellationToken cancellation)
    {
        if (_made is { } made && made.IsOf(current.Snapshot, day.Today))
        {
            return made;
        }

        await _making.WaitAsync(cancellation);
        try
        {
            var (snapshot, today) = (current.Snapshot, day.Today);
            if (_made is not { } meanwhile || !meanwhile.IsOf(snapshot, today))
            {
                var document = await generator.GetSwaggerAsync(OpenApiRegistration.DocumentName, ServerPlaceholder);
                _made = new Made(snapshot, today, await document.SerializeAsJsonAsync(OpenApiRegistration.SpecVersion, cancellation), new(StringComparer.Ordinal));
            }

            return _made;
        }
        finally
        {
            _making.Release();
        }
    }

    private sealed record Made(PriceListSnapshot Snapshot, DateOnly Day, string Text, ConcurrentDictionary<string, Document> ByServer)
    {
        public bool IsOf(PriceListSnapshot snapshot, DateOnly today) => ReferenceEquals(Snapshot, snapshot) && Day == today;
    }

    private sealed record Document(ReadOnlyMemory<byte> Bytes, string Tag)
    {
        public static Document Of(string text, string server)
        {
            var bytes = Encoding.UTF8.GetBytes(text.Replace(ServerPlaceholder, JsonEncodedText.Encode(server).ToString(), StringComparison.Ordinal));
            return new Document(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"");
        }
    }
}
