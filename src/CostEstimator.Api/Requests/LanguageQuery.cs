using Microsoft.AspNetCore.Mvc;

namespace CostEstimator.Api.Requests;

/// <summary>The query of an endpoint that knows nothing but the language.</summary>
internal sealed record LanguageQuery
{
    /// <summary>The language of the texts; by `Accept-Language`, then English, when left out.</summary>
    [FromQuery(Name = "language")]
    public string? Language { get; init; }
}
