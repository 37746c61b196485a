using System.Collections.Immutable;
using CostEstimator.Api.Estimates;
using CostEstimator.Api.Http;

namespace CostEstimator.Api.ExchangeRates;

/// <summary>What answers say of how prices were converted.</summary>
/// <param name="Response">How.</param>
/// <param name="Notes">What the reader should know of it.</param>
internal sealed record WordedExchange(ExchangeResponse Response, ImmutableArray<Prewritten<NoteResponse>> Notes);
