using System.Diagnostics.CodeAnalysis;

namespace NodaMoney;

/// <summary>What ISO 4217 says of a currency: its code and how far it divides.</summary>
/// <remarks>
/// There is one instance per currency. Known are the active currencies whose minor unit is a decimal fraction, so neither gold
/// (XAU) nor the code for no currency (XXX).
/// </remarks>
public sealed class CurrencyInfo
{
    private readonly Currency _currency;

    internal CurrencyInfo(string code, int decimalDigits, Currency currency)
    {
        Code = code;
        DecimalDigits = decimalDigits;
        _currency = currency;
    }

    /// <summary>Three upper-case letters, such as <c>EUR</c>.</summary>
    public string Code { get; }

    /// <summary>
    /// How many digits an amount has after the decimal point at most: 0, 2, 3 or 4. Money in this currency is rounded to it.
    /// </summary>
    public int DecimalDigits { get; }

    /// <summary>Keeps which currency it is and drops what is known about it.</summary>
    /// <param name="currencyInfo">The currency; null is a fault of the caller.</param>
    public static implicit operator Currency(CurrencyInfo currencyInfo) => currencyInfo._currency;

    /// <summary>Looks a currency up that must exist.</summary>
    /// <param name="code">An ISO 4217 code in upper case; <c>eur</c> is unknown.</param>
    /// <returns>The only instance for that code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="InvalidCurrencyException">No currency has this code; the empty code included.</exception>
    public static CurrencyInfo FromCode(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Iso4217.Find(code) ?? throw new InvalidCurrencyException($"No currency has the code '{code}'.");
    }

    /// <summary>Looks a currency up that may not exist; never throws.</summary>
    /// <param name="code">An ISO 4217 code in upper case; null and the empty code are unknown.</param>
    /// <param name="currencyInfo">The only instance for that code, or null if there is none.</param>
    /// <returns>Whether a currency has this code.</returns>
    public static bool TryFromCode(string code, [MaybeNullWhen(false)] out CurrencyInfo currencyInfo)
    {
        currencyInfo = Iso4217.Find(code);
        return currencyInfo is not null;
    }
}
