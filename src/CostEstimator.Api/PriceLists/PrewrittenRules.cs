using System.Collections;
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CostEstimator.Api.PriceLists;

/// <summary>Price rules within another answer. They are most of its JSON and always the same, so that each is written only once.</summary>
[JsonConverter(typeof(PrewrittenRulesConverter))]
public sealed class PrewrittenRules : IReadOnlyList<PriceRuleResponse>
{
    private readonly ImmutableArray<PrewrittenRule> _rules;

    internal PrewrittenRules(ImmutableArray<PrewrittenRule> rules) => _rules = rules;

    /// <summary>How many rules there are.</summary>
    public int Count => _rules.Length;

    internal ReadOnlySpan<PrewrittenRule> Written => _rules.AsSpan();

    /// <summary>The rule at a place.</summary>
    /// <param name="index">The place, from 0.</param>
    public PriceRuleResponse this[int index] => _rules[index].Rule;

    /// <summary>The rules, in order.</summary>
    public IEnumerator<PriceRuleResponse> GetEnumerator() => _rules.Select(rule => rule.Rule).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
