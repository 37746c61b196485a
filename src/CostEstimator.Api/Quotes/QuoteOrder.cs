using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Quotes;

namespace CostEstimator.Api.Quotes;

/// <summary>A request for a quote, with what is known of it beside its body.</summary>
/// <param name="Body">The body.</param>
/// <param name="Preferred">The language of a body that names none.</param>
/// <param name="Partner">The code of the partner with whose key it came; null: it came without a key.</param>
/// <param name="Mark">What a repetition of it is known by; null: it is not to be repeated.</param>
internal sealed record QuoteOrder(QuoteBody Body, Language Preferred, string? Partner, IdempotencyMark? Mark);
