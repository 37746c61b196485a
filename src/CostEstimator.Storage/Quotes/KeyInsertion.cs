using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>Keeps what repetitions of requests are known by, for the only writer of quotes.</summary>
internal sealed class KeyInsertion : IDisposable
{
    // More than come with one quote, so that they get fewer; few, so that no quote waits for the many of a busy day.
    private const int MostForgottenTogether = 10;

    private readonly PreparedStatement _forgetting;
    private readonly PreparedStatement _looking;
    private readonly PreparedStatement _keeping;

    public KeyInsertion(SqliteConnection connection)
    {
        _forgetting = new PreparedStatement(
            connection,
            $"""
            DELETE FROM idempotency_keys
            WHERE expires_at <= ?2
                    AND key_digest IN (SELECT ?1 UNION ALL SELECT * FROM (SELECT key_digest FROM idempotency_keys WHERE expires_at <= ?2 LIMIT {MostForgottenTogether}))
                OR key_digest = ?1 AND NOT EXISTS (SELECT 1 FROM quotes WHERE number = quote)
            """);
        _looking = new PreparedStatement(connection, "SELECT EXISTS (SELECT 1 FROM idempotency_keys WHERE key_digest = ?1)");
        _keeping = new PreparedStatement(
            connection, "INSERT INTO idempotency_keys (key_digest, body_digest, quote, expires_at) VALUES (?1, ?2, ?3, ?4)");
    }

    /// <summary>
    /// Whether another request has the key, in the transaction that the writer has begun, once those that nobody can repeat any more are forgotten.
    /// </summary>
    /// <param name="mark">What a repetition of the request is known by.</param>
    /// <param name="now">When its quote is issued.</param>
    public bool IsTaken(IdempotencyMark mark, DateTimeOffset now)
    {
        _forgetting.Bind(1, mark.Key.Span);
        _forgetting.Bind(2, QuoteTables.Text(now.ToUniversalTime()));
        _forgetting.Run();
        _looking.Bind(1, mark.Key.Span);
        return _looking.RunForInteger() == 1;
    }

    /// <summary>Keeps what a repetition of the request of a quote is known by, in the transaction that the writer has begun.</summary>
    /// <param name="mark">What it is known by.</param>
    /// <param name="number">The number of the quote.</param>
    /// <param name="issuedAt">When the quote is issued.</param>
    public void Insert(IdempotencyMark mark, long number, DateTimeOffset issuedAt)
    {
        _keeping.Bind(1, mark.Key.Span);
        _keeping.Bind(2, mark.Body.Span);
        _keeping.Bind(3, number);
        _keeping.Bind(4, QuoteTables.Text((issuedAt + QuoteTables.RepeatableFor).ToUniversalTime()));
        _keeping.Run();
    }

    public void Dispose()
    {
        _forgetting.Dispose();
        _looking.Dispose();
        _keeping.Dispose();
    }
}
