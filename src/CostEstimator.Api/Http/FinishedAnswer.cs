using CostEstimator.Api.PriceLists;

namespace CostEstimator.Api.Http;

/// <summary>An answer that was given, and holds as long as the price data and the day are the same.</summary>
/// <param name="Moment">What it is from.</param>
/// <param name="Tag">Its <c>ETag</c>.</param>
/// <param name="Language">Its <c>Content-Language</c>.</param>
/// <param name="Vary">Its <c>Vary</c>.</param>
/// <param name="Json">Its body.</param>
/// <param name="Count">Counts it, whenever it is given.</param>
internal sealed record FinishedAnswer(
    Moment Moment, string Tag, string Language, string Vary, byte[] Json, Action? Count);
