namespace CostEstimator.Api.Quotes;

/// <summary>A treatment, and how much of it.</summary>
public sealed record QuoteItemRequest
{
    /// <summary>The code of the treatment.</summary>
    /// <example>chemotherapy</example>
    public required string Treatment { get; init; }

    /// <summary>How many units; the treatment's default quantity when left out.</summary>
    public QuoteQuantityRequest? Quantity { get; init; }
}
