using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>
/// The references that were given before they told numbers, as the only writer of quotes asks for them. Most databases have none: so each
/// transaction asks first whether there are any.
/// </summary>
internal sealed class EarlierReferences : IDisposable
{
    private readonly PreparedStatement _asking;
    private readonly PreparedStatement _looking;
    private SqliteTransaction? _askedIn;
    private bool _areAny;

    public EarlierReferences(SqliteConnection connection)
    {
        _asking = new PreparedStatement(connection, "SELECT EXISTS (SELECT 1 FROM earlier_quotes)");
        _looking = new PreparedStatement(connection, "SELECT EXISTS (SELECT 1 FROM earlier_quotes WHERE reference = ?1)");
    }

    /// <summary>Whether a reference is one of them.</summary>
    /// <param name="reference">The bits of the reference.</param>
    /// <param name="transaction">The transaction that asks.</param>
    public bool Contain(long reference, SqliteTransaction transaction)
    {
        if (_askedIn != transaction)
        {
            _areAny = _asking.RunForInteger() == 1;
            _askedIn = transaction;
        }

        if (!_areAny)
        {
            return false;
        }

        _looking.Bind(1, reference);
        return _looking.RunForInteger() == 1;
    }

    public void Dispose()
    {
        _asking.Dispose();
        _looking.Dispose();
    }
}
