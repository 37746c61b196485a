using System.Text.Json.Serialization;

namespace CostEstimator.Api.Problems;

/// <summary>One thing that was wrong with a request: at a `pointer` into the body, or in a `parameter`.</summary>
public sealed record ProblemErrorResponse
{
    /// <summary>Where in the body, as a JSON pointer (RFC 6901); left out: not in the body.</summary>
    /// <example>/items/0/treatment</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pointer { get; init; }

    /// <summary>The name of the query or path parameter, or of the header; left out: in none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parameter { get; init; }

    /// <summary>What was wrong, and what is right.</summary>
    /// <example>There is no treatment 'chemo'.</example>
    public required string Detail { get; init; }

    /// <summary>The codes or names that are known there; left out where there is no list of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Known { get; init; }
}
