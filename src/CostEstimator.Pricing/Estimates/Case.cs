using System.Collections.Immutable;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Estimates;

/// <summary>The facts that a request states; every other fact is unknown.</summary>
public sealed class Case
{
    /// <summary>Creates a case.</summary>
    /// <param name="stated">The stated facts and their values, in any order, each fact once.</param>
    /// <exception cref="ArgumentException">A fact is stated twice, or with a value that it does not have.</exception>
    public Case(IEnumerable<KeyValuePair<Fact, string>> stated)
    {
        Stated = [.. stated.Select(pair => new StatedFact(pair.Key, pair.Value)).OrderBy(fact => fact.Fact.Order)];
        if (Stated.Select(fact => fact.Fact).Distinct().Count() != Stated.Length)
        {
            throw new ArgumentException("A fact is stated twice.", nameof(stated));
        }
    }

    /// <summary>The case of which nothing is known.</summary>
    public static Case Unknown { get; } = new([]);

    /// <summary>The stated facts, in the order of the facts.</summary>
    public ImmutableArray<StatedFact> Stated { get; }

    /// <summary>Whether both state the same values of the same facts.</summary>
    internal bool StatesTheSameAs(Case other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (Stated.Length != other.Stated.Length)
        {
            return false;
        }

        for (var place = 0; place < Stated.Length; place++)
        {
            if (!ReferenceEquals(Stated[place].Fact, other.Stated[place].Fact) || Stated[place].ValueIndex != other.Stated[place].ValueIndex)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The place of the stated value among the fact's values, or -1 when the fact is unknown.</summary>
    internal int ValueIndexOf(Fact fact)
    {
        foreach (var stated in Stated)
        {
            if (ReferenceEquals(stated.Fact, fact))
            {
                return stated.ValueIndex;
            }
        }

        return -1;
    }
}
