using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CostEstimator.Api.Http;

namespace CostEstimator.Api.Estimates;

/// <summary>The lines of an estimate. Where its request is like no other, most of them are like those of others.</summary>
[JsonConverter(typeof(Converter))]
public sealed class PrewrittenLines : PrewrittenList<EstimateLineResponse>
{
    internal PrewrittenLines(ImmutableArray<Prewritten<EstimateLineResponse>> lines)
        : base(lines)
    {
    }

    internal sealed class Converter() : PrewrittenListConverter<PrewrittenLines, EstimateLineResponse>(
        () => ApiJsonContext.Default.EstimateLineResponse,
        () => ApiJsonContext.Default.IReadOnlyListEstimateLineResponse,
        lines => new PrewrittenLines(lines));
}
