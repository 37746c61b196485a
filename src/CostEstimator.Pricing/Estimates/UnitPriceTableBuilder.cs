using System.Collections.Immutable;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Pricing.Estimates;

/// <summary>Prices one unit of a treatment in every scenario: candidates, specificity, hull (steps 1 to 3 and 5 of the model).</summary>
/// <remarks>
/// Fact by fact, each value keeps the rules that it does not contradict; what is left after the last fact are the candidates of
/// that scenario. So rules that many scenarios share are looked at once for all of them.
/// </remarks>
internal struct UnitPriceTableBuilder
{
    private const int MostOnStack = 128;

    private readonly Item _item;
    private readonly RulesOfTreatment _rules;
    private readonly CurrencyExchange _exchange;
    private readonly ImmutableArray<Fact> _facts;
    private readonly UnitPrice[] _prices;

    // The rules still possible, one stretch after the other for each fact that has been given a value on the way to a scenario.
    private readonly int[] _possible;
    private readonly bool[] _factSetPresent;
    private readonly bool[] _inBasis;
    private bool _sourcesDisagree;
    private Currency? _unconvertible;

    private UnitPriceTableBuilder(
        Item item, RulesOfTreatment rules, ReadOnlySpan<int> live, ImmutableArray<Fact> facts, int scenarios, CurrencyExchange exchange)
    {
        _item = item;
        _rules = rules;
        _exchange = exchange;
        _facts = facts;
        _prices = new UnitPrice[scenarios];
        _possible = new int[live.Length * (facts.Length + 1)];
        live.CopyTo(_possible);

        // Among rules that are all on the same facts, none is more specific.
        _factSetPresent = rules.FactSetCount > 1 ? new bool[rules.FactSetCount] : [];
        _inBasis = new bool[rules.Rules.Length];
    }

    /// <summary>Makes the table of an item that some scenario of the request includes.</summary>
    /// <param name="item">The item; its quantity plays no part.</param>
    /// <param name="list">The price list.</param>
    /// <param name="request">The request, for its case, day and currency.</param>
    /// <param name="bulletin">Converts to that currency; null: nothing can be converted.</param>
    /// <param name="tooMany">Why there is no table, if there is none.</param>
    public static UnitPriceTable? Build(
        Item item, PriceList list, EstimateRequest request, Bulletin? bulletin, out TooManyScenarios? tooMany)
    {
        var rules = list.RulesOf(item.Treatment);
        Span<int> places = rules.Rules.Length <= MostOnStack ? stackalloc int[MostOnStack] : new int[rules.Rules.Length];
        var live = places[..LiveRules.Find(rules, item.Conditions, request, places)];
        var facts = LiveRules.UnknownFacts(rules, live, item.Conditions, request.Case);
        var scenarios = TooManyScenarios.CountScenarios(facts.AsSpan());
        if (scenarios < 0)
        {
            tooMany = new TooManyScenarios(facts);
            return null;
        }

        tooMany = null;
        var builder = new UnitPriceTableBuilder(item, rules, live, facts, scenarios, new CurrencyExchange(bulletin, request.Currency));
        builder.Fill(depth: 0, first: 0, count: live.Length, scenario: 0);
        return builder.ToTable(request.Currency);
    }

    private void Fill(int depth, int first, int count, int scenario)
    {
        if (depth == _facts.Length)
        {
            _prices[scenario] = Price(_possible.AsSpan(first, count));
            return;
        }

        var fact = _facts[depth];
        var required = _item.Conditions.On(fact);
        for (var value = 0; value < fact.Values.Length; value++)
        {
            if (required?.Allows(value) != false)
            {
                var kept = KeepPossible(fact, value, first, count);
                Fill(depth + 1, first + count, kept, (scenario * fact.Values.Length) + value);
            }
        }
    }

    private readonly int KeepPossible(Fact fact, int value, int first, int count)
    {
        var kept = 0;
        foreach (var rule in _possible.AsSpan(first, count))
        {
            if (_rules.Rules[rule].Conditions.On(fact)?.Allows(value) != false)
            {
                _possible[first + count + kept++] = rule;
            }
        }

        return kept;
    }

    private UnitPrice Price(ReadOnlySpan<int> candidates)
    {
        MarkFactSets(candidates);
        UnroundedRange? hull = null;
        PriceRule? firstKept = null;
        foreach (var rule in candidates)
        {
            if (!IsDropped(rule))
            {
                var kept = _rules.Rules[rule];
                firstKept ??= kept;
                _inBasis[rule] = true;
                _sourcesDisagree |= kept.Range != firstKept.Range;
                var price = Convertible(kept.Range);
                hull = hull?.Hull(price) ?? price;
            }
        }

        return hull is { } known ? new UnitPrice(true, true, known) : new UnitPrice(true, false, UnroundedRange.Unpriced);
    }

    private readonly void MarkFactSets(ReadOnlySpan<int> candidates)
    {
        if (_factSetPresent.Length == 0)
        {
            return;
        }

        Array.Clear(_factSetPresent);
        foreach (var rule in candidates)
        {
            _factSetPresent[_rules.FactSetOf(rule)] = true;
        }
    }

    /// <summary>Whether another candidate is more specific.</summary>
    private readonly bool IsDropped(int rule)
    {
        foreach (var superset in _rules.StrictSupersetsOf(_rules.FactSetOf(rule)))
        {
            if (_factSetPresent[superset])
            {
                return true;
            }
        }

        return false;
    }

    private UnroundedRange Convertible(PriceRange published)
    {
        if (!_exchange.TryConvert(published.Currency, out var conversion))
        {
            _unconvertible = published.Currency;
        }

        return UnroundedRange.Of(published, conversion);
    }

    private readonly UnitPriceTable ToTable(Currency currency)
    {
        var isOnRequest = Array.Exists(_prices, static price => price is { Applies: true, IsPriced: false });
        return new UnitPriceTable
        {
            Treatment = _item.Treatment,
            Conditions = _item.Conditions,
            Facts = _facts,
            Prices = _prices,
            Basis = Basis(),
            SourcesDisagree = _sourcesDisagree,
            Unconvertible = _unconvertible,
            Conversions = [.. _exchange.Used],
            IsOptional = Array.Exists(_prices, static price => !price.Applies),
            IsOnRequest = isOnRequest,
            UnitPrice = isOnRequest || _unconvertible is not null
                ? null
                : Hull().Times(Quantity.Exactly(1), CurrencyInfo.FromCode(currency.Code).DecimalDigits).In(currency),
        };
    }

    private readonly UnroundedRange Hull()
    {
        UnroundedRange? hull = null;
        foreach (var price in _prices)
        {
            if (price.Applies)
            {
                hull = hull?.Hull(price.Price) ?? price.Price;
            }
        }

        return hull ?? UnroundedRange.Unpriced;
    }

    private readonly ImmutableArray<PriceRule> Basis()
    {
        var basis = ImmutableArray.CreateBuilder<PriceRule>(_inBasis.AsSpan().Count(true));
        for (var rule = 0; rule < _inBasis.Length; rule++)
        {
            if (_inBasis[rule])
            {
                basis.Add(_rules.Rules[rule]);
            }
        }

        return basis.MoveToImmutable();
    }
}
