using System.Text.RegularExpressions;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>Tells English from Russian and Turkish, well enough for texts that a person wrote.</summary>
internal static partial class EnglishHeuristic
{
    // Words that no English sentence of the product does without, and that are no Turkish words.
    private static readonly HashSet<string> CommonEnglish = new(StringComparer.OrdinalIgnoreCase)
    {
        "above", "all", "allowed", "an", "and", "answer", "any", "are", "assumed", "been", "below", "body", "but", "by", "can", "cannot", "charge",
        "code", "consultation", "course", "courses", "currency", "day", "does", "donor", "each", "estimate", "exchange", "fact", "field", "for",
        "free", "from", "has", "have", "here", "is", "it", "its", "language", "larger", "least", "lists", "may", "more", "most", "must", "name",
        "needs", "not", "nothing", "object", "of", "once", "only", "or", "parameter", "price", "prices", "procedure", "published", "quantity",
        "quote", "range", "rate", "rates", "request", "search", "service", "some", "source", "sources", "stage", "such", "than", "that", "the",
        "there", "therapy", "this", "through", "to", "total", "transplant", "treatment", "unknown", "upper", "value", "was", "were", "which", "whole",
        "will", "with", "without",
    };

    /// <summary>Why a text that should be in another language seems to be English, or to have English in it; null: it does not.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">The language that it should be in.</param>
    /// <param name="english">What the English answer says in the same place; null: nothing.</param>
    public static string? SuspicionOf(string text, Language language, string? english)
    {
        var prose = ProseOf(text);
        if (prose.Any(char.IsLetter) && text == english)
        {
            return $"the same as in English: {text}";
        }

        if (language == Language.Ru && LatinWords().Match(prose) is { Success: true } run)
        {
            return $"Latin words '{run.Value}' in: {text}";
        }

        var word = Word().Matches(prose).FirstOrDefault(word => CommonEnglish.Contains(word.Value));
        return word is null ? null : $"the English word '{word.Value}' in: {text}";
    }

    // Without what somebody sent, codes, addresses, names of headers and formats, which all languages share.
    private static string ProseOf(string text) => Shared().Replace(text, " ");

    [GeneratedRegex(@"«[^«»]*»|“[^“”]*”|'[^']*'|\b[A-Z][A-Z0-9/-]+\b|\b(Content-Type|Accept|byte)\b|\bQ(-\w{4}){3}|[\w-]*/[\w./+-]*|\w[\w-]*[:-]\w[\w-]*-?|\bchemotherapy\b")]
    private static partial Regex Shared();

    [GeneratedRegex(@"\b[A-Za-z]{2,}([ ,]+[A-Za-z]+)+")]
    private static partial Regex LatinWords();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
