using Microsoft.AspNetCore.Mvc;

namespace CostEstimator.Api.Estimates;

/// <summary>The query of an estimate.</summary>
internal sealed record EstimateQuery
{
    /// <summary>
    /// What to price, up to 50 times: the code of a treatment, alone for its default quantity, or with a quantity from 1 to 1,000:
    /// `chemotherapy`, `chemotherapy:4`, `chemotherapy:4-6`, `chemotherapy:4-` for at least 4.
    /// </summary>
    [FromQuery(Name = "item")]
    public string[] Item { get; init; } = [];

    /// <summary>The code of a programme whose items to price, besides those named by `item`; at least one of the two is needed.</summary>
    [FromQuery(Name = "programme")]
    public string? Programme { get; init; }

    /// <summary>A fact that is known, any number of times: `donor:related`. What is not known widens the range.</summary>
    [FromQuery(Name = "fact")]
    public string[] Fact { get; init; } = [];

    /// <summary>The currency of the estimate, by ISO 4217; the price list's when left out.</summary>
    [FromQuery(Name = "currency")]
    public string? Currency { get; init; }

    /// <summary>The language of the texts; by `Accept-Language`, then English, when left out.</summary>
    [FromQuery(Name = "language")]
    public string? Language { get; init; }

    /// <summary>The day whose prices count, as `yyyy-MM-dd`; today when left out.</summary>
    [FromQuery(Name = "on")]
    public string? On { get; init; }
}
