using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>Keeps what repetitions of requests are known by, for the only writer of quotes. Its statements are made once for all of them.</summary>
internal sealed class KeyInsertion : IDisposable
{
    // More than come with one quote, so that they get fewer; few, so that no quote waits for the many of a busy day.
    private const int MostForgottenTogether = 10;

    private readonly SqliteCommand _forgetting;
    private readonly SqliteCommand _looking;
    private readonly SqliteCommand _keeping;

    public KeyInsertion(SqliteConnection connection)
    {
        _forgetting = CommandOf(
            connection,
            $"""
            DELETE FROM idempotency_keys
            WHERE expires_at <= @now
                    AND key_digest IN (SELECT @key UNION ALL SELECT * FROM (SELECT key_digest FROM idempotency_keys WHERE expires_at <= @now LIMIT {MostForgottenTogether}))
                OR key_digest = @key AND NOT EXISTS (SELECT 1 FROM quotes WHERE number = quote)
            """);
        _forgetting.Parameters.Add("@now", SqliteType.Text);
        _looking = CommandOf(connection, "SELECT EXISTS (SELECT 1 FROM idempotency_keys WHERE key_digest = @key)");
        _keeping = CommandOf(
            connection, "INSERT INTO idempotency_keys (key_digest, body_digest, quote, expires_at) VALUES (@key, @body, @quote, @expiresAt)");
        _keeping.Parameters.Add("@body", SqliteType.Blob);
        _keeping.Parameters.Add("@quote", SqliteType.Integer);
        _keeping.Parameters.Add("@expiresAt", SqliteType.Text);
    }

    /// <summary>Whether another request has the key, once those that nobody can repeat any more are forgotten.</summary>
    /// <param name="transaction">The transaction that the writer has begun.</param>
    /// <param name="mark">What a repetition of the request is known by.</param>
    /// <param name="now">When its quote is issued.</param>
    public bool IsTaken(SqliteTransaction transaction, IdempotencyMark mark, DateTimeOffset now)
    {
        Ready(_forgetting, transaction, mark).Parameters["@now"].Value = QuoteTables.Text(now.ToUniversalTime());
        _forgetting.ExecuteNonQuery();
        return (long)Ready(_looking, transaction, mark).ExecuteScalar()! == 1;
    }

    /// <summary>Keeps what a repetition of the request of a quote is known by.</summary>
    /// <param name="transaction">The transaction that the writer has begun.</param>
    /// <param name="mark">What it is known by.</param>
    /// <param name="number">The number of the quote.</param>
    /// <param name="issuedAt">When the quote is issued.</param>
    public void Insert(SqliteTransaction transaction, IdempotencyMark mark, long number, DateTimeOffset issuedAt)
    {
        Ready(_keeping, transaction, mark).Parameters["@body"].Value = mark.Body.ToArray();
        _keeping.Parameters["@quote"].Value = number;
        _keeping.Parameters["@expiresAt"].Value = QuoteTables.Text((issuedAt + QuoteTables.RepeatableFor).ToUniversalTime());
        _keeping.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _forgetting.Dispose();
        _looking.Dispose();
        _keeping.Dispose();
    }

    private static SqliteCommand CommandOf(SqliteConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        command.Parameters.Add("@key", SqliteType.Blob);
        return command;
    }

    private static SqliteCommand Ready(SqliteCommand command, SqliteTransaction transaction, IdempotencyMark mark)
    {
        command.Transaction = transaction;
        command.Parameters["@key"].Value = mark.Key.ToArray();
        return command;
    }
}
