using System.Collections.Frozen;
using System.Globalization;
using CostEstimator.Api.Estimates;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Storage.PriceLists;
using NodaMoney;

namespace CostEstimator.Api.Wording;

/// <summary>How answers are worded in English: names, ranges, quantities, lines, notes.</summary>
internal sealed class Words
{
    /// <summary>The one language that there is.</summary>
    public const string Language = "en";

    // The dollar sign is written for no other dollar; of the rest, those that readers here know. Others show their code.
    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>
    {
        ["USD"] = "$",
        ["EUR"] = "€",
        ["TRY"] = "₺",
        ["RUB"] = "₽",
        ["KZT"] = "₸",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Texts _texts;
    private readonly FrozenDictionary<string, string> _templates;

    public Words(Texts texts)
    {
        _texts = texts;
        _templates = Templates.All.ToFrozenDictionary(
            template => template.Key, template => texts.Find(template.Key)?.En ?? template.English, StringComparer.Ordinal);
    }

    /// <summary>The text with a key that the data call for.</summary>
    /// <exception cref="InvalidOperationException">The checks of the data let a missing text through.</exception>
    public string Text(string key) =>
        _texts.Find(key)?.En ?? throw new InvalidOperationException($"There is no text '{key}'.");

    public string NameOf(Treatment treatment) => Text($"treatment.{treatment.Code}");

    public string QuestionOf(Fact fact) => Text($"fact.{fact.Code}");

    public string NameOf(Fact fact, string value) => Text($"fact.{fact.Code}.{value}");

    public NoteResponse Note(string code) => new() { Code = code, Text = Text($"note.{code}") };

    /// <summary>A note of the product.</summary>
    public NoteResponse Note(Template template) => new() { Code = template.Key["note.".Length..], Text = _templates[template.Key] };

    public NoteResponse Disclaimer() => new() { Code = "disclaimer", Text = Text("disclaimer") };

    /// <summary>A range, ready to show.</summary>
    /// <param name="range">The range.</param>
    /// <param name="isOnRequest">Whether something in it is on request: from nothing then means that nothing is known.</param>
    public string Range(PriceRange range, bool isOnRequest)
    {
        if (range.High is not { } high)
        {
            return isOnRequest && range.Low.Amount == 0 ? Fill(Templates.RangeOnRequest) : Fill(Templates.RangeFrom, ("low", Amount(range.Low, range.Low)));
        }

        if (range.Low != high)
        {
            return Fill(Templates.RangeBetween, ("low", Amount(range.Low, high)), ("high", Amount(high, range.Low)));
        }

        return high.Amount == 0 ? Fill(Templates.RangeFree) : Fill(Templates.RangeExactly, ("low", Amount(high, high)));
    }

    public string QuantityOf(Quantity quantity, string unit)
    {
        if (quantity.Max is not { } max)
        {
            return Fill(Templates.QuantityAtLeast, ("min", Count(quantity.Min)), ("unit", Unit(unit, quantity.Min)));
        }

        return max == quantity.Min
            ? Fill(Templates.QuantityExactly, ("min", Count(max)), ("unit", Unit(unit, max)))
            : Fill(Templates.QuantityBetween, ("min", Count(quantity.Min)), ("max", Count(max)), ("unit", Unit(unit, max)));
    }

    /// <summary>The sum of a line in words: "4–6 courses × from $1,500".</summary>
    public string Line(EstimateLine line)
    {
        var quantity = QuantityOf(line.Item.Quantity, line.Item.Treatment.Unit);
        if (line.UnitPrice is null)
        {
            return Fill(Templates.LineUnpriced, ("quantity", quantity), ("price", _templates[Templates.RangeOnRequest.Key]));
        }

        var isFree = line.UnitPrice.High is { Amount: 0 };
        return Fill(isFree ? Templates.LineUnpriced : Templates.LinePriced, ("quantity", quantity), ("price", Range(line.UnitPrice, isOnRequest: false)));
    }

    private string Fill(Template template, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = _templates[template.Key];
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    private string Unit(string unit, int count)
    {
        var forms = Text($"unit.{unit}").Split('|');
        return count == 1 ? forms[0] : forms[^1];
    }

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    // Both ends of a range show decimals if either has some.
    private static string Amount(Money amount, Money otherEnd)
    {
        var digits = amount.Amount % 1 == 0 && otherEnd.Amount % 1 == 0 ? 0 : CurrencyInfo.FromCode(amount.Currency.Code).DecimalDigits;
        var number = amount.Amount.ToString($"N{digits}", CultureInfo.InvariantCulture);
        return Symbols.TryGetValue(amount.Currency.Code, out var symbol) ? symbol + number : $"{amount.Currency.Code}\u00a0{number}";
    }
}
