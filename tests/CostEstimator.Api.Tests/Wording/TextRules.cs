using System.Text;
using System.Text.RegularExpressions;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>What can be told of a text without understanding it.</summary>
internal static partial class TextRules
{
    /// <summary>The names in braces, each once, in the order of the alphabet.</summary>
    public static IEnumerable<string> PlaceholdersOf(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Whether there is a letter outside placeholders.</summary>
    public static bool HasWords(string text) => Placeholder().Replace(text, "").Any(char.IsLetter);

    public static bool HasCyrillic(string text) => Cyrillic().IsMatch(text);

    /// <summary>Checks that a text has neither stray white space nor characters that nobody sees or types on purpose.</summary>
    public static void AssertTidy(string text)
    {
        Assert.NotEqual("", text);
        Assert.Equal(text.Trim(), text);
        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, letter => char.IsControl(letter) || letter is '\u200b' or '\u200e' or '\u200f' or '\ufeff' or '\u00ad' or '\ufffd');
        Assert.False(SpaceBeforePunctuation().IsMatch(text), text);
        Assert.True(text.IsNormalized(NormalizationForm.FormC), text);
    }

    /// <summary>Checks that no word is written with letters of two alphabets that look the same.</summary>
    public static void AssertOneAlphabetPerWord(string text) =>
        Assert.DoesNotContain(Word().Matches(Placeholder().Replace(text, " ")), word => HasCyrillic(word.Value) && Latin().IsMatch(word.Value));

    /// <summary>Checks that a text is written in the alphabet of its language, and quotes as the language does.</summary>
    public static void AssertWrittenIn(Language language, string text)
    {
        Assert.True(HasCyrillic(text) == (language == Language.Ru && HasWords(text)), text);
        Assert.False(language != Language.En && StraightQuote().IsMatch(text), text);
        Assert.False(language != Language.Ru && Guillemet().IsMatch(text), text);
    }

    /// <summary>The mark that ends a sentence; empty: the text is none.</summary>
    public static string EndOf(string text) => text[^1] is '.' or '?' or '!' or ':' ? text[^1..] : "";

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"[A-Za-z]")]
    private static partial Regex Latin();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s[,.;:?!)»”]|[(«“]\s")]
    private static partial Regex SpaceBeforePunctuation();

    [GeneratedRegex("[\"'`]")]
    private static partial Regex StraightQuote();

    [GeneratedRegex("[«»]")]
    private static partial Regex Guillemet();
}
