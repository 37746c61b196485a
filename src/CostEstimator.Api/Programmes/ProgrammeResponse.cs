using CostEstimator.Api.PriceLists;

namespace CostEstimator.Api.Programmes;

/// <summary>A named course of treatment.</summary>
public sealed record ProgrammeResponse
{
    /// <summary>The code by which requests name the programme.</summary>
    /// <example>acute-leukaemia</example>
    public required string Code { get; init; }

    /// <summary>The name, ready to show.</summary>
    /// <example>Treatment of acute leukaemia</example>
    public required string Name { get; init; }

    /// <summary>The stages, in order.</summary>
    public required IReadOnlyList<ProgrammeStageResponse> Stages { get; init; }

    /// <summary>
    /// The facts that decide today which items are needed and what they cost, in the order in which all answers list them. The
    /// questions of an estimate tell which to ask first.
    /// </summary>
    public required IReadOnlyList<FactResponse> Facts { get; init; }
}
