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
/// <param name="Answer">The answer, as JSON in UTF-8, byte for byte; without its end, if that stands apart.</param>
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
    /// <summary>The end of the answer, which other quotes may have as well, and which is kept compressed; null: it does not stand apart.</summary>
    public CompressedBytes? AnswerRest { get; init; }

    /// <summary>How many bytes the answer is, with its end.</summary>
    public int BytesOfAnswer => Answer.Length + (AnswerRest?.Plain.Length ?? 0);

    /// <summary>Writes the answer, with its end.</summary>
    /// <param name="room">Where to; at least <see cref="BytesOfAnswer"/> long.</param>
    public void WriteAnswer(Span<byte> room)
    {
        Answer.Span.CopyTo(room);
        AnswerRest?.Plain.Span.CopyTo(room[Answer.Length..]);
    }

    /// <summary>The code of the partner with whose key it was issued; null: it was issued without a key.</summary>
    public string? Partner { get; init; }
}
