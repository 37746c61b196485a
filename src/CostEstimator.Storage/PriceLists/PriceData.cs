using System.Collections.Immutable;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Storage.PriceLists;

/// <summary>The price data of one import, whole and unchangeable: price list, sources and texts that belong together.</summary>
public sealed class PriceData
{
    /// <summary>Creates price data, of which the parts must fit together.</summary>
    /// <param name="list">The price list.</param>
    /// <param name="sources">The sources, in any order.</param>
    /// <param name="texts">The texts.</param>
    public PriceData(PriceList list, IEnumerable<PriceSource> sources, Texts texts)
    {
        List = list;
        Sources = [.. sources.OrderBy(source => source.Code, StringComparer.Ordinal)];
        Texts = texts;
        Version = PriceDataDigest.Of(this);
    }

    /// <summary>Treatments, facts and rules.</summary>
    public PriceList List { get; }

    /// <summary>The sources, by code.</summary>
    public ImmutableArray<PriceSource> Sources { get; }

    /// <summary>The texts.</summary>
    public Texts Texts { get; }

    /// <summary>The price list version: a digest of all of the above, the same for the same data on every machine.</summary>
    public string Version { get; }
}
