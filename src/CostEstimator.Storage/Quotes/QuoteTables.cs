using System.Data;
using System.Globalization;
using CostEstimator.Pricing.Quotes;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>The tables of quotes, and of what repetitions of their requests are known by.</summary>
internal static class QuoteTables
{
    /// <summary>For how long after a quote was issued a repetition of its request is answered with it.</summary>
    public static readonly TimeSpan RepeatableFor = TimeSpan.FromHours(24);

    /// <summary>Selects the key that references are made with.</summary>
    public const string SelectKey = "SELECT key FROM reference_key";

    private const string SelectRow =
        """
        SELECT quotes.number AS Number, reference AS Reference, issued_at AS IssuedAt, valid_until AS ValidUntil, price_list_version AS PriceListVersion,
               language AS Language, bulletin AS Bulletin, partner AS Partner, request AS Request, answer AS Answer,
               coalesce(answer_rest, bytes) AS AnswerRest, shared_rest AS SharedRest, row_checksum AS RowChecksum, checksum AS Checksum
        FROM quotes LEFT JOIN answer_rests ON answer_rests.number = shared_rest
        """;

    private const int MostPurgedTogether = 500;

    /// <summary>Why no quote can be kept without the key.</summary>
    public static DatabaseException KeyIsGone() => new("The key of references is gone from reference_key. Restore a backup.");

    /// <summary>The key that references are made with; null: somebody deleted it.</summary>
    public static byte[]? KeyOf(SqliteConnection connection) => connection.QuerySingleOrDefault<byte[]>(SelectKey);

    /// <summary>Refuses a key with which the last quote has another reference than it was given: it is damaged.</summary>
    /// <exception cref="DatabaseException">It is damaged.</exception>
    public static void RefuseDamagedKey(SqliteConnection connection, string file)
    {
        var last = Reading(() => connection.QuerySingleOrDefault<(long Number, long Reference)>(
            """
            SELECT number, reference FROM quotes
            WHERE number = (SELECT max(number) FROM quotes) AND NOT EXISTS (SELECT 1 FROM earlier_quotes WHERE earlier_quotes.reference = quotes.reference)
            """));
        if (last != default && NumberOf(new QuoteReference(unchecked((ulong)last.Reference)), connection) is { } number && number != last.Number)
        {
            throw new DatabaseException($"The key of references in '{file}', reference_key, is damaged: no quote would be found with it. Put a backup in the place of the database.");
        }
    }

    /// <summary>Reads quotes through, in the order of their numbers.</summary>
    /// <param name="after">The number after which to begin.</param>
    /// <param name="most">How many to read.</param>
    /// <param name="connection">The database.</param>
    /// <returns>The number of the last one, null: there are no more; and the bytes of their answers.</returns>
    /// <exception cref="DatabaseException">One is damaged.</exception>
    public static (long? Last, long Bytes) Audit(long after, int most, SqliteConnection connection) => Reading(() =>
    {
        var rows = connection.Query<QuoteRow>($"{SelectRow} WHERE quotes.number > @after ORDER BY quotes.number LIMIT @most", new { after, most }).AsList();
        var references = rows.ConvertAll(row => unchecked((ulong)row.Number)).ToArray();
        using var cipher = KeyOf(connection) is { } key ? new ReferenceCipher(key) : null;
        cipher?.Encrypt(references);
        var (last, bytes) = (after, 0L);
        foreach (var (place, row) in rows.Index())
        {
            var quote = QuoteOf(row);
            bytes += quote.Answer.Length;

            // Pages of others in the place of its own would be read again and again.
            if (row.Number <= last)
            {
                throw Damaged(quote.Reference);
            }

            last = row.Number;
            if (cipher is not null && row.Reference != unchecked((long)references[place]) && !IsEarlier(row, connection))
            {
                throw Damaged(quote.Reference);
            }
        }

        return (rows.Count == most ? last : (long?)null, bytes);
    });

    /// <summary>The quote with this reference, or null.</summary>
    /// <exception cref="DatabaseException">It is damaged.</exception>
    public static StoredQuote? Find(QuoteReference reference, SqliteConnection connection) => Reading(() =>
    {
        var asked = (long)reference.Bits;
        var earlier = connection.QuerySingleOrDefault<long?>("SELECT number FROM earlier_quotes WHERE reference = @asked", new { asked });
        if (RowOf(earlier ?? NumberOf(reference, connection), connection) is not { } row)
        {
            return (StoredQuote?)null;
        }

        // The number of an earlier quote is that of no reference but its own, whatever somebody makes up.
        if (row.Reference != asked && earlier is null && IsEarlier(row, connection))
        {
            return null;
        }

        return row.Reference == asked ? QuoteOf(row) : throw Damaged(reference);
    });

    /// <summary>The request that came with the same key and is still known, and its quote; null: there is none.</summary>
    public static RepeatedRequest? FindRepeated(IdempotencyMark mark, DateTimeOffset now, SqliteConnection connection) => Reading(() =>
    {
        var row = connection.QuerySingleOrDefault<IdempotencyKeyRow>(
            """
            SELECT key_digest AS KeyDigest, body_digest AS BodyDigest, quote AS Quote, expires_at AS ExpiresAt
            FROM idempotency_keys
            WHERE key_digest = @Key AND expires_at > @Now
            """,
            new { Key = mark.Key.ToArray(), Now = Text(now.ToUniversalTime()) });
        return row is not null && RowOf(row.Quote, connection) is { } quote
            ? new RepeatedRequest(IdempotencyMark.Stored(row.KeyDigest, row.BodyDigest), QuoteOf(quote))
            : null;
    });

    /// <summary>Deletes the next few quotes that expired before a day, and what is known of their requests.</summary>
    /// <param name="day">The day.</param>
    /// <param name="last">The number after which to go on, and where that ended.</param>
    /// <param name="connection">The database.</param>
    /// <returns>How many they were; 0: there are no more.</returns>
    public static int Purge(DateOnly day, ref long last, SqliteConnection connection)
    {
        // They are looked for before anybody has to wait: what has expired stays so.
        var expired = connection.Query<(long Number, long? SharedRest)>(
            "SELECT number, shared_rest FROM quotes WHERE number > @Last AND valid_until < @Day ORDER BY number LIMIT @Most",
            new { Last = last, Day = Iso.Format(day), Most = MostPurgedTogether }).ToList();
        if (expired.Count == 0)
        {
            return 0;
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute("DELETE FROM quotes WHERE number = @Number", expired.Select(quote => new { quote.Number }));
        connection.Execute(
            "DELETE FROM answer_rests WHERE number = @Number AND NOT EXISTS (SELECT 1 FROM quotes WHERE shared_rest = @Number)",
            expired.Select(quote => quote.SharedRest).OfType<long>().Distinct().Select(number => new { Number = number }));
        transaction.Commit();
        last = expired[^1].Number;
        return expired.Count;
    }

    private static long? NumberOf(QuoteReference reference, SqliteConnection connection)
    {
        if (KeyOf(connection) is not { } key)
        {
            return null;
        }

        using var cipher = new ReferenceCipher(key);
        Span<ulong> number = [reference.Bits];
        cipher.Decrypt(number);
        return unchecked((long)number[0]);
    }

    private static QuoteRow? RowOf(long? number, SqliteConnection connection) =>
        number is null ? null : connection.QuerySingleOrDefault<QuoteRow>($"{SelectRow} WHERE quotes.number = @number", new { number });

    private static bool IsEarlier(QuoteRow row, SqliteConnection connection) =>
        connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM earlier_quotes WHERE reference = @Reference)", new { row.Reference });

    // Nothing of a row is believed before its checksum.
    private static StoredQuote QuoteOf(QuoteRow row)
    {
        var reference = new QuoteReference(unchecked((ulong)row.Reference));
        var answer = AnswerOf(row);
        if (row.RowChecksum is { } checksum && checksum != QuoteChecksum.Of(row, answer))
        {
            throw Damaged(reference);
        }

        try
        {
            var quote = new StoredQuote(
                reference,
                DateTimeOffset.ParseExact(row.IssuedAt, "O", CultureInfo.InvariantCulture),
                Iso.Parse(row.ValidUntil),
                row.PriceListVersion,
                row.Language,
                row.Bulletin,
                row.Request,
                answer)
            { Partner = row.Partner };

            // Builds went out that wrote the checksum of the whole row where others write the earlier one.
            return row.Checksum is null || row.Checksum == QuoteChecksum.OfEarlier(quote) || row.Checksum == QuoteChecksum.Of(row, answer)
                ? quote
                : throw Damaged(reference);
        }
        catch (FormatException)
        {
            throw Damaged(reference);
        }
    }

    private static DatabaseException Damaged(QuoteReference reference) =>
        new($"The quote {reference} is damaged: it is not the one that was kept.") { IsDamage = true };

    // A column may be of another type than anybody wrote, and a number of no size that it could have.
    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is DataException or InvalidCastException or OverflowException or FormatException)
        {
            // What it says may be what was to be read, which is nobody's business.
            throw new DatabaseException("A quote is damaged: its columns cannot be read.") { IsDamage = true };
        }
    }


    private static byte[] AnswerOf(QuoteRow row) => row switch
    {
        { AnswerRest: { } rest } => CompressedBytes.Append(row.Answer, rest),
        { SharedRest: { } lost } => throw new DatabaseException($"A quote cannot be read: the end of its answer, {lost} in answer_rests, is gone.") { IsDamage = true },
        _ => row.Answer,
    };

    /// <summary>An instant as the tables write it.</summary>
    public static string Text(DateTimeOffset instant) => instant.ToString("O", CultureInfo.InvariantCulture);
}
