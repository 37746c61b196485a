using System.Collections.Immutable;

namespace CostEstimator.Pricing.PriceLists;

/// <summary>Conditions that must all hold, at most one on each fact; none at all hold always.</summary>
public sealed class Conditions : IEquatable<Conditions>
{
    /// <summary>Creates conditions.</summary>
    /// <param name="conditions">The conditions, in any order.</param>
    /// <exception cref="ArgumentException">Two conditions are on the same fact.</exception>
    public Conditions(IEnumerable<Condition> conditions)
    {
        All = [.. conditions.OrderBy(condition => condition.Fact.Order)];
        if (All.Select(condition => condition.Fact).Distinct().Count() != All.Length)
        {
            throw new ArgumentException("Two conditions are on the same fact.", nameof(conditions));
        }
    }

    /// <summary>No condition: what holds always.</summary>
    public static Conditions None { get; } = new([]);

    /// <summary>The conditions, in the order of their facts.</summary>
    public ImmutableArray<Condition> All { get; }

    /// <summary>The condition on <paramref name="fact"/>, or null when there is none.</summary>
    public Condition? On(Fact fact)
    {
        foreach (var condition in All)
        {
            if (ReferenceEquals(condition.Fact, fact))
            {
                return condition;
            }
        }

        return null;
    }

    /// <summary>Whether some case meets both these and the other conditions.</summary>
    public bool CanHoldWith(Conditions other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return All.All(condition => other.On(condition.Fact) is not { } counterpart || counterpart.Overlaps(condition));
    }

    /// <summary>Whether these are on all the facts of <paramref name="other"/>, and on others besides.</summary>
    /// <remarks>Of two rules that both hold, the one with the more specific conditions wins. Values play no part.</remarks>
    public bool IsMoreSpecificThan(Conditions other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return All.Length > other.All.Length && other.All.All(condition => On(condition.Fact) is not null);
    }

    /// <summary>Whether the two are on the same facts, whatever the values.</summary>
    internal bool AreOnSameFactsAs(Conditions other) =>
        All.Length == other.All.Length && other.All.All(condition => On(condition.Fact) is not null);

    /// <summary>Whether both ask for the same values of the same facts.</summary>
    public bool Equals(Conditions? other) => other is not null && All.AsSpan().SequenceEqual(other.All.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Conditions);

    /// <inheritdoc/>
    public override int GetHashCode() => All.Aggregate(0, HashCode.Combine);

    /// <summary>The conditions as the data files write them; empty when there are none.</summary>
    public override string ToString() => string.Join(';', All);
}
