using System.Collections.Concurrent;
using CostEstimator.Pricing.ExchangeRates;

namespace CostEstimator.Pricing.Estimates;

/// <summary>
/// What decides the price of an item beside the item: the case, the currency, the day and the bulletin. In one context, a unit of a
/// treatment costs the same in every estimate, and so does an item of a programme: both are worked out once.
/// </summary>
/// <remarks>Safe to share between threads: what is remembered is immutable, and there is a bound.</remarks>
/// <param name="bulletin">The bulletin; null: there is none.</param>
/// <param name="request">A request in this context; its items play no part.</param>
internal sealed class PricingContext(Bulletin? bulletin, EstimateRequest request)
{
    // In all contexts that are remembered, some forty megabytes at the worst.
    private const int MostScenarios = 32;
    private const int MostTables = 64;
    private const int MostItems = 128;

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<Item, PricedItem> _items = new(ReferenceEqualityComparer.Instance);
    private UnitPriceTable[] _tables = [];

    /// <summary>Whether a request is in this context.</summary>
    /// <param name="otherBulletin">Its bulletin.</param>
    /// <param name="other">The request.</param>
    public bool IsOf(Bulletin? otherBulletin, EstimateRequest other) =>
        ReferenceEquals(bulletin, otherBulletin)
        && request.On == other.On
        && request.Currency == other.Currency
        && request.Case.StatesTheSameAs(other.Case);

    /// <summary>An item of a programme with its price; null: it is not remembered.</summary>
    public PricedItem? Find(Item item) => item.Stage is null ? null : _items.GetValueOrDefault(item);

    /// <summary>The unit prices of an item's treatment under its conditions; null: they are not remembered.</summary>
    public UnitPriceTable? FindTable(Item item)
    {
        foreach (var known in Volatile.Read(ref _tables))
        {
            if (known.IsOf(item))
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>Remembers an item of a programme, if there is room.</summary>
    public void Remember(PricedItem priced)
    {
        var item = priced.Line.Item;
        if (item.Stage is not null && priced.Prices.Length <= MostScenarios && _items.Count < MostItems)
        {
            _items.TryAdd(item, priced);
        }
    }

    /// <summary>Remembers unit prices, if there is room.</summary>
    public void Remember(UnitPriceTable table)
    {
        lock (_lock)
        {
            if (_tables.Length < MostTables && table.Prices.Length <= MostScenarios && !Array.Exists(_tables, table.IsOfSameItem))
            {
                Volatile.Write(ref _tables, [.. _tables, table]);
            }
        }
    }
}
