namespace NodaMoney;

public readonly partial struct Money
{
    /// <summary>Whether currency and amount are the same; 1.0 equals 1.00.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    /// <returns>False for two currencies; this never throws.</returns>
    public static bool operator ==(Money left, Money right) => left.Equals(right);

    /// <summary>Whether currency or amount differs; 1.0 equals 1.00.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    /// <returns>True for two currencies; this never throws.</returns>
    public static bool operator !=(Money left, Money right) => !left.Equals(right);

    /// <summary>Whether the left amount is the smaller one.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    /// <returns>False if they are the same.</returns>
    /// <exception cref="InvalidCurrencyException">The currencies differ and neither side is zero.</exception>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left amount is the greater one.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    /// <returns>False if they are the same.</returns>
    /// <exception cref="InvalidCurrencyException">The currencies differ and neither side is zero.</exception>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left amount is not the greater one.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    /// <returns>True if they are the same.</returns>
    /// <exception cref="InvalidCurrencyException">The currencies differ and neither side is zero.</exception>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left amount is not the smaller one.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    /// <returns>True if they are the same.</returns>
    /// <exception cref="InvalidCurrencyException">The currencies differ and neither side is zero.</exception>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Orders amounts of one currency from the smallest to the greatest.</summary>
    /// <param name="other">The value to compare with.</param>
    /// <returns>Below zero if this amount is the smaller one, zero if they are the same, above zero otherwise.</returns>
    /// <exception cref="InvalidCurrencyException">The currencies differ and neither side is zero.</exception>
    public int CompareTo(Money other)
    {
        RequireCompatible(this, other);
        return Amount.CompareTo(other.Amount);
    }

    /// <summary>Whether currency and amount are the same; 1.0 equals 1.00.</summary>
    /// <param name="other">The value to compare with.</param>
    /// <returns>False for two currencies; this never throws.</returns>
    public bool Equals(Money other) => Currency == other.Currency && Amount == other.Amount;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Money other && Equals(other);

    /// <summary>Equal values have equal hashes: trailing zeros do not count.</summary>
    /// <returns>A hash that holds within this process only.</returns>
    public override int GetHashCode() => HashCode.Combine(Amount, Currency);
}
