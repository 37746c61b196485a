namespace CostEstimator.Api.Estimates;

/// <summary>What something costs: from a low end to a high end, both included.</summary>
public sealed record PriceRangeResponse
{
    /// <summary>The least price: a decimal with exactly the currency's minor digits.</summary>
    /// <example>60000.00</example>
    public required string Low { get; init; }

    /// <summary>The greatest price, written like `low`; null: no upper bound is known ("from").</summary>
    /// <example>80000.00</example>
    public required string? High { get; init; }

    /// <summary>The currency of both ends, by ISO 4217.</summary>
    /// <example>USD</example>
    public required string Currency { get; init; }

    /// <summary>The range, ready to show.</summary>
    /// <example>$60,000 – $80,000</example>
    public required string Text { get; init; }
}
