using System.Globalization;
using System.Xml.Linq;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.DataFiles;
using NodaMoney;

namespace CostEstimator.Storage.ExchangeRates;

/// <summary>A bulletin as XML, of which everything that is wrong is a fault.</summary>
internal sealed class BulletinDocument(XElement root, string file, Findings findings)
{
    private const string Root = "Tarih_Date";
    private const int LongestNumber = 50;

    private readonly BulletinElement _root = new(root, file, findings);

    /// <summary>The bulletin, or null when there is a fault.</summary>
    public Bulletin? Read()
    {
        if (root.Name != Root)
        {
            _root.Fault($"the outermost element is '{BulletinElement.Shown(root.Name.ToString())}', not '{Root}': this is not a bulletin");
            return null;
        }

        var day = Day();
        var number = Number();
        var rates = Rates();
        return findings.AnyFault || day is null || number is null ? null : new Bulletin(number, day.Value, rates);
    }

    private DateOnly? Day()
    {
        var turkish = DayOf("Tarih", "dd.MM.yyyy");
        var english = DayOf("Date", "MM/dd/yyyy");
        if (turkish is not null && english is not null && turkish != english)
        {
            _root.Fault($"Tarih is {Iso.Format(turkish)}, but Date is {Iso.Format(english)}; they must be the same day");
        }

        return turkish;
    }

    private DateOnly? DayOf(string name, string form)
    {
        if (_root.Attribute(name) is not { } text)
        {
            _root.Fault($"{name} is missing");
            return null;
        }

        if (!DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            _root.Fault($"{name} '{BulletinElement.Shown(text)}' is not a day of the form {form}");
            return null;
        }

        return day;
    }

    private string? Number()
    {
        var number = _root.Attribute("Bulten_No");
        if (number is null)
        {
            _root.Fault("Bulten_No is missing");
        }
        else if (number.Length > LongestNumber || number.Any(char.IsControl))
        {
            _root.Fault($"Bulten_No '{BulletinElement.Shown(number)}' is not the number of a bulletin, such as 2026/176");
        }

        return number;
    }

    private List<ExchangeRate> Rates()
    {
        var faults = findings.Faults.Count();
        var rates = new List<ExchangeRate>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in _root.Elements("Currency"))
        {
            if (CurrencyOf(element) is not { } currency)
            {
                continue;
            }

            if (!codes.Add(currency.Code))
            {
                element.Fault($"currency {currency.Code} stands twice");
            }

            if (RateOf(element, currency) is { } rate)
            {
                rates.Add(rate);
            }
        }

        if (rates.Count == 0 && findings.Faults.Count() == faults)
        {
            _root.Fault("there is no rate of any currency that the product knows");
        }

        return rates;
    }

    // Null when there is a fault, or when the product does not know the currency.
    private static CurrencyInfo? CurrencyOf(BulletinElement element)
    {
        var (code, kod) = (element.Attribute("CurrencyCode"), element.Attribute("Kod"));
        if ((code ?? kod) is not { } either)
        {
            element.Fault("a currency has no CurrencyCode");
            return null;
        }

        if (code is not null && kod is not null && code != kod)
        {
            element.Fault($"CurrencyCode is '{BulletinElement.Shown(code)}', but Kod is '{BulletinElement.Shown(kod)}'; they must be the same");
            return null;
        }

        if (either == Bulletin.Base.Code)
        {
            element.Fault("the lira has a rate, but rates are in lira");
            return null;
        }

        return CurrencyInfo.TryFromCode(either, out var currency) ? currency : null;
    }

    // Every field is read before any is missed, so that all faults of the currency are found.
    private static ExchangeRate? RateOf(BulletinElement element, CurrencyInfo currency)
    {
        var isRight = element.TryUnit("Unit", out var unit)
            & element.TryPrice("ForexBuying", out var buying)
            & element.TryPrice("ForexSelling", out var selling);
        if (!isRight || buying is not { } low || selling is not { } high)
        {
            return null;
        }

        if (unit is not { } units)
        {
            element.Fault($"{currency.Code} has a rate, but no Unit");
            return null;
        }

        if (low > high)
        {
            element.Fault($"ForexBuying {Plain(low)} of {currency.Code} is above ForexSelling {Plain(high)}");
            return null;
        }

        return IsInBounds(element, "ForexBuying", low, units) & IsInBounds(element, "ForexSelling", high, units)
            ? new ExchangeRate(currency, units, low, high)
            : null;
    }

    private static bool IsInBounds(BulletinElement element, string name, decimal price, int units)
    {
        if (price >= ExchangeRate.LeastPrice * units && price <= ExchangeRate.GreatestPrice * units)
        {
            return true;
        }

        element.Fault(
            $"{name} {Plain(price)} for {Plain(units)} is out of bounds: "
            + $"one unit is worth {Plain(ExchangeRate.LeastPrice)} to {Plain(ExchangeRate.GreatestPrice)} lira");
        return false;
    }

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
