using System.Collections.Immutable;

namespace CostEstimator.Pricing.PriceLists;

/// <summary>Something about the patient's case with a closed list of values, such as <c>donor</c>: <c>related</c> or <c>unrelated</c>.</summary>
/// <remarks>
/// Facts belong to one price list and are compared by reference. The order of facts, and of the values of a fact, is that of
/// the data, and it is the order of every answer.
/// </remarks>
public sealed class Fact
{
    /// <summary>Creates a fact.</summary>
    /// <param name="code">The fact's code, unique among the facts of the price list.</param>
    /// <param name="order">The fact's place among the facts of the price list, from 0.</param>
    /// <param name="values">The codes of its values: at least one, each once.</param>
    /// <exception cref="ArgumentException">A code is malformed, a value stands twice, or there is no value.</exception>
    public Fact(string code, int order, IEnumerable<string> values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        Code = PriceLists.Code.Require(code, "fact");
        Order = order;
        Values = [.. values.Select(value => PriceLists.Code.Require(value, "value"))];
        if (Values.IsEmpty || Values.Distinct(StringComparer.Ordinal).Count() != Values.Length)
        {
            throw new ArgumentException($"Fact '{code}' needs at least one value, and each only once.", nameof(values));
        }
    }

    /// <summary>The code by which requests and conditions name the fact.</summary>
    public string Code { get; }

    /// <summary>The place among the facts of the price list, from 0.</summary>
    public int Order { get; }

    /// <summary>The codes of the values that the fact can have, in the order of the data.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>The place of <paramref name="value"/> among <see cref="Values"/>, or -1 when the fact has no such value.</summary>
    public int IndexOf(string value) => Values.IndexOf(value, 0, Values.Length, StringComparer.Ordinal);

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
