using CostEstimator.Api.Http;

namespace CostEstimator.Api.PriceLists;

/// <summary>A price rule, as every answer shows it.</summary>
/// <param name="rule">The rule.</param>
internal sealed class PrewrittenRule(PriceRuleResponse rule)
{
    private readonly byte[] _json = AnswerJson.Of(rule, ApiJsonContext.Default.PriceRuleResponse);

    /// <summary>The rule.</summary>
    public PriceRuleResponse Rule => rule;

    /// <summary>The same as JSON in UTF-8.</summary>
    public ReadOnlySpan<byte> Json => _json;
}
