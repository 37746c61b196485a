namespace CostEstimator.Api.Widget;

/// <summary>What the widget says beside the answers that it shows.</summary>
internal sealed record WidgetTextsResponse
{
    /// <summary>The language of the texts.</summary>
    public required string Language { get; init; }

    /// <summary>The currency of prices for which no other is asked, by ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>The texts, by key; the names in braces are to be filled in.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }
}
