using System.Runtime.InteropServices;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Estimates;

/// <summary>Unknown facts that act together, because some line depends on several of them, and the prices that depend on them.</summary>
/// <remarks>Groups share no fact and no line, so the hull of everything is the sum of the groups' hulls.</remarks>
internal sealed class ScenarioGroup
{
    private readonly List<PriceTable> _tables = [];
    private readonly List<Fact> _facts = [];

    // For each value of each fact, one fact after the other, the hull of the scenarios that have the value.
    private Hull[] _hullsOfValues = [];

    /// <summary>The facts of the group, in order once the group has been enumerated.</summary>
    public IReadOnlyList<Fact> Facts => _facts;

    /// <summary>The hull of the group's price over all its scenarios.</summary>
    public Interval Hull { get; private set; }

    /// <summary>The table of exactly these facts, which is made when the group does not have it yet.</summary>
    public PriceTable TableOf(UnitPriceTable unitPrices)
    {
        foreach (var table in _tables)
        {
            if (table.Facts.AsSpan().SequenceEqual(unitPrices.Facts.AsSpan()))
            {
                return table;
            }
        }

        var added = new PriceTable(unitPrices.Facts, unitPrices.Prices.Length);
        _tables.Add(added);
        AddFacts(unitPrices.Facts.AsSpan());
        return added;
    }

    /// <summary>Whether the group has one of these facts.</summary>
    public bool Shares(ReadOnlySpan<Fact> facts)
    {
        foreach (var fact in facts)
        {
            if (_facts.Contains(fact))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes over the facts and prices of another group.</summary>
    public void Absorb(ScenarioGroup other)
    {
        _tables.AddRange(other._tables);
        _facts.AddRange(other._facts);
    }

    /// <summary>Prices every scenario of the group, and says whether it could: false when there are too many.</summary>
    public bool TryEnumerate()
    {
        _facts.Sort(static (left, right) => left.Order.CompareTo(right.Order));
        var scenarios = TooManyScenarios.CountScenarios(CollectionsMarshal.AsSpan(_facts));
        if (scenarios < 0)
        {
            return false;
        }

        _hullsOfValues = new Hull[FirstHullOf(_facts.Count)];
        Enumerate(scenarios);
        return true;
    }

    /// <summary>The hull of the group's price over the scenarios in which a fact of the group has the value at this place.</summary>
    public Interval HullOf(int fact, int value) => _hullsOfValues[FirstHullOf(fact) + value].Value;

    private void AddFacts(ReadOnlySpan<Fact> facts)
    {
        foreach (var fact in facts)
        {
            if (!_facts.Contains(fact))
            {
                _facts.Add(fact);
            }
        }
    }

    private int FirstHullOf(int fact)
    {
        var first = 0;
        for (var before = 0; before < fact; before++)
        {
            first += _facts[before].Values.Length;
        }

        return first;
    }

    private void Enumerate(int scenarios)
    {
        var hull = default(Hull);
        var values = new int[_facts.Count];
        var places = new int[_tables.Count];
        var strides = Strides();
        for (var scenario = 0; scenario < scenarios; scenario++)
        {
            var total = default(Interval);
            for (var table = 0; table < places.Length; table++)
            {
                total += _tables[table].Prices[places[table]];
            }

            hull.Add(total);
            var firstHull = 0;
            for (var fact = 0; fact < values.Length; fact++)
            {
                _hullsOfValues[firstHull + values[fact]].Add(total);
                firstHull += _facts[fact].Values.Length;
            }

            GoToNext(values, places, strides);
        }

        Hull = hull.Value;
    }

    private int[] Strides()
    {
        var strides = new int[_facts.Count * _tables.Count];
        for (var fact = 0; fact < _facts.Count; fact++)
        {
            for (var table = 0; table < _tables.Count; table++)
            {
                strides[(fact * _tables.Count) + table] = _tables[table].StrideOf(_facts[fact]);
            }
        }

        return strides;
    }

    // Counts one up, the last fact fastest, and keeps each table's place in step.
    private void GoToNext(int[] values, int[] places, int[] strides)
    {
        for (var fact = values.Length - 1; fact >= 0; fact--)
        {
            var last = _facts[fact].Values.Length - 1;
            var step = values[fact] < last ? 1 : -last;
            values[fact] += step;
            for (var table = 0; table < places.Length; table++)
            {
                places[table] += step * strides[(fact * places.Length) + table];
            }

            if (step == 1)
            {
                return;
            }
        }
    }
}
