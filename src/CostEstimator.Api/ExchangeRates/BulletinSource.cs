using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.ExchangeRates;

namespace CostEstimator.Api.ExchangeRates;

/// <summary>Fetches the bank's current bulletin.</summary>
internal sealed class BulletinSource(IHttpClientFactory clients)
{
    /// <summary>The name of the client, for the factory.</summary>
    public const string ClientName = "bulletins";

    // A bulletin has some ten thousand.
    private const int MostBytes = 1024 * 1024;

    /// <summary>Fetches a bulletin.</summary>
    /// <param name="url">Where it is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="HttpRequestException">The server cannot be reached, or answers with a failure or with too much.</exception>
    /// <exception cref="InvalidDataException">The answer is no bulletin; the message says why.</exception>
    public async Task<Bulletin> FetchAsync(Uri url, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(ClientName);
        client.MaxResponseContentBufferSize = MostBytes;

        // The time-out is the caller's: it holds for the body, too.
        client.Timeout = Timeout.InfiniteTimeSpan;
        var content = await client.GetByteArrayAsync(url, cancellation);
        var reading = BulletinParser.Parse(content, "the answer");
        return reading.Bulletin ?? throw new InvalidDataException(string.Join("; ", reading.Faults));
    }
}
