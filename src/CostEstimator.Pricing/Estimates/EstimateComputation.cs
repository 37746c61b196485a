using System.Collections.Immutable;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Pricing.Estimates;

/// <summary>The making of one estimate: unit prices, lines, groups of facts that act together, total, questions.</summary>
internal sealed class EstimateComputation
{
    private readonly PriceList _list;
    private readonly EstimateRequest _request;
    private readonly Bulletin? _bulletin;
    private readonly CurrencyExchange _exchange;
    private readonly int _decimalDigits;
    private readonly List<UnitPriceTable> _tables = [];
    private readonly List<ScenarioGroup> _groups = [];
    private readonly ImmutableArray<EstimateLine>.Builder _lines;

    // What the lines cost that depend on no unknown fact.
    private Interval _certain;

    public EstimateComputation(PriceList list, Bulletin? bulletin, EstimateRequest request)
    {
        _list = list;
        _bulletin = bulletin;
        _exchange = new CurrencyExchange(bulletin, request.Currency);
        _request = request;
        _decimalDigits = CurrencyInfo.FromCode(request.Currency.Code).DecimalDigits;
        _lines = ImmutableArray.CreateBuilder<EstimateLine>(request.Items.Length);
    }

    public EstimateOutcome Run()
    {
        foreach (var item in _request.Items)
        {
            if (IsExcluded(item, _request.Case))
            {
                continue;
            }

            var table = TableOf(item, out var tooMany);
            if (table is null)
            {
                return tooMany!;
            }

            if (table.Unconvertible is { } currency)
            {
                return new NoExchangeRate(currency, _request.Currency, _bulletin);
            }

            AddLine(item, table);
        }

        foreach (var group in _groups)
        {
            if (!group.TryEnumerate())
            {
                return new TooManyScenarios([.. group.Facts]);
            }
        }

        return new Estimate
        {
            Request = _request,
            Total = Total().In(_request.Currency),
            Lines = _lines.DrainToImmutable(),
            Questions = Questioning.Of(_groups, _certain, _request.Currency),
            Exchange = _exchange.Result,
        };
    }

    /// <summary>Whether no scenario of the case includes the item.</summary>
    public static bool IsExcluded(Item item, Case known)
    {
        foreach (var condition in item.Conditions.All)
        {
            var value = known.ValueIndexOf(condition.Fact);
            if (value >= 0 && !condition.Allows(value))
            {
                return true;
            }
        }

        return false;
    }

    private UnitPriceTable? TableOf(Item item, out TooManyScenarios? tooMany)
    {
        tooMany = null;
        foreach (var known in _tables)
        {
            if (known.Treatment.Code == item.Treatment.Code && known.Conditions.Equals(item.Conditions))
            {
                return known;
            }
        }

        var table = UnitPriceTableBuilder.Build(item, _list, _request, _exchange, out tooMany);
        if (table is not null)
        {
            _tables.Add(table);
        }

        return table;
    }

    private void AddLine(Item item, UnitPriceTable table)
    {
        var sums = table.Facts.IsEmpty ? null : GroupOf(table).TableOf(table).Prices;
        var hull = default(Hull);
        for (var scenario = 0; scenario < table.Prices.Length; scenario++)
        {
            var unit = table.Prices[scenario];
            if (!unit.Applies)
            {
                continue;
            }

            var price = unit.Price.Times(item.Quantity, _decimalDigits);
            hull.Add(price);
            if (sums is null)
            {
                _certain += price;
            }
            else
            {
                sums[scenario] += price;
            }
        }

        _lines.Add(Line(item, table, hull.Value));
    }

    private EstimateLine Line(Item item, UnitPriceTable table, Interval price)
    {
        var isOnRequest = table.IsOnRequest;
        return new EstimateLine
        {
            Item = item,
            UnitPrice = isOnRequest ? null : table.Hull().Times(Quantity.Exactly(1), _decimalDigits).In(_request.Currency),
            Price = price.In(_request.Currency),
            IsOptional = table.IsOptional,
            IsOnRequest = isOnRequest,
            SourcesDisagree = table.SourcesDisagree,
            Basis = table.Basis,
        };
    }

    /// <summary>The one group of the table's facts: groups that the table connects become one.</summary>
    private ScenarioGroup GroupOf(UnitPriceTable table)
    {
        ScenarioGroup? home = null;
        for (var index = _groups.Count - 1; index >= 0; index--)
        {
            var group = _groups[index];
            if (!group.Shares(table.Facts.AsSpan()))
            {
                continue;
            }

            if (home is not null)
            {
                group.Absorb(home);
                _groups.Remove(home);
            }

            home = group;
        }

        if (home is null)
        {
            home = new ScenarioGroup();
            _groups.Add(home);
        }

        return home;
    }

    private Interval Total()
    {
        var total = _certain;
        foreach (var group in _groups)
        {
            total += group.Hull;
        }

        return total;
    }
}
