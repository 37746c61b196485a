using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CostEstimator.Api.Estimates;
using CostEstimator.Api.Hosting;
using CostEstimator.Api.Http;
using CostEstimator.Api.OpenApi;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Requests;
using CostEstimator.Api.Settings;
using CostEstimator.Api.Watching;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.Programmes;
using CostEstimator.Pricing.Quotes;
using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Quotes;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.Quotes;

/// <summary>Issues quotes and reads them again.</summary>
internal sealed class QuoteDesk(
    CurrentPriceList current, QuoteStore store, RepeatedQuotes repeated, ProductMeter meter, PricingDay day, TimeProvider clock, IOptions<QuotesSettings> settings)
{
    /// <summary>The reference that the documentation shows: never issued, and answered with the example of the documentation.</summary>
    public static readonly QuoteReference Example;

    /// <summary>
    /// Prices a request today and keeps the answer, unless the same came before; when this returns a quote, it is on disk.
    /// </summary>
    /// <param name="order">What to issue.</param>
    /// <param name="cancellation">Gives up; nothing is kept.</param>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The database refuses; nothing was kept.</exception>
    public async Task<QuoteOutcome> IssueAsync(QuoteOrder order, CancellationToken cancellation)
    {
        if (order.Mark is not { } mark)
        {
            return await IssueOnceAsync(order, cancellation);
        }

        if (repeated.Begin(mark) is { } running)
        {
            return running;
        }

        try
        {
            return repeated.Earlier(mark) ?? await IssueOnceAsync(order, cancellation);
        }
        finally
        {
            repeated.End(mark);
        }
    }

    /// <summary>The quote with this reference as it was issued, with today's status; null: there is none.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="preferred">The language of the example of the documentation; quotes are in the one in which they were issued.</param>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The database refuses.</exception>
    public StoredQuote? Find(QuoteReference reference, Language preferred)
    {
        if (reference == Example)
        {
            return Price(ExampleRequest.Of(current.Snapshot.Data.List), Example, preferred, Templates.NoteExample).Quote;
        }

        var quote = store.Find(reference);
        return quote is null || day.Today < quote.ValidUntil ? quote : quote with { Answer = AsExpired(quote.Answer) };
    }

    private async Task<QuoteOutcome> IssueOnceAsync(QuoteOrder order, CancellationToken cancellation)
    {
        while (true)
        {
            var outcome = Price(order.Request, NewReference(), order.Preferred, note: null);
            if (outcome.Quote is not { } quote)
            {
                return outcome;
            }

            if (await store.TryAddAsync(quote with { Partner = order.Partner }, order.Mark, cancellation))
            {
                meter.QuoteIssued();
                return outcome;
            }

            // The reference is taken, or another process has just answered the same request.
            if (order.Mark is not null && repeated.Earlier(order.Mark) is { } earlier)
            {
                return earlier;
            }
        }
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

    private QuoteOutcome Price(QuoteRequest request, QuoteReference reference, Language preferred, Template? note)
    {
        var snapshot = current.Snapshot;
        var resolved = RequestResolver.Resolve(QuoteRequestReader.ToDraft(request), snapshot, day.Today, out var problem);
        if (resolved is null)
        {
            return new QuoteOutcome(null, problem);
        }

        return Estimator.Estimate(snapshot.Data.List, resolved.Bulletin, resolved.Request) switch
        {
            Estimate estimate => new QuoteOutcome(Stored(request, resolved.Programme, estimate, snapshot, reference, Languages.Find(request.Language) ?? preferred, note), null),
            var refusal => new QuoteOutcome(null, refusal.ToProblem(snapshot, resolved.Request, Place.At("/currency"), Place.At("/facts"))),
        };
    }

    private StoredQuote Stored(
        QuoteRequest request, Programme? programme, Estimate estimate, PriceListSnapshot snapshot, QuoteReference reference, Language language, Template? note)
    {
        var now = clock.GetUtcNow();
        var issuedAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var validUntil = QuoteValidity.ValidUntil(estimate, settings.Value.ValidityDays);
        var answer = estimate.ToResponse(programme, snapshot, language);
        var words = snapshot.WordsIn(language);
        if (note is not null)
        {
            answer = answer with { Notes = [.. answer.Notes, words.Note(note)] };
        }

        var quote = new QuoteResponse(answer)
        {
            Reference = reference.ToString(),
            Status = QuoteStatus.Open,
            IssuedAt = issuedAt.UtcDateTime,
            ValidUntil = validUntil,
            ValidityText = words.Validity(validUntil),
        };
        return new StoredQuote(
            reference,
            issuedAt,
            validUntil,
            snapshot.Data.Version,
            answer.Language,
            answer.Exchange?.Bulletin,
            JsonSerializer.Serialize(request with { Language = answer.Language }, ApiJsonContext.Requests.QuoteRequest),
            AnswerJson.Of(quote, ApiJsonContext.Default.QuoteResponse));
    }

    // Everything else stays as it was issued.
    private static byte[] AsExpired(ReadOnlyMemory<byte> answer)
    {
        var quote = JsonNode.Parse(answer.Span)!;
        quote["status"] = "expired";
        return Encoding.UTF8.GetBytes(quote.ToJsonString(ApiJsonContext.Answers.Options));
    }
}
