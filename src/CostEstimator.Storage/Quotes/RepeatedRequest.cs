namespace CostEstimator.Storage.Quotes;

/// <summary>A request that came before, and the quote that answered it.</summary>
/// <param name="Mark">What the request was known by.</param>
/// <param name="Quote">The quote as it was issued.</param>
public sealed record RepeatedRequest(IdempotencyMark Mark, StoredQuote Quote);
