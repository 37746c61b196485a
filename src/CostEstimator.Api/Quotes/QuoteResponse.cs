using System.Text.Json.Serialization;
using CostEstimator.Api.Estimates;

namespace CostEstimator.Api.Quotes;

/// <summary>An estimate issued and kept.</summary>
public sealed record QuoteResponse : EstimateResponse
{
    /// <summary>The reference by which the quote is read again, in either case, with or without the dashes.</summary>
    /// <example>Q-7F3K-29QX-B5M1</example>
    [JsonPropertyOrder(-5)]
    public required string Reference { get; init; }

    /// <summary>Whether the quote is still valid today.</summary>
    [JsonPropertyOrder(-4)]
    public required QuoteStatus Status { get; init; }

    /// <summary>When the quote was issued, in UTC.</summary>
    /// <example>2026-11-22T09:30:00Z</example>
    [JsonPropertyOrder(-3)]
    public required DateTime IssuedAt { get; init; }

    /// <summary>The first day on which the quote is no longer valid.</summary>
    /// <example>2026-12-22</example>
    [JsonPropertyOrder(-2)]
    public required DateOnly ValidUntil { get; init; }

    /// <summary>The last day on which the quote is valid, ready to show.</summary>
    /// <example>This quote is valid through December 21, 2026.</example>
    [JsonPropertyOrder(-1)]
    public required string ValidityText { get; init; }
}
