using System.Collections.Immutable;
using CostEstimator.Pricing.ExchangeRates;

namespace CostEstimator.Pricing.Estimates;

/// <summary>How the prices of an estimate were converted to its currency.</summary>
/// <param name="Bulletin">The bulletin that the rates are from.</param>
/// <param name="Conversions">For each currency that had to be converted, how; by code.</param>
public sealed record EstimateExchange(Bulletin Bulletin, ImmutableArray<Conversion> Conversions)
{
    /// <summary>Whether the same conversions of the same bulletin were made.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(EstimateExchange? other) =>
        other is not null && Bulletin == other.Bulletin && Conversions.AsSpan().SequenceEqual(other.Conversions.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Bulletin);
        foreach (var conversion in Conversions)
        {
            hash.Add(conversion);
        }

        return hash.ToHashCode();
    }
}
