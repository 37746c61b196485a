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
    private readonly SqliteCommand _looking;
    private readonly SqliteCommand _keeping;

    // The writer closes its file, and forgets these with it, whenever a transaction fails.
    private readonly ConditionalWeakTable<CompressedBytes, Place> _places = [];

    public SharedRests(SqliteConnection connection)
    {
        _looking = CommandOf(connection, "SELECT EXISTS (SELECT 1 FROM answer_rests WHERE number = @number AND bytes = @bytes)");
        _looking.Parameters.Add("@number", SqliteType.Integer);
        _keeping = CommandOf(connection, "INSERT INTO answer_rests (bytes) VALUES (@bytes) RETURNING number");
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
            if (place.Number is not { } known || !IsAt(known, rest, transaction))
            {
                place.Number = Keep(rest, transaction);
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

    private static SqliteCommand CommandOf(SqliteConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        command.Parameters.Add("@bytes", SqliteType.Blob);
        return command;
    }

    private bool IsAt(long number, CompressedBytes rest, SqliteTransaction transaction)
    {
        _looking.Parameters["@number"].Value = number;
        return (long)Run(_looking, rest, transaction) == 1;
    }

    private long Keep(CompressedBytes rest, SqliteTransaction transaction) => (long)Run(_keeping, rest, transaction);

    private static object Run(SqliteCommand command, CompressedBytes rest, SqliteTransaction transaction)
    {
        command.Transaction = transaction;
        command.Parameters["@bytes"].Value = rest.Bytes;
        return command.ExecuteScalar()!;
    }

    private sealed class Place
    {
        public long? Number { get; set; }

        public SqliteTransaction? SeenIn { get; set; }
    }
}
