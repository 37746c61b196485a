namespace CostEstimator.Api.Problems;

/// <summary>Why a request was refused: problem details as RFC 9457 defines them, the one shape of every error.</summary>
public sealed record ProblemResponse
{
    /// <summary>The kind of problem, for programs: a URN that never changes.</summary>
    /// <example>urn:cost-estimator:problem:unknown-treatment</example>
    public required string Type { get; init; }

    /// <summary>The kind of problem in words.</summary>
    /// <example>Unknown treatment</example>
    public required string Title { get; init; }

    /// <summary>The status code of the answer.</summary>
    /// <example>422</example>
    public required int Status { get; init; }

    /// <summary>What was wrong this time, and what is right.</summary>
    /// <example>There is no treatment 'chemo'.</example>
    public required string Detail { get; init; }

    /// <summary>Each thing that was wrong, and where; empty where the request as a whole is refused.</summary>
    public required IReadOnlyList<ProblemErrorResponse> Errors { get; init; }
}
