namespace NodaMoney;

public readonly partial struct Money
{
    /// <summary>The same amount with the other sign.</summary>
    /// <param name="money">Any amount; zero stays as it is.</param>
    /// <returns>A value in the same currency.</returns>
    public static Money operator -(Money money) => new(-money.Amount, money.Currency);

    /// <summary>The sum; adding zero, in whatever currency, leaves the other side as it is.</summary>
    /// <param name="left">The first amount.</param>
    /// <param name="right">The second amount.</param>
    /// <returns>The sum in the common currency; of two zeros the right one.</returns>
    /// <exception cref="InvalidCurrencyException">The currencies differ and neither side is zero.</exception>
    /// <exception cref="OverflowException">The sum is beyond a decimal.</exception>
    public static Money operator +(Money left, Money right)
    {
        RequireCompatible(left, right);
        if (left.Amount == 0m)
        {
            return right;
        }

        return right.Amount == 0m ? left : new Money(left.Amount + right.Amount, left.Currency);
    }

    /// <summary>The difference; zero, in whatever currency, leaves the other side's currency as it is.</summary>
    /// <param name="left">The amount to take away from.</param>
    /// <param name="right">The amount to take away.</param>
    /// <returns>The difference in the common currency; of two zeros the right one.</returns>
    /// <exception cref="InvalidCurrencyException">The currencies differ and neither side is zero.</exception>
    /// <exception cref="OverflowException">The difference is beyond a decimal.</exception>
    public static Money operator -(Money left, Money right)
    {
        RequireCompatible(left, right);
        if (left.Amount == 0m)
        {
            return -right;
        }

        return right.Amount == 0m ? left : new Money(left.Amount - right.Amount, left.Currency);
    }

    /// <summary>The amount so many times, rounded to the minor unit, a tie to the even neighbour.</summary>
    /// <param name="left">The amount.</param>
    /// <param name="right">The factor; 1 leaves the amount with the digits it has.</param>
    /// <returns>A value in the same currency.</returns>
    /// <exception cref="OverflowException">The product is beyond a decimal.</exception>
    public static Money operator *(Money left, decimal right) =>
        right == 1m ? left : new Money(left.Amount * right, left.Currency);

    /// <summary>The amount so many times, rounded to the minor unit, a tie to the even neighbour.</summary>
    /// <param name="left">The factor; 1 leaves the amount with the digits it has.</param>
    /// <param name="right">The amount.</param>
    /// <returns>A value in the same currency.</returns>
    /// <exception cref="OverflowException">The product is beyond a decimal.</exception>
    public static Money operator *(decimal left, Money right) => right * left;

    /// <summary>One of so many equal parts, rounded to the minor unit, a tie to the even neighbour.</summary>
    /// <remarks>The parts need not add up to the whole: a third of 1.00 euro is 0.33 euro.</remarks>
    /// <param name="left">The whole.</param>
    /// <param name="right">The divisor; 1 leaves the amount with the digits it has.</param>
    /// <returns>A value in the same currency.</returns>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    /// <exception cref="OverflowException">The quotient is beyond a decimal.</exception>
    public static Money operator /(Money left, decimal right) =>
        right == 1m ? left : new Money(left.Amount / right, left.Currency);
}
