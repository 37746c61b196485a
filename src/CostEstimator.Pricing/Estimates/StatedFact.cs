using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Estimates;

/// <summary>A fact with the value that a request states for it.</summary>
public sealed record StatedFact
{
    internal StatedFact(Fact fact, string value)
    {
        Fact = fact;
        Value = value;
        ValueIndex = fact.IndexOf(value);
        if (ValueIndex < 0)
        {
            throw new ArgumentException($"Fact '{fact}' has no value '{value}'.", nameof(value));
        }
    }

    /// <summary>The fact.</summary>
    public Fact Fact { get; }

    /// <summary>The code of its value.</summary>
    public string Value { get; }

    internal int ValueIndex { get; }
}
