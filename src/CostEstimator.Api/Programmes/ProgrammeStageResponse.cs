namespace CostEstimator.Api.Programmes;

/// <summary>A stage of a programme, with its items.</summary>
public sealed record ProgrammeStageResponse
{
    /// <summary>The code of the stage.</summary>
    /// <example>consolidation</example>
    public required string Code { get; init; }

    /// <summary>The name, ready to show.</summary>
    /// <example>Consolidation</example>
    public required string Name { get; init; }

    /// <summary>The items, in order.</summary>
    public required IReadOnlyList<ProgrammeItemResponse> Items { get; init; }
}
