namespace CostEstimator.Api.Quotes;

/// <summary>What a quote is asked for. There is no field for personal data.</summary>
public sealed record QuoteRequest
{
    /// <summary>The code of a programme whose items to price; null or left out: none. Needed when there are no items.</summary>
    /// <example>acute-leukaemia</example>
    public string? Programme { get; init; }

    /// <summary>What to price: up to 50 items, besides those of the programme. Needed when there is no programme.</summary>
    public IReadOnlyList<QuoteItemRequest>? Items { get; init; }

    /// <summary>The facts that are known: the code of each fact, and of its value. What is not known widens the range.</summary>
    public IReadOnlyDictionary<string, string>? Facts { get; init; }

    /// <summary>The currency of the quote, by ISO 4217; the price list's when left out.</summary>
    /// <example>USD</example>
    public string? Currency { get; init; }

    /// <summary>The language of the texts; by `Accept-Language`, then English, when left out.</summary>
    /// <example>en</example>
    public string? Language { get; init; }
}
