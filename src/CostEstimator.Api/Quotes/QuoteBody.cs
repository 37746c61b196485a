using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Quotes;

/// <summary>A body that was understood, with what it was last priced at: bodies that come again are priced once a day.</summary>
/// <param name="request">What it asks for.</param>
/// <param name="named">The language that it names; null: none.</param>
internal sealed class QuoteBody(QuoteRequest request, Language? named)
{
    private volatile PricedQuote? _priced;

    /// <summary>What it asks for.</summary>
    public QuoteRequest Request => request;

    /// <summary>The language that it names; null: none.</summary>
    public Language? Named => named;

    /// <summary>What it was last priced at; null: it was not yet.</summary>
    public PricedQuote? Priced
    {
        get => _priced;
        set => _priced = value;
    }
}
