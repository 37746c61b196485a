using System.Diagnostics;

namespace NodaMoney;

/// <summary>An exact amount in one currency, never finer than the currency's minor unit.</summary>
/// <remarks>
/// <para>Every construction and every result is rounded to the currency's decimal digits, a tie to the even neighbour. To round
/// otherwise, round the decimal first. Fewer digits stay fewer: 10 euros hold the decimal 10, not 10.00.</para>
/// <para>Amounts of two currencies are never equal, and neither add up nor compare: that throws. The one exception is zero,
/// which adds to and compares with an amount in any currency.</para>
/// <para>The default value is zero in no currency.</para>
/// </remarks>
[DebuggerDisplay("{Amount} {Currency.Code,nq}")]
public readonly partial struct Money : IEquatable<Money>, IComparable<Money>
{
    /// <summary>Holds an amount, rounded to the currency's decimal digits, a tie to the even neighbour.</summary>
    /// <param name="amount">Any decimal; a zero loses its trailing zeros and its sign.</param>
    /// <param name="currency">The currency; the default value will do for zero only.</param>
    /// <exception cref="InvalidCurrencyException">The currency is the default value, the amount is not zero.</exception>
    public Money(decimal amount, Currency currency)
    {
        Amount = amount == 0m ? 0m : decimal.Round(amount, currency.DecimalDigits, MidpointRounding.ToEven);
        Currency = currency;
    }

    /// <summary>Holds an amount, rounded to the currency's decimal digits, a tie to the even neighbour.</summary>
    /// <param name="amount">Any decimal; a zero loses its trailing zeros and its sign.</param>
    /// <param name="code">An ISO 4217 code in upper case.</param>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="InvalidCurrencyException">No currency has this code.</exception>
    public Money(decimal amount, string code)
        : this(amount, CurrencyInfo.FromCode(code))
    {
    }

    /// <summary>The amount in whole units (euros, not cents); its scale is at most the currency's decimal digits.</summary>
    public decimal Amount { get; }

    /// <summary>The currency that the amount is in.</summary>
    public Currency Currency { get; }

    /// <summary>Takes the two parts in one assignment.</summary>
    /// <param name="amount">The amount in whole units.</param>
    /// <param name="currency">The currency that it is in.</param>
    public void Deconstruct(out decimal amount, out Currency currency)
    {
        amount = Amount;
        currency = Currency;
    }

    private static void RequireCompatible(Money left, Money right)
    {
        if (left.Currency != right.Currency && left.Amount != 0m && right.Amount != 0m)
        {
            throw new InvalidCurrencyException(left.Currency, right.Currency);
        }
    }
}
