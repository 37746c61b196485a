using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>
/// Adds quotes for their only writer. The statement is made once for all of them, and bound by hand: that halves the time that a group
/// takes.
/// </summary>
internal sealed class QuoteInsertion : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter _number;
    private readonly SqliteParameter _reference;
    private readonly SqliteParameter _issuedAt;
    private readonly SqliteParameter _validUntil;
    private readonly SqliteParameter _priceListVersion;
    private readonly SqliteParameter _language;
    private readonly SqliteParameter _bulletin;
    private readonly SqliteParameter _partner;
    private readonly SqliteParameter _request;
    private readonly SqliteParameter _answer;
    private readonly SqliteParameter _answerRest;
    private readonly SqliteParameter _sharedRest;
    private readonly SqliteParameter _rowChecksum;
    private readonly SharedRests _sharedRests;
    private readonly KeyInsertion _keys;

    public QuoteInsertion(SqliteConnection connection)
    {
        _command = connection.CreateCommand();
        _command.CommandText =
            """
            INSERT INTO quotes (
                number, reference, issued_at, valid_until, price_list_version, language, bulletin, partner, request, answer, answer_rest, shared_rest, row_checksum)
            SELECT @number, @reference, @issuedAt, @validUntil, @priceListVersion, @language, @bulletin, @partner, @request, @answer, @answerRest, @sharedRest, @rowChecksum
            WHERE NOT EXISTS (SELECT 1 FROM earlier_quotes WHERE reference = @reference)
            ON CONFLICT (number) DO NOTHING
            """;
        _number = Add("@number", SqliteType.Integer);
        _reference = Add("@reference", SqliteType.Integer);
        _issuedAt = Add("@issuedAt", SqliteType.Text);
        _validUntil = Add("@validUntil", SqliteType.Text);
        _priceListVersion = Add("@priceListVersion", SqliteType.Text);
        _language = Add("@language", SqliteType.Text);
        _bulletin = Add("@bulletin", SqliteType.Text);
        _partner = Add("@partner", SqliteType.Text);
        _request = Add("@request", SqliteType.Text);
        _answer = Add("@answer", SqliteType.Blob);
        _answerRest = Add("@answerRest", SqliteType.Blob);
        _sharedRest = Add("@sharedRest", SqliteType.Integer);
        _rowChecksum = Add("@rowChecksum", SqliteType.Integer);
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
        _command.Transaction = transaction;
        if (mark is null)
        {
            return Insert(transaction, number, quote);
        }

        if (_keys.IsTaken(transaction, mark, quote.IssuedAt) || !Insert(transaction, number, quote))
        {
            return false;
        }

        _keys.Insert(transaction, mark, number, quote.IssuedAt);
        return true;
    }

    public void Dispose()
    {
        _keys.Dispose();
        _sharedRests.Dispose();
        _command.Dispose();
    }

    private SqliteParameter Add(string name, SqliteType type) => _command.Parameters.Add(name, type);

    private bool Insert(SqliteTransaction transaction, long number, StoredQuote quote)
    {
        var sharedRest = quote.AnswerRest is null ? null : _sharedRests.NumberOf(quote.AnswerRest, transaction);
        var row = new QuoteRow
        {
            Number = number,
            Reference = (long)quote.Reference.Bits,
            IssuedAt = QuoteTables.Text(quote.IssuedAt),
            ValidUntil = Iso.Format(quote.ValidUntil),
            PriceListVersion = quote.PriceListVersion,
            Language = quote.Language,
            Bulletin = quote.Bulletin,
            Partner = quote.Partner,
            Request = quote.Request,
            Answer = quote.Answer[..^(quote.AnswerRest?.Length ?? 0)].ToArray(),
            AnswerRest = sharedRest is null ? quote.AnswerRest?.Bytes : null,
            SharedRest = sharedRest,
        };
        _number.Value = row.Number;
        _reference.Value = row.Reference;
        _issuedAt.Value = row.IssuedAt;
        _validUntil.Value = row.ValidUntil;
        _priceListVersion.Value = row.PriceListVersion;
        _language.Value = row.Language;
        _bulletin.Value = row.Bulletin ?? (object)DBNull.Value;
        _partner.Value = row.Partner ?? (object)DBNull.Value;
        _request.Value = row.Request;
        _answer.Value = row.Answer;
        _answerRest.Value = row.AnswerRest ?? (object)DBNull.Value;
        _sharedRest.Value = row.SharedRest ?? (object)DBNull.Value;
        _rowChecksum.Value = QuoteChecksum.Of(row, quote.Answer.Span);
        return _command.ExecuteNonQuery() == 1;
    }
}
