using System.Globalization;
using CostEstimator.Pricing.Quotes;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>The quotes in the database.</summary>
/// <param name="database">A migrated database.</param>
public sealed class QuoteStore(Database database) : IDisposable
{
    /// <summary>For how long after a quote was issued a repetition of its request is answered with it.</summary>
    public static readonly TimeSpan RepeatableFor = TimeSpan.FromHours(24);

    // SQLite has one writer; whoever waits for it here does so without a thread.
    private readonly SemaphoreSlim _writer = new(1);

    /// <summary>Keeps a quote. When this returns, the quote is on disk.</summary>
    /// <returns>Whether it was kept: false when another quote has its reference.</returns>
    /// <exception cref="SqliteException">The database cannot be written; nothing is kept.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up before it was written; nothing is kept.</exception>
    public Task<bool> TryAddAsync(StoredQuote quote, CancellationToken cancellation) => TryAddAsync(quote, mark: null, cancellation);

    /// <summary>Keeps a quote together with what a repetition of its request is known by. When this returns, both are on disk.</summary>
    /// <returns>Whether they were kept: false when another quote has its reference, or another request its key.</returns>
    /// <exception cref="SqliteException">The database cannot be written; nothing is kept.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up before it was written; nothing is kept.</exception>
    public async Task<bool> TryAddAsync(StoredQuote quote, IdempotencyMark? mark, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(quote);
        await _writer.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var connection = database.Open();
            return mark is null ? Insert(quote, connection) : Insert(quote, mark, connection);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>The quote with this reference, or null.</summary>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    public StoredQuote? Find(QuoteReference reference)
    {
        using var connection = database.Open();
        return Find(reference, connection);
    }

    /// <summary>The request that came with the same key in the last day, and its quote; null: there was none.</summary>
    /// <param name="mark">What the request is known by.</param>
    /// <param name="now">The present instant.</param>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    public RepeatedRequest? FindRepeated(IdempotencyMark mark, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(mark);
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        var row = connection.QuerySingleOrDefault<IdempotencyKeyRow>(
            """
            SELECT key_digest AS KeyDigest, body_digest AS BodyDigest, quote AS Quote, expires_at AS ExpiresAt
            FROM idempotency_keys
            WHERE key_digest = @Key AND expires_at > @Now
            """,
            new { Key = mark.Key.ToArray(), Now = Text(now) });
        return row is not null && Find(new QuoteReference((ulong)row.Quote), connection) is { } quote
            ? new RepeatedRequest(IdempotencyMark.Stored(row.KeyDigest, row.BodyDigest), quote)
            : null;
    }

    /// <summary>Whether a quote could be kept now: the database can be written.</summary>
    /// <exception cref="SqliteException">It cannot; the exception says why.</exception>
    public void RefuseUnwritable()
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute("DELETE FROM quotes WHERE reference = -1");
        transaction.Rollback();
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private static bool Insert(StoredQuote quote, SqliteConnection connection) => connection.Execute(
        """
        INSERT INTO quotes (reference, issued_at, valid_until, price_list_version, language, bulletin, partner, request, answer)
        VALUES (@Reference, @IssuedAt, @ValidUntil, @PriceListVersion, @Language, @Bulletin, @Partner, @Request, @Answer)
        ON CONFLICT (reference) DO NOTHING
        """,
        new QuoteRow
        {
            Reference = (long)quote.Reference.Bits,
            IssuedAt = Text(quote.IssuedAt),
            ValidUntil = Iso.Format(quote.ValidUntil),
            PriceListVersion = quote.PriceListVersion,
            Language = quote.Language,
            Bulletin = quote.Bulletin,
            Partner = quote.Partner,
            Request = quote.Request,
            Answer = quote.Answer.ToArray(),
        }) == 1;

    private static bool Insert(StoredQuote quote, IdempotencyMark mark, SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute("DELETE FROM idempotency_keys WHERE expires_at <= @Now", new { Now = Text(quote.IssuedAt.ToUniversalTime()) });
        if (!Insert(quote, connection) || !Insert(mark, quote, connection))
        {
            return false;
        }

        transaction.Commit();
        return true;
    }

    private static bool Insert(IdempotencyMark mark, StoredQuote quote, SqliteConnection connection) => connection.Execute(
        """
        INSERT INTO idempotency_keys (key_digest, body_digest, quote, expires_at)
        VALUES (@KeyDigest, @BodyDigest, @Quote, @ExpiresAt)
        ON CONFLICT (key_digest) DO NOTHING
        """,
        new IdempotencyKeyRow
        {
            KeyDigest = mark.Key.ToArray(),
            BodyDigest = mark.Body.ToArray(),
            Quote = (long)quote.Reference.Bits,
            ExpiresAt = Text((quote.IssuedAt + RepeatableFor).ToUniversalTime()),
        }) == 1;

    private static StoredQuote? Find(QuoteReference reference, SqliteConnection connection)
    {
        var row = connection.QuerySingleOrDefault<QuoteRow>(
            """
            SELECT reference AS Reference, issued_at AS IssuedAt, valid_until AS ValidUntil, price_list_version AS PriceListVersion,
                   language AS Language, bulletin AS Bulletin, partner AS Partner, request AS Request, answer AS Answer
            FROM quotes
            WHERE reference = @Reference
            """,
            new { Reference = (long)reference.Bits });
        return row is null
            ? null
            : new StoredQuote(
                reference,
                DateTimeOffset.ParseExact(row.IssuedAt, "O", CultureInfo.InvariantCulture),
                Iso.Parse(row.ValidUntil),
                row.PriceListVersion,
                row.Language,
                row.Bulletin,
                row.Request,
                row.Answer)
            { Partner = row.Partner };
    }

    private static string Text(DateTimeOffset instant) => instant.ToString("O", CultureInfo.InvariantCulture);
}
