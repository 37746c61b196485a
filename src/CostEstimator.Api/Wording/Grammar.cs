using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Wording;

/// <summary>How languages count: which form of a word stands with which number.</summary>
internal static class Grammar
{
    /// <summary>What joins the forms of a word in texts.</summary>
    public const char FormSeparator = '|';

    /// <summary>The form that stands right after a number: 1 course, 2 courses; 1 курс, 2 курса, 5 курсов.</summary>
    /// <param name="forms">The forms of the word: one for all numbers, or one for each form of the language.</param>
    /// <param name="language">The language.</param>
    /// <param name="count">The number.</param>
    public static string Counted(string[] forms, Language language, int count) => forms.Length == 1 ? forms[0] : language switch
    {
        Language.Ru => forms[RussianForm(count)],
        _ => count == 1 ? forms[0] : forms[1],
    };

    /// <summary>The form after "at least" and a number, which in Russian asks for the genitive: не менее 1 курса, не менее 2 курсов.</summary>
    public static string CountedAtLeast(string[] forms, Language language, int count) =>

        // The form after 2 is the genitive of the singular, the one after 5 that of the plural.
        language == Language.Ru && forms.Length == 3 ? forms[RussianForm(count) == 0 ? 1 : 2] : Counted(forms, language, count);

    // 1, 21, 31, but not 11: first. 2 to 4, 22 to 24, but not 12 to 14: second. All others: third.
    private static int RussianForm(int count)
    {
        var (ones, tens) = (count % 10, count / 10 % 10);
        return tens == 1 ? 2 : ones == 1 ? 0 : ones is >= 2 and <= 4 ? 1 : 2;
    }
}
