using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CostEstimator.Api.Estimates;

namespace CostEstimator.Api.Quotes;

/// <summary>An estimate issued and kept.</summary>
public sealed record QuoteResponse : EstimateResponse
{
    /// <summary>Creates a quote of an estimate.</summary>
    [SetsRequiredMembers]
    public QuoteResponse(EstimateResponse estimate)
        : base(estimate)
    {
        Reference = "";
    }

    /// <summary>The reference by which the quote is read again, in either case, with or without the dashes.</summary>
    /// <example>Q-7F3K-29QX-B5M1</example>
    [JsonPropertyOrder(-4)]
    public required string Reference { get; init; }

    /// <summary>Whether the quote is still valid today.</summary>
    [JsonPropertyOrder(-3)]
    public required QuoteStatus Status { get; init; }

    /// <summary>When the quote was issued, in UTC.</summary>
    /// <example>2026-11-22T09:30:00Z</example>
    [JsonPropertyOrder(-2)]
    public required DateTime IssuedAt { get; init; }

    /// <summary>The first day on which the quote is no longer valid.</summary>
    /// <example>2026-12-22</example>
    [JsonPropertyOrder(-1)]
    public required DateOnly ValidUntil { get; init; }
}
