namespace CostEstimator.Api.PriceLists;

/// <summary>A value that a fact can have.</summary>
public sealed record FactValueResponse
{
    /// <summary>The code by which requests state the value.</summary>
    /// <example>related</example>
    public required string Value { get; init; }

    /// <summary>The value, ready to show.</summary>
    /// <example>Related donor</example>
    public required string Text { get; init; }
}
