namespace CostEstimator.Api.Estimates;

/// <summary>A stage of a programme of treatment.</summary>
public sealed record StageResponse
{
    /// <summary>The code of the stage.</summary>
    public required string Code { get; init; }

    /// <summary>The name of the stage, ready to show.</summary>
    public required string Name { get; init; }
}
