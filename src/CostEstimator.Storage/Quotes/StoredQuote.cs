using CostEstimator.Pricing.Quotes;

namespace CostEstimator.Storage.Quotes;

/// <summary>A quote as it is kept: what it was computed from, and the answer as it was issued.</summary>
/// <param name="Reference">The quote's reference.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="ValidUntil">The first day on which it is no longer valid.</param>
/// <param name="PriceListVersion">The version of the price data that it was computed from.</param>
/// <param name="Language">The code of the language that it was issued in: <c>en</c>.</param>
/// <param name="Bulletin">The number of the bulletin that its prices were converted with; null: nothing was converted.</param>
/// <param name="Request">The request, as JSON.</param>
/// <param name="Answer">The answer, as JSON in UTF-8, byte for byte.</param>
public sealed record StoredQuote(
    QuoteReference Reference,
    DateTimeOffset IssuedAt,
    DateOnly ValidUntil,
    string PriceListVersion,
    string Language,
    string? Bulletin,
    string Request,
    ReadOnlyMemory<byte> Answer)
{
    /// <summary>The end of the answer, compressed, so that it is kept so; null: the answer is kept as it is.</summary>
    public CompressedBytes? AnswerRest { get; init; }

    /// <summary>The code of the partner with whose key it was issued; null: it was issued without a key.</summary>
    public string? Partner { get; init; }
}
