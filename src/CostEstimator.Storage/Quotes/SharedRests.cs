using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>
/// The ends of answers that several quotes have in common, kept once for all of them: most of a quote need not be written then. The
/// first quote keeps its own, since most come alone.
/// </summary>
/// <remarks>
/// What is remembered of a database may be wrong a moment later: another process purges it, or restores a backup into it. So in each
/// transaction a place is looked at before a quote refers to it.
/// </remarks>
internal sealed class SharedRests : IDisposable
{
    private readonly PreparedStatement _looking;
    private readonly PreparedStatement _keeping;

    // The writer closes its file, and forgets these with it, whenever a transaction fails.
    private readonly ConditionalWeakTable<CompressedBytes, Place> _places = [];

    public SharedRests(SqliteConnection connection)
    {
        _looking = new PreparedStatement(connection, "SELECT EXISTS (SELECT 1 FROM answer_rests WHERE number = ?1 AND bytes = ?2)");
        _keeping = new PreparedStatement(connection, "INSERT INTO answer_rests (bytes) VALUES (?1) RETURNING number");
    }

    /// <summary>Where the end of an answer is kept for all; null: the quote keeps it.</summary>
    /// <param name="rest">The end of an answer.</param>
    /// <param name="transaction">The transaction that the quote is kept in.</param>
    public long? NumberOf(CompressedBytes rest, SqliteTransaction transaction)
    {
        if (!_places.TryGetValue(rest, out var place))
        {
            _places.Add(rest, new Place());
            return null;
        }

        if (place.SeenIn != transaction)
        {
            if (place.Number is not { } known || !IsAt(known, rest))
            {
                place.Number = Keep(rest);
            }

            place.SeenIn = transaction;
        }

        return place.Number;
    }

    public void Dispose()
    {
        _looking.Dispose();
        _keeping.Dispose();
    }

    private bool IsAt(long number, CompressedBytes rest)
    {
        _looking.Bind(1, number);
        _looking.Bind(2, rest.Bytes);
        return _looking.RunForInteger() == 1;
    }

    private long Keep(CompressedBytes rest)
    {
        _keeping.Bind(1, rest.Bytes);
        return _keeping.RunForInteger();
    }

    private sealed class Place
    {
        public long? Number { get; set; }

        public SqliteTransaction? SeenIn { get; set; }
    }
}
