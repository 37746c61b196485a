namespace CostEstimator.Api.Estimates;

/// <summary>An unknown fact that moves the total.</summary>
public sealed record QuestionResponse
{
    /// <summary>The code of the fact.</summary>
    /// <example>donor</example>
    public required string Fact { get; init; }

    /// <summary>The question, ready to show.</summary>
    /// <example>Will the bone marrow donor be a relative of the patient?</example>
    public required string Text { get; init; }

    /// <summary>The possible answers.</summary>
    public required IReadOnlyList<QuestionOptionResponse> Options { get; init; }
}
