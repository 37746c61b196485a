namespace NodaMoney;

/// <summary>A code names no known currency, or one operation was given amounts of two currencies.</summary>
/// <remarks>
/// It means a fault of the caller: ask <see cref="CurrencyInfo.TryFromCode"/> about a code that comes from outside, and bring
/// amounts to one currency before they meet.
/// </remarks>
public sealed class InvalidCurrencyException : InvalidOperationException
{
    internal InvalidCurrencyException(string message)
        : base(message)
    {
    }

    internal InvalidCurrencyException(Currency left, Currency right)
        : this($"Amounts in {left.Code} and in {right.Code} do not mix.")
    {
    }
}
