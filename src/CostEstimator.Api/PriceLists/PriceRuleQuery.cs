using Microsoft.AspNetCore.Mvc;

namespace CostEstimator.Api.PriceLists;

/// <summary>Which rules to list.</summary>
internal sealed record PriceRuleQuery
{
    /// <summary>The code of the treatment whose rules to list; all when left out.</summary>
    [FromQuery(Name = "treatment")]
    public string? Treatment { get; init; }

    /// <summary>The day on which the rules are in force, as `yyyy-MM-dd`; today when left out.</summary>
    [FromQuery(Name = "on")]
    public string? On { get; init; }

    /// <summary>The language of the texts; by `Accept-Language`, then English, when left out.</summary>
    [FromQuery(Name = "language")]
    public string? Language { get; init; }
}
