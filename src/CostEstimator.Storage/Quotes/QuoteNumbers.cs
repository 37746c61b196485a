using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>Works out the numbers of quotes from their references, with the key of the database, for the writer of quotes.</summary>
/// <remarks>The key is looked at in each transaction: another database may have been restored into the file.</remarks>
internal sealed class QuoteNumbers : IDisposable
{
    private readonly QuoteReferences _references;
    private readonly SqliteCommand _reading;
    private readonly SqliteCommand _making;
    private readonly SqliteParameter _made;
    private byte[] _key = [];
    private ReferenceCipher? _cipher;

    /// <summary>Works out numbers.</summary>
    /// <param name="connection">The connection of the writer.</param>
    /// <param name="references">What gives new references, and is told the key.</param>
    public QuoteNumbers(SqliteConnection connection, QuoteReferences references)
    {
        _references = references;
        _reading = connection.CreateCommand();
        _reading.CommandText = "SELECT key FROM reference_key";
        _making = connection.CreateCommand();
        _making.CommandText = "INSERT INTO reference_key (id, key) VALUES (1, @key)";
        _made = _making.Parameters.Add("@key", SqliteType.Blob);
    }

    /// <summary>The number of each quote.</summary>
    /// <param name="group">The quotes.</param>
    /// <param name="transaction">The transaction that they are kept in.</param>
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
        _making.Dispose();
    }

    private ReferenceCipher CipherOf(SqliteTransaction transaction)
    {
        _reading.Transaction = transaction;
        var key = (byte[]?)_reading.ExecuteScalar() ?? Make(transaction);
        if (_cipher is null || !key.AsSpan().SequenceEqual(_key))
        {
            _cipher?.Dispose();
            _cipher = new ReferenceCipher(key);
            _key = key;
            _references.Use(key);
        }

        return _cipher;
    }

    private byte[] Make(SqliteTransaction transaction)
    {
        var key = RandomNumberGenerator.GetBytes(ReferenceCipher.BytesOfKey);
        _making.Transaction = transaction;
        _made.Value = key;
        _making.ExecuteNonQuery();
        return key;
    }
}
