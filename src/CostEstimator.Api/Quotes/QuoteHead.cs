namespace CostEstimator.Api.Quotes;

/// <summary>The members of a <see cref="QuoteResponse"/> that come before those of its estimate.</summary>
internal sealed record QuoteHead
{
    public required string Reference { get; init; }

    public required QuoteStatus Status { get; init; }

    public required DateTime IssuedAt { get; init; }

    public required DateOnly ValidUntil { get; init; }

    public required string ValidityText { get; init; }
}
