using System.Collections.Immutable;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Estimates;

/// <summary>The summed price of all lines that depend on exactly the same unknown facts, in every scenario of these facts.</summary>
internal sealed class PriceTable
{
    /// <summary>Creates a table of nothing.</summary>
    /// <param name="facts">The facts, in order; the last changes fastest from scenario to scenario.</param>
    /// <param name="scenarios">The number of combinations of their values.</param>
    public PriceTable(ImmutableArray<Fact> facts, int scenarios)
    {
        Facts = facts;
        Prices = new Interval[scenarios];
    }

    /// <summary>The unknown facts that the prices depend on.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>The price in each scenario.</summary>
    public Interval[] Prices { get; }

    /// <summary>How far apart the scenarios are that differ by one in the value of <paramref name="fact"/>; 0: the fact does not matter.</summary>
    public int StrideOf(Fact fact)
    {
        var stride = 1;
        for (var place = Facts.Length - 1; place >= 0; place--)
        {
            if (ReferenceEquals(Facts[place], fact))
            {
                return stride;
            }

            stride *= Facts[place].Values.Length;
        }

        return 0;
    }
}
