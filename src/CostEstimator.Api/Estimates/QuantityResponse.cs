namespace CostEstimator.Api.Estimates;

/// <summary>How many units, both ends included.</summary>
public sealed record QuantityResponse
{
    /// <summary>The least number of units.</summary>
    /// <example>4</example>
    public required int Min { get; init; }

    /// <summary>The greatest number of units; null: not known.</summary>
    /// <example>6</example>
    public required int? Max { get; init; }

    /// <summary>The code of what is counted.</summary>
    /// <example>course</example>
    public required string Unit { get; init; }

    /// <summary>The quantity, ready to show.</summary>
    /// <example>4–6 courses</example>
    public required string Text { get; init; }
}
