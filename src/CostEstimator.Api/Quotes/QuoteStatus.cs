using System.Text.Json.Serialization;

namespace CostEstimator.Api.Quotes;

/// <summary>Whether a quote is still valid.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuoteStatus>))]
public enum QuoteStatus
{
    /// <summary>It is valid.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>It no longer is; it reads as it was issued.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,
}
