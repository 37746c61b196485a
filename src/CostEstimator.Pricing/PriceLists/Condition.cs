using System.Collections.Immutable;

namespace CostEstimator.Pricing.PriceLists;

/// <summary>A fact and the values that satisfy it: <c>donor=related</c>, <c>donor=related|unrelated</c>.</summary>
public sealed class Condition : IEquatable<Condition>
{
    private readonly bool[] _allowed;

    /// <summary>Creates a condition.</summary>
    /// <param name="fact">The fact that it asks about.</param>
    /// <param name="values">The values of the fact that satisfy it: at least one, each once, in any order.</param>
    /// <exception cref="ArgumentException">There is no value, a value stands twice, or the fact does not have it.</exception>
    public Condition(Fact fact, IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ArgumentNullException.ThrowIfNull(values);
        Fact = fact;
        _allowed = new bool[fact.Values.Length];
        foreach (var value in values)
        {
            var index = fact.IndexOf(value);
            if (index < 0 || _allowed[index])
            {
                throw new ArgumentException($"'{value}' is no value of fact '{fact}', or stands twice.", nameof(values));
            }

            _allowed[index] = true;
        }

        Values = [.. fact.Values.Where((_, index) => _allowed[index])];
        if (Values.IsEmpty)
        {
            throw new ArgumentException($"A condition on '{fact}' needs a value.", nameof(values));
        }
    }

    /// <summary>The fact that the condition asks about.</summary>
    public Fact Fact { get; }

    /// <summary>The values that satisfy the condition, in the order in which the fact has them.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>Whether the value at this place among the fact's values satisfies the condition.</summary>
    public bool Allows(int valueIndex) => _allowed[valueIndex];

    /// <summary>Whether some value satisfies both conditions, which must be on the same fact.</summary>
    internal bool Overlaps(Condition other)
    {
        for (var index = 0; index < _allowed.Length; index++)
        {
            if (_allowed[index] && other._allowed[index])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the same values of the same fact satisfy the other condition.</summary>
    public bool Equals(Condition? other) =>
        other is not null && ReferenceEquals(Fact, other.Fact) && _allowed.AsSpan().SequenceEqual(other._allowed);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Condition);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Fact, Values.Length, Values[0]);

    /// <summary>The condition as the data files write it.</summary>
    public override string ToString() => $"{Fact}={string.Join('|', Values)}";
}
