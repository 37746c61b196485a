using CostEstimator.Api.Estimates;

namespace CostEstimator.Api.Programmes;

/// <summary>A treatment that a stage of a programme needs, and how much of it.</summary>
public sealed record ProgrammeItemResponse
{
    /// <summary>The code of the treatment.</summary>
    /// <example>chemotherapy</example>
    public required string Treatment { get; init; }

    /// <summary>The name of the treatment, ready to show.</summary>
    /// <example>Chemotherapy</example>
    public required string Name { get; init; }

    /// <summary>How much of it.</summary>
    public required QuantityResponse Quantity { get; init; }

    /// <summary>What the quantity assumes, where no source states it; null: it assumes nothing.</summary>
    public required NoteResponse? Assumption { get; init; }

    /// <summary>For each fact that decides whether the item is needed, the values with which it is; empty: always.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> When { get; init; }

    /// <summary>The same in words, ready to show; null: always.</summary>
    public required string? WhenText { get; init; }
}
