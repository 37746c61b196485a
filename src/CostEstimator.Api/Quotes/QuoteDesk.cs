using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CostEstimator.Api.Estimates;
using CostEstimator.Api.Hosting;
using CostEstimator.Api.Http;
using CostEstimator.Api.OpenApi;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using CostEstimator.Api.Settings;
using CostEstimator.Api.Watching;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.Programmes;
using CostEstimator.Pricing.Quotes;
using CostEstimator.Storage;
using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Quotes;
using Microsoft.Data.Sqlite;
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
    /// <exception cref="SqliteException">The database refuses; nothing was kept.</exception>
    /// <exception cref="DatabaseException">Too many quotes wait, or none is kept at the moment; nothing was kept.</exception>
    public Task<QuoteOutcome> IssueAsync(QuoteOrder order, CancellationToken cancellation) =>
        order.Mark is { } mark ? IssueUnlessRepeatedAsync(order, mark, cancellation) : IssueOnceAsync(order, cancellation);

    /// <summary>The quote with this reference as it was issued, with today's status; null: there is none.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="preferred">The language of the example of the documentation; quotes are in the one in which they were issued.</param>
    /// <exception cref="SqliteException">The database refuses.</exception>
    public async Task<StoredQuote?> FindAsync(QuoteReference reference, Language preferred)
    {
        if (reference == Example)
        {
            return ExampleIn(preferred);
        }

        return await store.FindAsync(reference) is { } quote ? AsOfToday(quote) : null;
    }

    /// <summary>The quote that the documentation shows; null: its prices cannot be given in one currency.</summary>
    public StoredQuote? ExampleIn(Language language) =>
        Unissued(new QuoteBody(ExampleRequest.Of(current.Snapshot.Data.List), named: null), language, Templates.NoteExample);

    /// <summary>A quote as it would be issued, but that it is not kept, and has the reference of the example; null: it is refused.</summary>
    /// <param name="body">What it is for.</param>
    /// <param name="preferred">The language of one that names none.</param>
    /// <param name="note">A note beside those of its estimate; null: none.</param>
    public StoredQuote? Unissued(QuoteBody body, Language preferred, Template? note = null) =>
        Price(body, preferred, note, out _) is { } priced ? Issued(priced, Example, clock.GetUtcNow()) : null;

    /// <summary>The whole answer of a quote.</summary>
    public static JsonNode JsonOf(StoredQuote quote)
    {
        var answer = new byte[quote.BytesOfAnswer];
        quote.WriteAnswer(answer);
        return JsonNode.Parse(answer)!;
    }

    private async Task<QuoteOutcome> IssueUnlessRepeatedAsync(QuoteOrder order, IdempotencyMark mark, CancellationToken cancellation)
    {
        if (repeated.Begin(mark) is { } running)
        {
            return running;
        }

        try
        {
            var outcome = repeated.CameLately(mark)
                ? await repeated.EarlierAsync(mark) ?? await IssueOnceAsync(order, cancellation)
                : await IssueProbablyOnceAsync(order, mark, cancellation);
            return outcome.Quote is { } quote ? outcome with { Quote = AsOfToday(quote) } : outcome;
        }
        finally
        {
            repeated.End(mark);
        }
    }

    // The writer looks whether the key is known as well, for less than a reader: nobody else does, unless nothing comes of the request.
    private async Task<QuoteOutcome> IssueProbablyOnceAsync(QuoteOrder order, IdempotencyMark mark, CancellationToken cancellation)
    {
        try
        {
            var outcome = await IssueOnceAsync(order, cancellation);
            return outcome.Problem is null ? outcome : await repeated.EarlierAsync(mark) ?? outcome;
        }
        catch (Exception fault) when (fault is SqliteException or DatabaseException)
        {
            // What was answered before can be given again where nothing new can be kept.
            if (await repeated.EarlierAsync(mark) is { } earlier)
            {
                return earlier;
            }

            throw;
        }
    }

    private async Task<QuoteOutcome> IssueOnceAsync(QuoteOrder order, CancellationToken cancellation)
    {
        while (true)
        {
            if (Price(order.Body, order.Preferred, note: null, out var problem) is not { } priced)
            {
                return new QuoteOutcome(null, problem);
            }

            var now = clock.GetUtcNow();
            var quote = Issued(priced, NewReference(now), now) with { Partner = order.Partner };
            if (await store.TryAddAsync(quote, order.Mark, cancellation))
            {
                meter.QuoteIssued();
                return new QuoteOutcome(quote, null);
            }

            // The reference is taken, or another process has just answered the same request.
            if (order.Mark is not null && await repeated.EarlierAsync(order.Mark) is { } earlier)
            {
                return earlier;
            }
        }
    }

    private QuoteReference NewReference(DateTimeOffset now)
    {
        QuoteReference reference;
        do
        {
            reference = store.NewReference(now);
        }
        while (reference == Example);

        return reference;
    }

    private PricedQuote? Price(QuoteBody body, Language preferred, Template? note, out Problem? problem)
    {
        var moment = new Moment(current.Snapshot, day.Today);
        var language = body.Named ?? preferred;
        problem = null;
        if (body.Priced is { } priced && priced.Moment == moment && priced.Language == language)
        {
            return priced;
        }

        var snapshot = moment.Snapshot;
        var resolved = RequestResolver.Resolve(QuoteRequestReader.ToDraft(body.Request), snapshot, moment.Today, out problem);
        if (resolved is null)
        {
            return null;
        }

        var outcome = Estimator.Estimate(snapshot.Data.List, resolved.Bulletin, resolved.Request);
        if (outcome is not Estimate estimate)
        {
            problem = outcome.ToProblem(snapshot, resolved.Request, Place.At("/currency"), Place.At("/facts"));
            return null;
        }

        return body.Priced = Priced(body.Request, moment, resolved.Programme, estimate, language, note);
    }

    private PricedQuote Priced(QuoteRequest request, Moment moment, Programme? programme, Estimate estimate, Language language, Template? note)
    {
        var answer = estimate.ToResponse(programme, moment.Snapshot, language);
        if (note is not null)
        {
            answer = answer with { Notes = new PrewrittenList<NoteResponse>([.. answer.Notes.Parts, moment.Snapshot.WordsIn(language).Note(note)]) };
        }

        var json = AnswerJson.Of(answer, ApiJsonContext.Default.EstimateResponse);
        var validUntil = QuoteValidity.ValidUntil(estimate, settings.Value.ValidityDays);
        return new PricedQuote(
            moment,
            language,
            validUntil,
            moment.Snapshot.WordsIn(language).Validity(validUntil),
            answer.Exchange?.Bulletin,
            JsonSerializer.Serialize(request with { Language = answer.Language }, ApiJsonContext.Requests.QuoteRequest),
            CompressedBytes.Of(json.AsMemory(1)));
    }

    private static StoredQuote Issued(PricedQuote priced, QuoteReference reference, DateTimeOffset now)
    {
        var issuedAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        var head = new QuoteHead
        {
            Reference = reference.ToString(),
            Status = QuoteStatus.Open,
            IssuedAt = issuedAt.UtcDateTime,
            ValidUntil = priced.ValidUntil,
            ValidityText = priced.ValidityText,
        };
        return new StoredQuote(
            reference,
            issuedAt,
            priced.ValidUntil,
            priced.Moment.Snapshot.Data.Version,
            Languages.CodeOf(priced.Language),
            priced.Bulletin,
            priced.Request,
            AnswerJson.BeginningWith(head, ApiJsonContext.Default.QuoteHead))
        { AnswerRest = priced.Rest };
    }

    private StoredQuote AsOfToday(StoredQuote quote) => day.Today < quote.ValidUntil ? quote : quote with { Answer = AsExpired(quote), AnswerRest = null };

    // Everything else stays as it was issued.
    private static byte[] AsExpired(StoredQuote quote)
    {
        var answer = JsonOf(quote);
        answer["status"] = "expired";
        return Encoding.UTF8.GetBytes(answer.ToJsonString(ApiJsonContext.Answers.Options));
    }
}
