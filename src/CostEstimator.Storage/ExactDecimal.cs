using System.Globalization;

namespace CostEstimator.Storage;

/// <summary>Decimals as the database keeps them where it has no whole units for them: as text, which SQLite does not round.</summary>
internal static class ExactDecimal
{
    // All decimals that a decimal can have; without a fixed number of them, so that the same number is the same text.
    private const string Plain = "0.############################";

    public static string Format(decimal number) => number.ToString(Plain, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The text is not how <see cref="Format"/> writes a number.</exception>
    public static decimal Parse(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Format(number) == text
            ? number
            : throw new FormatException($"'{text}' is not a plain decimal without zeros at its end.");
}
