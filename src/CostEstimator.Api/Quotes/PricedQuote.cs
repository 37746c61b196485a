using CostEstimator.Api.PriceLists;
using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Quotes;

namespace CostEstimator.Api.Quotes;

/// <summary>A quote but for what is its own: its reference, and when it is issued.</summary>
/// <param name="Moment">What it is priced from.</param>
/// <param name="Language">The language of its texts.</param>
/// <param name="ValidUntil">The first day on which it is no longer valid.</param>
/// <param name="ValidityText">The same in words.</param>
/// <param name="Bulletin">The number of the bulletin that its prices were converted with; null: nothing was converted.</param>
/// <param name="Request">The request, as JSON.</param>
/// <param name="Rest">The estimate as JSON without its opening brace, as quotes end with it, compressed to be kept.</param>
internal sealed record PricedQuote(
    Moment Moment, Language Language, DateOnly ValidUntil, string ValidityText, string? Bulletin, string Request, CompressedBytes Rest);
