using System.Numerics;

namespace CostEstimator.Pricing.ExchangeRates;

/// <summary>A positive number as an exact fraction: what a decimal cannot hold, since few quotients of rates ever end.</summary>
internal readonly record struct Ratio
{
    private static readonly UInt128[] PowersOfTen = Powers();

    // The same in a machine's numbers, where most prices and rates fit in; 0: these do not.
    private readonly UInt128 _numerator;
    private readonly UInt128 _denominator;

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
        if (Numerator <= UInt128.MaxValue && Denominator <= UInt128.MaxValue)
        {
            _numerator = (UInt128)Numerator;
            _denominator = (UInt128)Denominator;
        }
    }

    /// <summary>The ratio that changes nothing.</summary>
    public static Ratio One { get; } = new((1, 1), (1, 1));

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    /// <summary>The greatest number with so many decimals that is not above the product of amount and ratio.</summary>
    public decimal TimesDown(decimal amount, int decimalDigits) => Times(amount, decimalDigits, isUp: false);

    /// <summary>The least number with so many decimals that is not below the product of amount and ratio.</summary>
    public decimal TimesUp(decimal amount, int decimalDigits) => Times(amount, decimalDigits, isUp: true);

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
    private decimal Times(decimal amount, int decimalDigits, bool isUp)
    {
        if (TryTimes(amount, decimalDigits, isUp, out var product))
        {
            return product;
        }

        var (digits, scale) = Parts(amount);
        var quotient = BigInteger.DivRem(
            digits * Numerator * BigInteger.Pow(10, decimalDigits), Denominator * BigInteger.Pow(10, scale), out var rest);
        return (decimal)(isUp && !rest.IsZero ? quotient + 1 : quotient) * Least(decimalDigits);
    }

    // The same where no step of it needs more than 128 bits.
    private bool TryTimes(decimal amount, int decimalDigits, bool isUp, out decimal product)
    {
        product = 0;
        var digits = DigitsOf(amount);
        var (unit, scale) = (PowersOfTen[decimalDigits], PowersOfTen[amount.Scale]);
        if (_numerator == 0 || BitsOf(digits) + BitsOf(_numerator) + BitsOf(unit) > 128 || BitsOf(_denominator) + BitsOf(scale) > 128)
        {
            return false;
        }

        var (quotient, rest) = UInt128.DivRem(digits * _numerator * unit, _denominator * scale);
        product = (decimal)(isUp && rest != 0 ? quotient + 1 : quotient) * Least(decimalDigits);
        return true;
    }

    // The least number of so many decimals that is not 0.
    private static decimal Least(int decimalDigits) => new(1, 0, 0, isNegative: false, (byte)decimalDigits);

    private static int BitsOf(UInt128 number) => 128 - (int)UInt128.LeadingZeroCount(number);

    private static UInt128 DigitsOf(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        return unchecked(new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]));
    }

    private static (BigInteger Digits, int Scale) Parts(decimal number) => (DigitsOf(number), number.Scale);

    // As many as a decimal may have decimals.
    private static UInt128[] Powers()
    {
        var powers = new UInt128[29];
        powers[0] = 1;
        for (var exponent = 1; exponent < powers.Length; exponent++)
        {
            powers[exponent] = powers[exponent - 1] * 10;
        }

        return powers;
    }
}
