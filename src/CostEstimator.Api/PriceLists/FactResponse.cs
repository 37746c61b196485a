namespace CostEstimator.Api.PriceLists;

/// <summary>Something about the patient's case that a price depends on.</summary>
public sealed record FactResponse
{
    /// <summary>The code by which requests state the fact.</summary>
    /// <example>donor</example>
    public required string Fact { get; init; }

    /// <summary>The question that asks for it, ready to show.</summary>
    /// <example>Will the bone marrow donor be a relative of the patient?</example>
    public required string Text { get; init; }

    /// <summary>The values that it can have.</summary>
    public required IReadOnlyList<FactValueResponse> Values { get; init; }
}
