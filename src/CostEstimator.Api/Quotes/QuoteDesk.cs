using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CostEstimator.Api.Estimates;
using CostEstimator.Api.Hosting;
using CostEstimator.Api.OpenApi;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Requests;
using CostEstimator.Api.Settings;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.Quotes;
using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Quotes;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.Quotes;

/// <summary>Issues quotes and reads them again.</summary>
internal sealed class QuoteDesk(
    CurrentPriceList current, QuoteStore store, PricingDay day, TimeProvider clock, IOptions<QuotesSettings> settings)
{
    /// <summary>The reference that the documentation shows: never issued, and answered with the example of the documentation.</summary>
    public static readonly QuoteReference Example;

    /// <summary>Prices a request today and keeps the answer; when this returns a quote, it is on disk.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The database refuses; nothing was kept.</exception>
    public async Task<QuoteOutcome> IssueAsync(QuoteRequest request, CancellationToken cancellation)
    {
        while (true)
        {
            var outcome = Price(request, NewReference(), note: null);
            if (outcome.Quote is null || await store.TryAddAsync(outcome.Quote, cancellation))
            {
                return outcome;
            }
        }
    }

    /// <summary>The quote with this reference as it was issued, with today's status; null: there is none.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The database refuses.</exception>
    public StoredQuote? Find(QuoteReference reference)
    {
        if (reference == Example)
        {
            return Price(ExampleRequest.Of(current.Snapshot.Data.List), Example, Templates.NoteExample).Quote;
        }

        var quote = store.Find(reference);
        return quote is null || day.Today < quote.ValidUntil ? quote : quote with { Answer = AsExpired(quote.Answer) };
    }

    private static QuoteReference NewReference()
    {
        Span<byte> bits = stackalloc byte[sizeof(ulong)];
        QuoteReference reference;
        do
        {
            RandomNumberGenerator.Fill(bits);
            reference = new QuoteReference(BinaryPrimitives.ReadUInt64LittleEndian(bits));
        }
        while (reference == Example);

        return reference;
    }

    private QuoteOutcome Price(QuoteRequest request, QuoteReference reference, Template? note)
    {
        var snapshot = current.Snapshot;
        var resolved = RequestResolver.Resolve(QuoteRequestReader.ToDraft(request), snapshot, day.Today, out var problem);
        if (resolved is null)
        {
            return new QuoteOutcome(null, problem);
        }

        return Estimator.Estimate(snapshot.Data.List, resolved) switch
        {
            Estimate estimate => new QuoteOutcome(Stored(request, estimate, snapshot, reference, note), null),
            var refusal => new QuoteOutcome(null, refusal.ToProblem(snapshot, Place.At("/currency"), Place.At("/facts"))),
        };
    }

    private StoredQuote Stored(QuoteRequest request, Estimate estimate, PriceListSnapshot snapshot, QuoteReference reference, Template? note)
    {
        var now = clock.GetUtcNow();
        var issuedAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var validUntil = QuoteValidity.ValidUntil(estimate, settings.Value.ValidityDays);
        var answer = estimate.ToResponse(snapshot);
        if (note is not null)
        {
            answer = answer with { Notes = [.. answer.Notes, snapshot.Words.Note(note)] };
        }

        var quote = new QuoteResponse(answer)
        {
            Reference = reference.ToString(),
            Status = QuoteStatus.Open,
            IssuedAt = issuedAt.UtcDateTime,
            ValidUntil = validUntil,
        };
        return new StoredQuote(
            reference,
            issuedAt,
            validUntil,
            snapshot.Data.Version,
            JsonSerializer.Serialize(request, ApiJsonContext.Requests.QuoteRequest),
            JsonSerializer.SerializeToUtf8Bytes(quote, ApiJsonContext.Answers.QuoteResponse));
    }

    // Everything else stays as it was issued.
    private static byte[] AsExpired(ReadOnlyMemory<byte> answer)
    {
        var quote = JsonNode.Parse(answer.Span)!;
        quote["status"] = "expired";
        return Encoding.UTF8.GetBytes(quote.ToJsonString(ApiJsonContext.Answers.Options));
    }
}
