namespace CostEstimator.Pricing.PriceLists;

/// <summary>The form of every code in the price data: of treatments, units, facts, values, sources, rules and notes.</summary>
/// <remarks>Lower-case kebab-case: groups of <c>a-z</c> and <c>0-9</c> joined by single dashes. Case matters.</remarks>
public static class Code
{
    /// <summary>The greatest number of characters in a code.</summary>
    public const int MaxLength = 100;

    /// <summary>The form in words, for messages to whoever wrote a code that does not have it.</summary>
    public const string Form = "lower-case letters and digits in groups joined by single dashes, at most 100 characters";

    /// <summary>Whether <paramref name="text"/> has the form of a code.</summary>
    public static bool IsValid(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength)
        {
            return false;
        }

        var afterDash = true;
        foreach (var character in text)
        {
            if (character == '-' && afterDash)
            {
                return false;
            }

            afterDash = character == '-';
            if (!afterDash && !char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character))
            {
                return false;
            }
        }

        return !afterDash;
    }

    internal static string Require(string text, string what) => IsValid(text)
        ? text
        : throw new ArgumentException($"'{text}' is not a code for a {what}: {Form}.", nameof(text));
}
