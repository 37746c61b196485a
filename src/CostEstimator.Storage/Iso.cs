using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CostEstimator.Storage;

/// <summary>Days as <c>yyyy-MM-dd</c>, the one form in which data files and the database write them.</summary>
internal static class Iso
{
    private const string Day = "yyyy-MM-dd";

    [return: NotNullIfNotNull(nameof(day))]
    public static string? Format(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public static DateOnly Parse(string text) => DateOnly.ParseExact(text, Day, CultureInfo.InvariantCulture);
}
