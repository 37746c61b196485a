using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>Adds quotes for their only writer.</summary>
internal sealed class QuoteInsertion : IDisposable
{
    private const int BytesOfUsualAnswer = 16 * 1024;

    private readonly PreparedStatement _keeping;
    private readonly EarlierReferences _earlier;
    private readonly SharedRests _sharedRests;
    private readonly KeyInsertion _keys;
    private byte[] _answer = new byte[BytesOfUsualAnswer];

    public QuoteInsertion(SqliteConnection connection)
    {
        // A row of VALUES: for the rows of a SELECT, of which there may be several, SQLite keeps what it would take to undo some of them.
        _keeping = new PreparedStatement(
            connection,
            """
            INSERT INTO quotes (
                number, reference, issued_at, valid_until, price_list_version, language, bulletin, partner, request, answer, answer_rest, shared_rest, row_checksum)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            ON CONFLICT (number) DO NOTHING
            """);
        _earlier = new EarlierReferences(connection);
        _sharedRests = new SharedRests(connection);
        _keys = new KeyInsertion(connection);
    }

    /// <summary>Adds a quote, and what a repetition of its request is known by, if it is.</summary>
    /// <param name="transaction">The transaction that the writer has begun.</param>
    /// <param name="number">The number of the quote, which its reference tells.</param>
    /// <param name="quote">The quote.</param>
    /// <param name="mark">What a repetition of its request is known by; null: by nothing.</param>
    /// <returns>Whether it was added: false when another quote has its reference, or another request its key.</returns>
    public bool Insert(SqliteTransaction transaction, long number, StoredQuote quote, IdempotencyMark? mark)
    {
        if (mark is null)
        {
            return Insert(transaction, number, quote);
        }

        if (_keys.IsTaken(mark, quote.IssuedAt) || !Insert(transaction, number, quote))
        {
            return false;
        }

        _keys.Insert(mark, number, quote.IssuedAt);
        return true;
    }

    public void Dispose()
    {
        _keys.Dispose();
        _sharedRests.Dispose();
        _earlier.Dispose();
        _keeping.Dispose();
    }

    private bool Insert(SqliteTransaction transaction, long number, StoredQuote quote)
    {
        var reference = unchecked((long)quote.Reference.Bits);
        if (_earlier.Contain(reference, transaction))
        {
            return false;
        }

        var sharedRest = quote.AnswerRest is null ? null : _sharedRests.NumberOf(quote.AnswerRest, transaction);
        var row = new QuoteRow
        {
            Number = number,
            Reference = reference,
            IssuedAt = QuoteTables.Text(quote.IssuedAt),
            ValidUntil = Iso.Format(quote.ValidUntil),
            PriceListVersion = quote.PriceListVersion,
            Language = quote.Language,
            Bulletin = quote.Bulletin,
            Partner = quote.Partner,
            Request = quote.Request,
            Answer = quote.Answer.ToArray(),
            AnswerRest = sharedRest is null ? quote.AnswerRest?.Bytes : null,
            SharedRest = sharedRest,
        };
        _keeping.Bind(1, row.Number);
        _keeping.Bind(2, row.Reference);
        _keeping.Bind(3, row.IssuedAt);
        _keeping.Bind(4, row.ValidUntil);
        _keeping.Bind(5, row.PriceListVersion);
        _keeping.Bind(6, row.Language);
        _keeping.Bind(7, row.Bulletin);
        _keeping.Bind(8, row.Partner);
        _keeping.Bind(9, row.Request);
        _keeping.Bind(10, row.Answer);
        _keeping.Bind(11, row.AnswerRest);
        _keeping.Bind(12, row.SharedRest);
        _keeping.Bind(13, QuoteChecksum.Of(row, AnswerOf(quote)));
        return _keeping.Run() == 1;
    }

    // In one piece, until the next.
    private ReadOnlySpan<byte> AnswerOf(StoredQuote quote)
    {
        if (_answer.Length < quote.BytesOfAnswer)
        {
            _answer = new byte[quote.BytesOfAnswer];
        }

        quote.WriteAnswer(_answer);
        return _answer.AsSpan(0, quote.BytesOfAnswer);
    }
}
