using System.Globalization;
using System.Numerics;

namespace CostEstimator.Pricing.Tests.BruteForce;

/// <summary>A number that is not negative, exactly: one whole number over another. Never reduced, always compared crosswise.</summary>
internal readonly record struct Fraction(BigInteger Above, BigInteger Below) : IComparable<Fraction>
{
    public static Fraction Nothing { get; } = new(0, 1);

    public static Fraction operator *(Fraction left, Fraction right) => new(left.Above * right.Above, left.Below * right.Below);

    public static Fraction operator /(Fraction left, Fraction right) => new(left.Above * right.Below, left.Below * right.Above);

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>The number as it is written: the digits over a 1 with as many noughts as decimals.</summary>
    public static Fraction Of(decimal number)
    {
        var parts = number.ToString(CultureInfo.InvariantCulture).Split('.');
        var decimals = parts.Length > 1 ? parts[1] : string.Empty;
        return new(BigInteger.Parse(parts[0] + decimals, CultureInfo.InvariantCulture), BigInteger.Pow(10, decimals.Length));
    }

    public bool IsWhole => (Above % Below).IsZero;

    public bool Equals(Fraction other) => CompareTo(other) == 0;

    public override int GetHashCode() => (Above / Below).GetHashCode();

    public int CompareTo(Fraction other) => (Above * other.Below).CompareTo(other.Above * Below);

    /// <summary>The greatest number of so many decimals that is not greater.</summary>
    public decimal Down(int decimals) => Number(Shifted(decimals).Above / Below, decimals);

    /// <summary>The least number of so many decimals that is not less.</summary>
    public decimal Up(int decimals) => Number((Shifted(decimals).Above + Below - 1) / Below, decimals);

    public Fraction Shifted(int decimals) => this with { Above = Above * BigInteger.Pow(10, decimals) };

    private static decimal Number(BigInteger digits, int decimals) =>
        (decimal)digits * new decimal(1, 0, 0, isNegative: false, (byte)decimals);
}
