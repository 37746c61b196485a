using System.Numerics;

namespace CostEstimator.Pricing.ExchangeRates;

/// <summary>A positive number as an exact fraction: what a decimal cannot hold, since few quotients of rates ever end.</summary>
internal readonly record struct Ratio
{
    /// <summary>Creates a ratio.</summary>
    /// <param name="dividend">The factors above the line; positive.</param>
    /// <param name="divisor">The factors below the line; positive.</param>
    public Ratio((decimal Price, int Unit) dividend, (decimal Price, int Unit) divisor)
    {
        var (dividendDigits, dividendScale) = Parts(dividend.Price);
        var (divisorDigits, divisorScale) = Parts(divisor.Price);
        var numerator = dividendDigits * dividend.Unit * BigInteger.Pow(10, divisorScale);
        var denominator = divisorDigits * divisor.Unit * BigInteger.Pow(10, dividendScale);
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / common;
        Denominator = denominator / common;
    }

    /// <summary>The ratio that changes nothing.</summary>
    public static Ratio One { get; } = new((1, 1), (1, 1));

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    /// <summary>The greatest number with so many decimals that is not above the product of amount and ratio.</summary>
    public decimal TimesDown(decimal amount, int decimalDigits) => Number(Divide(amount, decimalDigits, out _), decimalDigits);

    /// <summary>The least number with so many decimals that is not below the product of amount and ratio.</summary>
    public decimal TimesUp(decimal amount, int decimalDigits)
    {
        var quotient = Divide(amount, decimalDigits, out var isExact);
        return Number(isExact ? quotient : quotient + 1, decimalDigits);
    }

    /// <summary>Compares two products of an amount and a ratio, exactly.</summary>
    public static int CompareProducts(decimal amount, Ratio ratio, decimal otherAmount, Ratio otherRatio)
    {
        var (digits, scale) = Parts(amount);
        var (otherDigits, otherScale) = Parts(otherAmount);
        var left = digits * ratio.Numerator * otherRatio.Denominator * BigInteger.Pow(10, otherScale);
        var right = otherDigits * otherRatio.Numerator * ratio.Denominator * BigInteger.Pow(10, scale);
        return left.CompareTo(right);
    }

    // Amounts are never negative, so that cutting off is rounding down.
    private BigInteger Divide(decimal amount, int decimalDigits, out bool isExact)
    {
        var (digits, scale) = Parts(amount);
        var quotient = BigInteger.DivRem(
            digits * Numerator * BigInteger.Pow(10, decimalDigits), Denominator * BigInteger.Pow(10, scale), out var rest);
        isExact = rest.IsZero;
        return quotient;
    }

    private static decimal Number(BigInteger digits, int decimalDigits) => (decimal)digits / (decimal)BigInteger.Pow(10, decimalDigits);

    private static (BigInteger Digits, int Scale) Parts(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        return (new BigInteger(new decimal(bits[0], bits[1], bits[2], isNegative: false, scale: 0)), number.Scale);
    }
}
