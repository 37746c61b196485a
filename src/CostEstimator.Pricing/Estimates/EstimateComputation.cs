using System.Collections.Immutable;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Estimates;

/// <summary>The making of one estimate: unit prices, lines, groups of facts that act together, total, questions.</summary>
internal sealed class EstimateComputation
{
    private readonly PriceList _list;
    private readonly EstimateRequest _request;
    private readonly Bulletin? _bulletin;
    private readonly CurrencyExchange _exchange;
    private readonly PricingContext? _context;
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
        _context = list.RecentContexts.Of(bulletin, request);
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

            if (Priced(item, out var refusal) is not { } priced)
            {
                return refusal!;
            }

            Add(priced);
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

    private PricedItem? Priced(Item item, out EstimateOutcome? refusal)
    {
        refusal = null;
        if (_context?.Find(item) is { } known)
        {
            return known;
        }

        if (TableOf(item, out var tooMany) is not { } table)
        {
            refusal = tooMany;
            return null;
        }

        if (table.Unconvertible is { } currency)
        {
            refusal = new NoExchangeRate(currency, _request.Currency, _bulletin);
            return null;
        }

        var priced = new PricedItem(item, table, _request.Currency);
        _context?.Remember(priced);
        return priced;
    }

    private UnitPriceTable? TableOf(Item item, out TooManyScenarios? tooMany)
    {
        tooMany = null;
        foreach (var known in _tables)
        {
            if (known.IsOf(item))
            {
                return known;
            }
        }

        var table = _context?.FindTable(item);
        if (table is null)
        {
            table = UnitPriceTableBuilder.Build(item, _list, _request, _bulletin, out tooMany);
            if (table is null)
            {
                return null;
            }

            _context?.Remember(table);
        }

        _tables.Add(table);
        return table;
    }

    private void Add(PricedItem priced)
    {
        var table = priced.Table;
        _exchange.Use(table.Conversions.AsSpan());
        if (table.Facts.IsEmpty)
        {
            _certain += priced.Prices[0];
        }
        else
        {
            var sums = GroupOf(table).TableOf(table).Prices;
            for (var scenario = 0; scenario < sums.Length; scenario++)
            {
                sums[scenario] += priced.Prices[scenario];
            }
        }

        _lines.Add(priced.Line);
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
