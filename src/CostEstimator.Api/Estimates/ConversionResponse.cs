namespace CostEstimator.Api.Estimates;

/// <summary>
/// How prices in one currency were converted to another: low ends by `buying`, high ends by `selling`, so that the converted range
/// still encloses.
/// </summary>
public sealed record ConversionResponse
{
    /// <summary>The currency of the prices, by ISO 4217.</summary>
    /// <example>USD</example>
    public required string From { get; init; }

    /// <summary>The currency of the estimate, by ISO 4217.</summary>
    /// <example>EUR</example>
    public required string To { get; init; }

    /// <summary>
    /// What one unit of `from` fetches in `to`: the buying rate of `from` divided by the selling rate of `to`. Shown rounded down to
    /// ten decimals; prices are computed with the exact quotient.
    /// </summary>
    /// <example>0.8696389533</example>
    public required string Buying { get; init; }

    /// <summary>
    /// What one unit of `from` costs in `to`: the selling rate of `from` divided by the buying rate of `to`. Shown rounded up to ten
    /// decimals; prices are computed with the exact quotient.
    /// </summary>
    /// <example>0.8727752379</example>
    public required string Selling { get; init; }
}
