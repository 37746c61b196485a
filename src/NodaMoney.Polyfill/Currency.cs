namespace NodaMoney;

/// <summary>Which currency an amount is in: one byte, equal to another if the code is the same.</summary>
/// <remarks>
/// The default value stands for no currency. Only a zero can be held in it; see <see cref="CurrencyInfo"/> for what is known
/// about a currency.
/// </remarks>
public readonly record struct Currency
{
    private const string NoCurrencyCode = "XXX";

    private readonly byte _number;

    internal Currency(byte number) => _number = number;

    /// <summary>Three upper-case letters, such as <c>EUR</c>; <c>XXX</c> for the default value.</summary>
    public string Code => _number == 0 ? NoCurrencyCode : Iso4217.At(_number).Code;

    internal int DecimalDigits => _number == 0
        ? throw new InvalidCurrencyException("An amount other than zero needs a currency.")
        : Iso4217.At(_number).DecimalDigits;

    /// <summary>Looks a currency up that must exist.</summary>
    /// <param name="code">An ISO 4217 code in upper case; <c>eur</c> is unknown.</param>
    /// <returns>The currency with exactly this code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="InvalidCurrencyException">No currency has this code; the empty code included.</exception>
    public static Currency FromCode(string code) => CurrencyInfo.FromCode(code);
}
