using System.Diagnostics.CodeAnalysis;

namespace CostEstimator.Pricing.Quotes;

/// <summary>The reference of a quote: 60 bits, written <c>Q-7F3K-29QX-B5M1</c>.</summary>
/// <remarks>
/// Twelve digits of Crockford's base 32 in groups of four. It is read in either case, with or without the dashes, and with
/// Crockford's reading of look-alikes: I and L as 1, O as 0.
/// </remarks>
public readonly record struct QuoteReference
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int DigitCount = 12;
    private const int BitsPerDigit = 5;
    private const ulong Mask = (1UL << (DigitCount * BitsPerDigit)) - 1;

    /// <summary>Creates the reference of the lower 60 of these bits, which should be random.</summary>
    public QuoteReference(ulong bits) => Bits = bits & Mask;

    /// <summary>The 60 bits.</summary>
    public ulong Bits { get; }

    /// <summary>Reads a reference.</summary>
    /// <param name="text">What somebody typed or copied.</param>
    /// <param name="reference">The reference, if it is one.</param>
    /// <returns>Whether <paramref name="text"/> is a reference: Q and twelve digits.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out QuoteReference reference)
    {
        reference = default;
        if (string.IsNullOrEmpty(text) || text[0] is not ('Q' or 'q'))
        {
            return false;
        }

        ulong bits = 0;
        var count = 0;
        foreach (var character in text.AsSpan(1))
        {
            if (character == '-')
            {
                continue;
            }

            var digit = ValueOf(character);
            if (digit < 0 || ++count > DigitCount)
            {
                return false;
            }

            bits = (bits << BitsPerDigit) | (uint)digit;
        }

        if (count < DigitCount)
        {
            return false;
        }

        reference = new QuoteReference(bits);
        return true;
    }

    /// <summary>The reference as it is written everywhere: <c>Q-7F3K-29QX-B5M1</c>.</summary>
    public override string ToString() => string.Create(2 + DigitCount + 2, Bits, static (text, bits) =>
    {
        var place = text.Length - 1;
        for (var digit = 0; digit < DigitCount; digit++)
        {
            if (digit > 0 && digit % 4 == 0)
            {
                text[place--] = '-';
            }

            text[place--] = Digits[(int)(bits & 31)];
            bits >>= BitsPerDigit;
        }

        text[1] = '-';
        text[0] = 'Q';
    });

    // Some letters outside of ASCII have a capital inside: they are no digits.
    private static int ValueOf(char character) => char.IsAscii(character) ? ValueOfCapital(char.ToUpperInvariant(character)) : -1;

    private static int ValueOfCapital(char capital) => capital switch
    {
        'I' or 'L' => 1,
        'O' => 0,
        _ => Digits.IndexOf(capital, StringComparison.Ordinal),
    };
}
