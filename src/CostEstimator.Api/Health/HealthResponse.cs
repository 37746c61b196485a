namespace CostEstimator.Api.Health;

/// <summary>The answer of a healthy product.</summary>
public sealed record HealthResponse
{
    /// <summary>Always `ok`: what is not is refused.</summary>
    /// <example>ok</example>
    public required string Status { get; init; }
}
