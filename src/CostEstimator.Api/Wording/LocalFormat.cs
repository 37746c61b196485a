using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using CostEstimator.Storage.PriceLists;
using NodaMoney;

namespace CostEstimator.Api.Wording;

/// <summary>How a language writes numbers, amounts of money and days, by the framework's CLDR data.</summary>
internal sealed class LocalFormat
{
    private const char NoBreakSpace = '\u00a0';

    // Currencies that readers here know by their symbol, each with a region that uses it; others show their code. The dollar sign
    // stands for no other dollar.
    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>
    {
        ["USD"] = "en-US",
        ["EUR"] = "de-DE",
        ["TRY"] = "tr-TR",
        ["RUB"] = "ru-RU",
        ["KZT"] = "kk-KZ",
    }.ToFrozenDictionary(currency => currency.Key, currency => new RegionInfo(currency.Value).CurrencySymbol, StringComparer.Ordinal);

    private readonly CultureInfo _culture;
    private readonly string _dayPattern;
    private readonly ConcurrentDictionary<(Currency Currency, int Decimals), NumberFormatInfo> _formats = new();

    private LocalFormat(string culture, string dayPattern)
    {
        _culture = CultureInfo.GetCultureInfo(culture);
        _dayPattern = dayPattern;
    }

    /// <summary>How English writes.</summary>
    public static LocalFormat English { get; } = new("en-US", "MMMM d, yyyy");

    /// <summary>How Russian writes.</summary>
    public static LocalFormat Russian { get; } = new("ru-RU", "d MMMM yyyy 'г.'");

    /// <summary>How Turkish writes.</summary>
    public static LocalFormat Turkish { get; } = new("tr-TR", "d MMMM yyyy");

    /// <summary>How a language writes.</summary>
    public static LocalFormat Of(Language language) => language switch
    {
        Language.En => English,
        Language.Ru => Russian,
        Language.Tr => Turkish,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "It is not known how this language writes."),
    };

    /// <summary>Whether the language writes the currency after the number.</summary>
    public bool WritesCurrencyLast => _culture.NumberFormat.CurrencyPositivePattern is 1 or 3;

    /// <summary>A whole number, not negative.</summary>
    public string Count(int count) => count < 1000 ? count.ToString(_culture) : count.ToString("N0", _culture);

    /// <summary>A day, with the name of its month.</summary>
    public string Day(DateOnly day) => day.ToString(_dayPattern, _culture);

    /// <summary>An amount with its currency.</summary>
    /// <param name="amount">The amount, in whole minor units.</param>
    /// <param name="decimals">How many decimals to write.</param>
    public string Amount(Money amount, int decimals) =>
        amount.Amount.ToString("C", FormatOf(amount.Currency, decimals)).Replace(' ', NoBreakSpace);

    /// <summary>An amount without its currency.</summary>
    /// <param name="amount">The amount, in whole minor units.</param>
    /// <param name="decimals">How many decimals to write.</param>
    public string Number(Money amount, int decimals) => amount.Amount.ToString("N", FormatOf(amount.Currency, decimals));

    private NumberFormatInfo FormatOf(Currency currency, int decimals) =>
        _formats.GetOrAdd((currency, decimals), static (key, format) => format.NewFormat(key.Currency.Code, key.Decimals), this);

    private NumberFormatInfo NewFormat(string currency, int decimals)
    {
        var format = (NumberFormatInfo)_culture.NumberFormat.Clone();
        format.CurrencyDecimalDigits = decimals;
        format.NumberDecimalDigits = decimals;
        if (Symbols.TryGetValue(currency, out var symbol))
        {
            format.CurrencySymbol = symbol;
            return format;
        }

        // A code needs a space that a symbol does not.
        format.CurrencySymbol = currency;
        format.CurrencyPositivePattern = WritesCurrencyLast ? 3 : 2;
        return format;
    }
}
