using System.Collections.Frozen;

namespace CostEstimator.Storage.PriceLists;

/// <summary>The texts of the price data, by key: names, questions, notes, the disclaimer.</summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, Text> _texts;

    /// <summary>Creates texts of which each has a key of its own.</summary>
    public Texts(IEnumerable<Text> texts)
    {
        _texts = texts.ToFrozenDictionary(text => text.Key, StringComparer.Ordinal);
    }

    /// <summary>The texts, by key.</summary>
    public IEnumerable<Text> All => _texts.Values.OrderBy(text => text.Key, StringComparer.Ordinal);

    /// <summary>The text with this key, or null.</summary>
    public Text? Find(string key) => _texts.GetValueOrDefault(key);
}
