using CostEstimator.Api.Problems;
using CostEstimator.Storage.Quotes;

namespace CostEstimator.Api.Quotes;

/// <summary>What became of a request for a quote: the quote, or why there is none.</summary>
internal readonly record struct QuoteOutcome(StoredQuote? Quote, Problem? Problem);
