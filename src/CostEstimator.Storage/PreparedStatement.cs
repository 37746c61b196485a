using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CostEstimator.Storage;

/// <summary>
/// A statement that is made once and run often, on one thread at a time. Its parameters are bound by their places: <c>?1</c> at place 1.
/// </summary>
/// <remarks>
/// A command of Microsoft.Data.Sqlite looks each parameter up by its name whenever it runs, and makes a reader of rows that nobody reads:
/// for a row of a dozen columns, that takes longer than SQLite does.
/// </remarks>
internal sealed class PreparedStatement : IDisposable
{
    private const int BytesOnStack = 512;

    private readonly sqlite3 _database;
    private readonly string _text;
    private sqlite3_stmt? _made;

    /// <summary>A statement, which is made when it is first used.</summary>
    /// <param name="connection">An open connection, which outlives the statement.</param>
    /// <param name="text">One statement of SQL.</param>
    public PreparedStatement(SqliteConnection connection, string text) => (_database, _text) = (connection.Handle!, text);

    private sqlite3_stmt Statement => _made ??= Make();

    /// <summary>Binds an integer; null: NULL.</summary>
    public void Bind(int place, long? value) =>
        ThrowUnless(raw.SQLITE_OK, value is { } number ? raw.sqlite3_bind_int64(Statement, place, number) : raw.sqlite3_bind_null(Statement, place));

    /// <summary>Binds a text; null: NULL.</summary>
    public void Bind(int place, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            // An empty span would be NULL.
            ThrowUnless(raw.SQLITE_OK, value is null ? raw.sqlite3_bind_null(Statement, place) : raw.sqlite3_bind_text(Statement, place, ""));
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var rented = most > BytesOnStack ? ArrayPool<byte>.Shared.Rent(most) : null;
        var bytes = rented ?? stackalloc byte[BytesOnStack];
        ThrowUnless(raw.SQLITE_OK, raw.sqlite3_bind_text(Statement, place, bytes[..Encoding.UTF8.GetBytes(value, bytes)]));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Binds bytes, of which SQLite makes a copy.</summary>
    public void Bind(int place, ReadOnlySpan<byte> value) =>
        ThrowUnless(raw.SQLITE_OK, value.IsEmpty ? raw.sqlite3_bind_zeroblob(Statement, place, 0) : raw.sqlite3_bind_blob(Statement, place, value));

    /// <summary>Binds bytes, of which SQLite makes a copy; null: NULL.</summary>
    public void Bind(int place, byte[]? value)
    {
        if (value is null)
        {
            ThrowUnless(raw.SQLITE_OK, raw.sqlite3_bind_null(Statement, place));
            return;
        }

        Bind(place, value.AsSpan());
    }

    /// <summary>Runs a statement that answers with no row. What is bound stays so.</summary>
    /// <returns>How many rows it has changed.</returns>
    /// <exception cref="SqliteException">The database refuses.</exception>
    public int Run()
    {
        var statement = Statement;
        try
        {
            ThrowUnless(raw.SQLITE_DONE, raw.sqlite3_step(statement));
            return raw.sqlite3_changes(_database);
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    /// <summary>Runs a statement that answers with one row of one integer. What is bound stays so.</summary>
    /// <exception cref="SqliteException">The database refuses.</exception>
    public long RunForInteger()
    {
        var statement = Statement;
        try
        {
            ThrowUnless(raw.SQLITE_ROW, raw.sqlite3_step(statement));
            var answer = raw.sqlite3_column_int64(statement, 0);
            ThrowUnless(raw.SQLITE_DONE, raw.sqlite3_step(statement));
            return answer;
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    public void Dispose() => _made?.Dispose();

    private sqlite3_stmt Make()
    {
        ThrowUnless(raw.SQLITE_OK, raw.sqlite3_prepare_v3(_database, _text, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return statement;
    }

    private void ThrowUnless(int expected, int result)
    {
        if (result != expected)
        {
            SqliteException.ThrowExceptionForRC(result, _database);
            throw new InvalidOperationException("The statement has answered with more or fewer rows than it should.");
        }
    }
}
