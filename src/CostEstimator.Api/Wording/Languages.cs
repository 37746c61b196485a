using System.Collections.Immutable;
using System.Globalization;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Wording;

/// <summary>The languages that answers are worded in.</summary>
internal static class Languages
{
    /// <summary>The languages, the one that is spoken when none is asked for first.</summary>
    public static ImmutableArray<Language> All { get; } = [Language.En, Language.Ru, Language.Tr];

    /// <summary>The codes of the languages, by ISO 639.</summary>
    public static ImmutableArray<string> Codes { get; } = [.. All.Select(CodeOf)];

    public static string CodeOf(Language language) => language switch
    {
        Language.En => "en",
        Language.Ru => "ru",
        Language.Tr => "tr",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "This language has no code."),
    };

    /// <summary>The language with exactly this code, or null.</summary>
    public static Language? Find(string? code) => Codes.IndexOf(code!) is var place and >= 0 ? All[place] : null;

    /// <summary>Refuses to run where numbers and dates cannot be written in every language.</summary>
    /// <exception cref="StartException">The culture data of a language are missing.</exception>
    public static void RefuseMissingCultures()
    {
        try
        {
            // Without full data, a culture writes like no culture at all: in English.
            if (CultureInfo.GetCultureInfo("ru-RU").NumberFormat.NumberDecimalSeparator == ","
                && CultureInfo.GetCultureInfo("tr-TR").NumberFormat.NumberGroupSeparator == ".")
            {
                return;
            }
        }
        catch (CultureNotFoundException)
        {
            // The message below says all there is to say.
        }

        throw new StartException(
            "The culture data for Russian and Turkish are missing, so that prices cannot be written in these languages. Install ICU "
            + "with all its data (Debian and Ubuntu: apt-get install libicu-dev; Fedora: dnf install libicu; Alpine: apk add icu-libs "
            + "icu-data-full), and do not set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
    }
}
