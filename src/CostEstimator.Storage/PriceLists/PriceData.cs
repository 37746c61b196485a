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
    /// <exception cref="ArgumentException">A text that the data call for is missing.</exception>
    public PriceData(PriceList list, IEnumerable<PriceSource> sources, Texts texts)
    {
        List = list;
        Sources = [.. sources.OrderBy(source => source.Code, StringComparer.Ordinal)];
        Texts = texts;
        RefuseMissingTexts();
        Version = PriceDataDigest.Of(this);
    }

    /// <summary>Treatments, facts, rules and programmes.</summary>
    public PriceList List { get; }

    /// <summary>The sources, by code.</summary>
    public ImmutableArray<PriceSource> Sources { get; }

    /// <summary>The texts.</summary>
    public Texts Texts { get; }

    /// <summary>The price list version: a digest of all of the above, the same for the same data on every machine.</summary>
    public string Version { get; }

    private void RefuseMissingTexts()
    {
        var missing = KeysCalledFor().FirstOrDefault(key => Texts.Find(key) is null);
        if (missing is not null)
        {
            throw new ArgumentException($"There is no text '{missing}'.");
        }
    }

    private IEnumerable<string> KeysCalledFor() =>
    [
        .. List.Treatments.SelectMany(treatment => new[] { $"treatment.{treatment.Code}", $"unit.{treatment.Unit}" }),
        .. List.Facts.SelectMany(fact => fact.Values.Select(value => $"fact.{fact.Code}.{value}").Prepend($"fact.{fact.Code}")),
        .. List.Rules.Where(rule => rule.Note is not null).Select(rule => $"note.{rule.Note}"),
        .. List.Programmes.SelectMany(programme =>
            programme.Stages.Select(stage => $"stage.{stage.Programme}.{stage.Code}").Prepend($"programme.{programme.Code}")),
        .. List.Programmes.SelectMany(programme => programme.Items)
            .Where(item => item.Assumption is not null)
            .Select(item => $"note.{item.Assumption}"),
        "disclaimer",
    ];
}
