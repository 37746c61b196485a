using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CostEstimator.Api.Http;

namespace CostEstimator.Api.PriceLists;

/// <summary>Price rules within another answer. They are most of its JSON, and always the same.</summary>
[JsonConverter(typeof(Converter))]
public sealed class PrewrittenRules : PrewrittenList<PriceRuleResponse>
{
    internal PrewrittenRules(ImmutableArray<Prewritten<PriceRuleResponse>> rules)
        : base(rules)
    {
    }

    internal sealed class Converter() : PrewrittenListConverter<PrewrittenRules, PriceRuleResponse>(
        () => ApiJsonContext.Default.PriceRuleResponse,
        () => ApiJsonContext.Default.IReadOnlyListPriceRuleResponse,
        rules => new PrewrittenRules(rules));
}
