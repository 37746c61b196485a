using CostEstimator.Api.Settings;
using CostEstimator.Storage;
using CostEstimator.Storage.PriceLists;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.PriceLists;

/// <summary>The price list in force: the database's, held in memory.</summary>
internal sealed class CurrentPriceList(PriceDataStore store, IOptions<PricingSettings> settings)
{
    private volatile PriceListSnapshot? _snapshot;
    private long _revision;
    private volatile string? _fault;

    /// <summary>Other price data have taken the place of those before, which nobody should hold on to.</summary>
    public event Action? TakenOver;

    /// <summary>The price data of this moment. A request asks once, and keeps what it gets.</summary>
    /// <exception cref="InvalidOperationException">They were not loaded yet.</exception>
    public PriceListSnapshot Snapshot => _snapshot ?? throw new InvalidOperationException("The price data were not loaded.");

    /// <summary>Why the database's price data could not be read when they last changed; null: they could.</summary>
    public string? Fault => _fault;

    private (string? Version, string? Bulletin, string? Fault) State => (_snapshot?.Data.Version, _snapshot?.TagOfBulletin(DateOnly.MaxValue), _fault);

    /// <summary>Reads the price data from the database.</summary>
    /// <exception cref="DatabaseException">They do not fit together.</exception>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    public void Load()
    {
        var (data, bulletins, revision) = store.Load();
        _snapshot = new PriceListSnapshot(data, bulletins, settings.Value.BulletinStaleAfterDays);
        _revision = revision;
        _fault = null;
        TakenOver?.Invoke();
    }

    /// <summary>Reads the price data again if they changed. If they cannot be read, those at hand stay in force.</summary>
    /// <returns>Whether something became different: other data, or a fault that was not there before or is gone.</returns>
    public bool Refresh()
    {
        var before = State;
        try
        {
            if (_fault is not null || store.Revision() != _revision)
            {
                Load();
            }
        }
        catch (Exception fault)
        {
            // Whatever is wrong with the new data: the old ones stay, and the server goes on.
            _fault = fault.Message;
        }

        return before != State;
    }
}
