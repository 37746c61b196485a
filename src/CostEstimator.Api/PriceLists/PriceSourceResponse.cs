namespace CostEstimator.Api.PriceLists;

/// <summary>Where a price was published.</summary>
public sealed record PriceSourceResponse
{
    /// <summary>The code of the source.</summary>
    /// <example>leukaemia-page-price-list</example>
    public required string Code { get; init; }

    /// <summary>What the publication is called.</summary>
    /// <example>Leukaemia treatment in Turkey: price list</example>
    public required string Title { get; init; }

    /// <summary>Who published it.</summary>
    /// <example>Medikal &amp; Estetik Group</example>
    public required string Publisher { get; init; }

    /// <summary>Where in the publication the price stands.</summary>
    /// <example>Bulleted list of prices towards the end of the page</example>
    public required string Locator { get; init; }

    /// <summary>The day on which the price was read there.</summary>
    /// <example>2026-11-22</example>
    public required DateOnly ReadOn { get; init; }
}
