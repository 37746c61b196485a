using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>Works out the numbers of quotes from their references, with the key of the database, for the writer of quotes.</summary>
/// <remarks>The key is looked at in each transaction: another database may have been restored into the file.</remarks>
internal sealed class QuoteNumbers : IDisposable
{
    private readonly QuoteReferences _references;
    private readonly SqliteCommand _reading;
    private byte[] _key = [];
    private ReferenceCipher? _cipher;

    /// <summary>Works out numbers.</summary>
    /// <param name="connection">The connection of the writer.</param>
    /// <param name="references">What gives new references, and is told the key.</param>
    public QuoteNumbers(SqliteConnection connection, QuoteReferences references)
    {
        _references = references;
        _reading = connection.CreateCommand();
        _reading.CommandText = QuoteTables.SelectKey;
    }

    /// <summary>The number of each quote.</summary>
    /// <param name="group">The quotes.</param>
    /// <param name="transaction">The transaction that they are kept in.</param>
    /// <exception cref="DatabaseException">There is no key: somebody changed the database by hand.</exception>
    public long[] Of(List<PendingQuote> group, SqliteTransaction transaction)
    {
        var numbers = group.ConvertAll(pending => pending.Quote.Reference.Bits).ToArray();
        CipherOf(transaction).Decrypt(numbers);
        return Array.ConvertAll(numbers, number => (long)number);
    }

    public void Dispose()
    {
        _cipher?.Dispose();
        _reading.Dispose();
    }

    private ReferenceCipher CipherOf(SqliteTransaction transaction)
    {
        _reading.Transaction = transaction;
        var key = (byte[]?)_reading.ExecuteScalar() ?? throw QuoteTables.KeyIsGone();
        if (_cipher is null || !key.AsSpan().SequenceEqual(_key))
        {
            _cipher?.Dispose();
            _cipher = new ReferenceCipher(key);
            _key = key;
            _references.Use(key);
        }

        return _cipher;
    }
}
