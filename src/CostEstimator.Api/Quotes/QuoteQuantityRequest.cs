using System.Text.Json.Serialization;
using CostEstimator.Api.Http;

namespace CostEstimator.Api.Quotes;

/// <summary>How many units, both ends included.</summary>
public sealed record QuoteQuantityRequest
{
    /// <summary>The least number of units, 1 to 1,000.</summary>
    /// <example>4</example>
    [JsonConverter(typeof(WholeNumber))]
    public required int Min { get; init; }

    /// <summary>The greatest number of units, `min` to 1,000; null or left out: not known.</summary>
    /// <example>6</example>
    [JsonConverter(typeof(WholeNumber))]
    public int? Max { get; init; }
}
