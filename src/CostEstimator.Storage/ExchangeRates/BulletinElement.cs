using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.DataFiles;

namespace CostEstimator.Storage.ExchangeRates;

/// <summary>An element of a bulletin, whose fields are read by name. A field that is not as it should be is a fault.</summary>
internal sealed class BulletinElement(XElement element, string file, Findings findings)
{
    // The longest number that is read to its last digit; more digits would be rounded away unseen.
    private const int LongestPrice = 28;

    private const int LongestShown = 40;

    private static readonly char[] WhiteSpace = [' ', '\t', '\r', '\n'];

    public IEnumerable<BulletinElement> Elements(string name) =>
        element.Elements(name).Select(child => new BulletinElement(child, file, findings));

    /// <summary>Adds a fault of the element as a whole.</summary>
    public void Fault(string reason) => Fault(element, reason);

    /// <summary>A text as messages show it, however long it is.</summary>
    public static string Shown(string text) => text.Length > LongestShown ? $"{text[..LongestShown]}…" : text;

    /// <summary>An attribute, or null, which is no fault: it is empty or not there.</summary>
    public string? Attribute(string name) => Trimmed(element.Attribute(name)?.Value);

    /// <summary>A number of units, or nothing, which is no fault.</summary>
    /// <returns>Whether the field is as it should be.</returns>
    public bool TryUnit(string name, out int? unit)
    {
        unit = null;
        if (!TryField(name, out var field))
        {
            return false;
        }

        if (field is null || Trimmed(field.Value) is not { } text)
        {
            return true;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
            || known is < 1 or > ExchangeRate.MostUnits)
        {
            Fault(field, string.Create(
                CultureInfo.InvariantCulture, $"{name} '{Shown(text)}' is not a whole number from 1 to {ExchangeRate.MostUnits}"));
            return false;
        }

        unit = known;
        return true;
    }

    /// <summary>A number with a decimal point or a decimal comma, or nothing, which is no fault.</summary>
    /// <returns>Whether the field is as it should be.</returns>
    public bool TryPrice(string name, out decimal? price)
    {
        price = null;
        if (!TryField(name, out var field))
        {
            return false;
        }

        if (field is null || Trimmed(field.Value) is not { } text)
        {
            return true;
        }

        if (text.Length > LongestPrice
            || !char.IsAsciiDigit(text[0])
            || !char.IsAsciiDigit(text[^1])
            || !decimal.TryParse(
                text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var known))
        {
            Fault(field, $"{name} '{Shown(text)}' is not a plain number with one decimal point or comma, such as 48.6116 or 48,6116");
            return false;
        }

        price = known;
        return true;
    }

    // A field that holds elements is not read at all: what is in them could be taken for a number.
    private bool TryField(string name, out XElement? field)
    {
        var fields = element.Elements(name).ToList();
        field = fields.FirstOrDefault();
        if (fields.Count > 1)
        {
            Fault(fields[1], $"{name} stands twice");
            return false;
        }

        if (field is { HasElements: true })
        {
            Fault(field, $"{name} holds another element, not a number");
            return false;
        }

        return true;
    }

    private static string? Trimmed(string? text) => text?.Trim(WhiteSpace) is { Length: > 0 } trimmed ? trimmed : null;

    private void Fault(IXmlLineInfo place, string reason) => findings.Fault(file, place.LineNumber, reason);
}
