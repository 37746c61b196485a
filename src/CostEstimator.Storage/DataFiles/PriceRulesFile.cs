using System.Globalization;
using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Storage.DataFiles;

/// <summary><c>price-rules.csv</c>.</summary>
internal sealed class PriceRulesFile
{
    /// <summary>The greatest amount, in units of the currency: so large that only a slip exceeds it, so small that all arithmetic stays exact.</summary>
    internal const decimal GreatestAmount = 10_000_000_000;

    // The longest amount that is read to its last digit; more digits would be rounded away unseen.
    private const int LongestAmount = 28;

    private static readonly string[] Columns =
        ["code", "treatment", "conditions", "currency", "low", "high", "valid_from", "valid_to", "source", "note"];

    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);

    public required IReadOnlyCollection<Treatment> Treatments { get; init; }

    public required IReadOnlySet<string> TreatmentCodes { get; init; }

    public required IReadOnlyDictionary<string, Fact> Facts { get; init; }

    public required IReadOnlyCollection<PriceSource> Sources { get; init; }

    public required IReadOnlySet<string> SourceCodes { get; init; }

    public required RequiredTexts RequiredTexts { get; init; }

    /// <summary>Reads the rules, each with the row that it stands in.</summary>
    public List<(PriceRule Rule, CsvRow Row)> Read(string directory, Findings findings)
    {
        var rules = new List<(PriceRule, CsvRow)>();
        foreach (var row in CsvTable.Read(directory, DataFile.PriceRules, Columns, findings))
        {
            if (RuleOf(row) is { } rule)
            {
                rules.Add((rule, row));
            }
        }

        return rules;
    }

    // Every field is read before any is missed, so that all faults of the row are found.
    private PriceRule? RuleOf(CsvRow row)
    {
        var code = row.Code("code");
        var treatmentCode = row.KnownCode("treatment", TreatmentCodes, DataFile.Treatments);
        var conditions = ConditionsParser.Parse(row, "conditions", Facts);
        var range = RangeOf(row);
        var validity = ValidityOf(row);
        var sourceCode = row.KnownCode("source", SourceCodes, DataFile.Sources);
        var note = row.OptionalCode("note");
        RequiredTexts.Add(note is null ? null : $"note.{note}", DataFile.PriceRules, row.Line);
        if (code is not null && !_codes.Add(code))
        {
            row.Fault($"price rule '{code}' stands twice");
            return null;
        }

        var treatment = Treatments.FirstOrDefault(treatment => treatment.Code == treatmentCode);
        var source = Sources.FirstOrDefault(source => source.Code == sourceCode);
        return code is null || treatment is null || conditions is null || range is null || validity is null || source is null
            ? null
            : new PriceRule(code, treatment, conditions, range, validity.Value, source, note);
    }

    private static PriceRange? RangeOf(CsvRow row)
    {
        var currency = row.Raw("currency");
        var isCurrency = CurrencyInfo.TryFromCode(currency, out _);
        if (!isCurrency)
        {
            row.Fault($"currency '{currency}' is not a code of ISO 4217, such as USD");
        }

        var low = AmountOf(row, "low");
        var isOpen = row.Raw("high").Length == 0;
        var high = isOpen ? null : AmountOf(row, "high");
        var isExact = HasDecimalsOf(row, "low", low, isCurrency ? currency : null)
            & HasDecimalsOf(row, "high", high, isCurrency ? currency : null);
        if (low > high)
        {
            row.Fault($"low {row.Raw("low")} is above high {row.Raw("high")}");
            return null;
        }

        return !isCurrency || !isExact || low is null || (!isOpen && high is null)
            ? null
            : new PriceRange(new Money(low.Value, currency), high is { } known ? new Money(known, currency) : null);
    }

    private static decimal? AmountOf(CsvRow row, string column)
    {
        var text = row.Raw(column);
        if (text.Length == 0)
        {
            row.Fault($"{column} is empty");
            return null;
        }

        if (text.Length > LongestAmount
            || !char.IsAsciiDigit(text[0])
            || !char.IsAsciiDigit(text[^1])
            || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            row.Fault($"{column} '{text}' is not a plain number with a decimal point, such as 1500 or 1500.50");
            return null;
        }

        if (amount > GreatestAmount)
        {
            row.Fault($"{column} '{text}' is above {GreatestAmount.ToString(CultureInfo.InvariantCulture)}");
            return null;
        }

        return amount;
    }

    private static bool HasDecimalsOf(CsvRow row, string column, decimal? amount, string? currency)
    {
        if (currency is null || amount is null || amount * MinorUnits.PerUnit(currency) % 1 == 0)
        {
            return true;
        }

        row.Fault($"{column} '{row.Raw(column)}' has more decimals than {currency} has");
        return false;
    }

    private static Validity? ValidityOf(CsvRow row)
    {
        if (!row.TryOptionalDay("valid_from", out var from) | !row.TryOptionalDay("valid_to", out var to))
        {
            return null;
        }

        if (from >= to)
        {
            row.Fault($"no day is in force: valid_to {Iso.Format(to)} is the first day no longer in force, and not after valid_from {Iso.Format(from)}");
            return null;
        }

        return new Validity(from, to);
    }
}
