using NodaMoney;

namespace CostEstimator.Pricing.Estimates;

/// <summary>An item with its price in every scenario of its table. Immutable, safe to share between threads.</summary>
internal sealed class PricedItem
{
    private readonly Interval[] _prices;

    /// <summary>Prices an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="table">The unit prices of its treatment under its conditions.</param>
    /// <param name="currency">The currency of the table.</param>
    public PricedItem(Item item, UnitPriceTable table, Currency currency)
    {
        Table = table;
        _prices = new Interval[table.Prices.Length];
        var decimalDigits = CurrencyInfo.FromCode(currency.Code).DecimalDigits;
        var hull = default(Hull);
        for (var scenario = 0; scenario < _prices.Length; scenario++)
        {
            if (table.Prices[scenario].Applies)
            {
                _prices[scenario] = table.Prices[scenario].Price.Times(item.Quantity, decimalDigits);
                hull.Add(_prices[scenario]);
            }
        }

        Line = new EstimateLine
        {
            Item = item,
            UnitPrice = table.UnitPrice,
            Price = hull.Value.In(currency),
            IsOptional = table.IsOptional,
            IsOnRequest = table.IsOnRequest,
            SourcesDisagree = table.SourcesDisagree,
            Basis = table.Basis,
        };
    }

    /// <summary>The unit prices of its treatment under its conditions.</summary>
    public UnitPriceTable Table { get; }

    /// <summary>The price of the quantity in each scenario of the table; where the item does not apply, nothing.</summary>
    public ReadOnlySpan<Interval> Prices => _prices;

    /// <summary>Its line in every estimate that includes it.</summary>
    public EstimateLine Line { get; }
}
