using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>
/// The ends of answers that several quotes have in common, kept once for all of them: most of a quote need not be written then. The
/// first quote keeps its own, since most come alone.
/// </summary>
internal sealed class SharedRests : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter _bytes;

    // Lost with the connection, and with whatever is rolled back on it.
    private readonly ConditionalWeakTable<CompressedBytes, Place> _places = [];

    public SharedRests(SqliteConnection connection)
    {
        _command = connection.CreateCommand();
        _command.CommandText = "INSERT INTO answer_rests (bytes) VALUES (@bytes) RETURNING number";
        _bytes = _command.Parameters.Add("@bytes", SqliteType.Blob);
    }

    /// <summary>Where the end of an answer is kept for all; null: the quote keeps it.</summary>
    /// <param name="rest">The end of an answer.</param>
    /// <param name="transaction">The transaction that the quote is kept in.</param>
    public long? NumberOf(CompressedBytes rest, SqliteTransaction transaction)
    {
        if (_places.TryGetValue(rest, out var place))
        {
            return place.Number ??= Keep(rest, transaction);
        }

        _places.Add(rest, new Place());
        return null;
    }

    public void Dispose() => _command.Dispose();

    private long Keep(CompressedBytes rest, SqliteTransaction transaction)
    {
        _command.Transaction = transaction;
        _bytes.Value = rest.Bytes;
        return (long)_command.ExecuteScalar()!;
    }

    private sealed class Place
    {
        public long? Number { get; set; }
    }
}
