namespace CostEstimator.Api.Estimates;

/// <summary>A possible answer to a question, with what it would make of the total.</summary>
public sealed record QuestionOptionResponse
{
    /// <summary>The code of the value.</summary>
    /// <example>related</example>
    public required string Value { get; init; }

    /// <summary>The value, ready to show.</summary>
    /// <example>Related donor</example>
    public required string Text { get; init; }

    /// <summary>The total of the estimate if the request stated this value.</summary>
    public required PriceRangeResponse Total { get; init; }
}
