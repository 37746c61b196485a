using System.Globalization;
using CostEstimator.Pricing.PriceLists;
using PriceCode = CostEstimator.Pricing.PriceLists.Code;

namespace CostEstimator.Storage.DataFiles;

/// <summary>A row of a data file, whose fields are read by column. A field that is not as it should be is a fault and reads as null.</summary>
internal sealed class CsvRow(string file, int line, IReadOnlyDictionary<string, string> fields, Findings findings)
{
    public int Line => line;

    public string Raw(string column) => fields[column];

    public void Fault(string reason) => findings.Fault(file, line, reason);

    public void Warn(string reason) => findings.Warn(file, line, reason);

    /// <summary>Whether no fault hides a part of another file, so that what it lacks is a fault of this row.</summary>
    public bool IsComplete(string otherFile) => findings.IsComplete(otherFile);

    /// <summary>A code.</summary>
    public string? Code(string column)
    {
        var text = fields[column];
        if (PriceCode.IsValid(text))
        {
            return text;
        }

        Fault(text.Length == 0 ? $"{column} is empty" : $"{column} '{text}' is not a code: {PriceCode.Form}");
        return null;
    }

    /// <summary>A code, or nothing, which is no fault.</summary>
    public string? OptionalCode(string column) => fields[column].Length == 0 ? null : Code(column);

    /// <summary>A code that another file has, or that a fault of that file hides.</summary>
    /// <param name="column">The column.</param>
    /// <param name="codes">Every code in the other file, also of rows with a fault.</param>
    /// <param name="otherFile">The other file.</param>
    /// <returns>The code; null also for a code that is not among those of the other file, be that a fault of this row or not.</returns>
    public string? KnownCode(string column, IReadOnlySet<string> codes, string otherFile)
    {
        if (Code(column) is not { } code)
        {
            return null;
        }

        if (codes.Contains(code))
        {
            return code;
        }

        if (IsComplete(otherFile))
        {
            Fault($"{column} '{code}' is unknown; {otherFile} does not have it");
        }

        return null;
    }

    /// <summary>A text that says something.</summary>
    public string? Text(string column)
    {
        var text = fields[column];
        if (!string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        Fault($"{column} is empty");
        return null;
    }

    /// <summary>A day, or nothing, which is no fault.</summary>
    /// <returns>Whether the field is as it should be.</returns>
    public bool TryOptionalDay(string column, out DateOnly? day)
    {
        day = null;
        var text = fields[column];
        if (text.Length == 0)
        {
            return true;
        }

        if (!Iso.TryParse(text, out var known))
        {
            Fault($"{column} '{text}' is not a day of the form yyyy-MM-dd");
            return false;
        }

        day = known;
        return true;
    }

    /// <summary>A number of units, or nothing, which is no fault.</summary>
    /// <returns>Whether the field is as it should be.</returns>
    public bool TryOptionalCount(string column, out int? count)
    {
        count = null;
        var text = fields[column];
        if (text.Length == 0)
        {
            return true;
        }

        if (!text.All(char.IsAsciiDigit)
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
            || known is < Quantity.Least or > Quantity.Most)
        {
            Fault($"{column} '{text}' is not a whole number from {Quantity.Least} to {Quantity.Most}");
            return false;
        }

        count = known;
        return true;
    }
}
