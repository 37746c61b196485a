using System.Globalization;
using CostEstimator.Pricing.Quotes;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>The quotes in the database.</summary>
/// <param name="database">A migrated database.</param>
public sealed class QuoteStore(Database database) : IDisposable
{
    // SQLite has one writer; whoever waits for it here does so without a thread.
    private readonly SemaphoreSlim _writer = new(1);

    /// <summary>Keeps a quote. When this returns, the quote is on disk.</summary>
    /// <returns>Whether it was kept: false when another quote has its reference.</returns>
    /// <exception cref="SqliteException">The database cannot be written; nothing is kept.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up before it was written; nothing is kept.</exception>
    public async Task<bool> TryAddAsync(StoredQuote quote, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(quote);
        await _writer.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            using var connection = database.Open();
            return connection.Execute(
                """
                INSERT INTO quotes (reference, issued_at, valid_until, price_list_version, language, bulletin, request, answer)
                VALUES (@Reference, @IssuedAt, @ValidUntil, @PriceListVersion, @Language, @Bulletin, @Request, @Answer)
                ON CONFLICT (reference) DO NOTHING
                """,
                new QuoteRow
                {
                    Reference = (long)quote.Reference.Bits,
                    IssuedAt = quote.IssuedAt.ToString("O", CultureInfo.InvariantCulture),
                    ValidUntil = Iso.Format(quote.ValidUntil),
                    PriceListVersion = quote.PriceListVersion,
                    Language = quote.Language,
                    Bulletin = quote.Bulletin,
                    Request = quote.Request,
                    Answer = quote.Answer.ToArray(),
                }) == 1;
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
        var row = connection.QuerySingleOrDefault<QuoteRow>(
            """
            SELECT reference AS Reference, issued_at AS IssuedAt, valid_until AS ValidUntil,
                   price_list_version AS PriceListVersion, language AS Language, bulletin AS Bulletin, request AS Request, answer AS Answer
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
                row.Answer);
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
}
