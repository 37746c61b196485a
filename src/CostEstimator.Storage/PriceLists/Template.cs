using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CostEstimator.Storage.PriceLists;

/// <summary>A text of the product that answers are worded with; price data may override it under its key.</summary>
public sealed partial class Template
{
    /// <summary>Creates a template.</summary>
    /// <param name="key">The key under which <c>texts.csv</c> may give another text.</param>
    /// <param name="en">The English text when it does not; the names in braces are its placeholders.</param>
    /// <param name="ru">The Russian text.</param>
    /// <param name="tr">The Turkish text.</param>
    public Template(string key, string en, string ru, string tr)
    {
        Key = key;
        Default = new Text(key, en, ru, tr);
        Placeholders = [.. PlaceholdersOf(en).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The key under which <c>texts.csv</c> may give another text.</summary>
    public string Key { get; }

    /// <summary>The text when it does not.</summary>
    public Text Default { get; }

    /// <summary>The names in braces that every version of the text must have, once or more, and no others.</summary>
    public ImmutableArray<string> Placeholders { get; }

    /// <summary>Whether a text has all placeholders, and no others.</summary>
    public bool Fits(string text) => PlaceholdersOf(text).ToHashSet(StringComparer.Ordinal).SetEquals(Placeholders);

    /// <summary>A text in pieces: its own words at even places, the names of placeholders in between.</summary>
    public static string[] Split(string text) => Placeholder().Split(text);

    /// <summary>The key.</summary>
    public override string ToString() => Key;

    private static IEnumerable<string> PlaceholdersOf(string text) => Placeholder().Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();
}
