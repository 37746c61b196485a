using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using CostEstimator.Api.Estimates;
using CostEstimator.Api.ExchangeRates;
using CostEstimator.Api.Http;
using CostEstimator.Api.PriceLists;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Programmes;
using CostEstimator.Storage.PriceLists;
using NodaMoney;

namespace CostEstimator.Api.Wording;

/// <summary>How answers are worded in one language: names, ranges, quantities, lines, notes, problems.</summary>
internal sealed class Words
{
    private const int RangesKept = 256;
    private const int LinesKept = 512;
    private const int ExchangesKept = 64;

    private readonly Texts _texts;
    private readonly LocalFormat _format;

    // Each template in pieces: its own words at even places, the names of placeholders in between.
    private readonly FrozenDictionary<Template, string[]> _templates;

    // What never changes is worded once. Treatments, stages and facts are those of the price data, of which there is one of each.
    private readonly ConcurrentDictionary<object, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<Fact, string[]> _values = new();
    private readonly ConcurrentDictionary<string, string[]> _units = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Template, Prewritten<NoteResponse>> _notes = new();
    private readonly ConcurrentDictionary<PriceRule, Prewritten<PriceRuleResponse>> _rules = new(ReferenceEqualityComparer.Instance);

    // Prices are multiples of few published ones, and come again even where requests do not.
    private readonly Recent<PriceRange, PriceRangeResponse> _ranges;
    private readonly RecentLines _lines;

    // Few bulletins are in use at a time, and few pairs of currencies.
    private readonly Recent<ExchangeInUse, WordedExchange> _exchanges;

    private NoteResponse? _disclaimer;

    public Words(Texts texts, Language language)
    {
        _texts = texts;
        _format = LocalFormat.Of(language);
        Language = language;
        _templates = Templates.All.ToFrozenDictionary(
            template => template,
            template => Template.Split(Unfilled(template)));
        _ranges = new Recent<PriceRange, PriceRangeResponse>(RangesKept, range => range.ToResponse(TextOf(range)), RangeHash.Of);
        _lines = new RecentLines(LinesKept, line => line.ToResponse(this));
        _exchanges = new Recent<ExchangeInUse, WordedExchange>(
            ExchangesKept, used => new WordedExchange(used.Exchange.ToResponse(used.IsStale), [.. NotesOf(used)]));
    }

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>The text with a key that the data call for.</summary>
    /// <exception cref="InvalidOperationException">The checks of the data let a missing text through.</exception>
    public string Text(string key) => Find(key) ?? throw new InvalidOperationException($"There is no text '{key}'.");

    public string NameOf(Treatment treatment) =>
        _names.GetOrAdd(treatment, static (_, name) => name.Words.Text($"treatment.{name.Treatment.Code}"), (Words: this, Treatment: treatment));

    public string NameOf(Programme programme) => Text($"programme.{programme.Code}");

    public string NameOf(Stage stage) =>
        _names.GetOrAdd(stage, static (_, name) => name.Words.Text($"stage.{name.Stage.Programme}.{name.Stage.Code}"), (Words: this, Stage: stage));

    public string QuestionOf(Fact fact) =>
        _names.GetOrAdd(fact, static (_, name) => name.Words.Text($"fact.{name.Fact.Code}"), (Words: this, Fact: fact));

    /// <summary>The name of a value that the fact has.</summary>
    public string NameOf(Fact fact, string value) => _values.GetOrAdd(
        fact, static (asked, words) => [.. asked.Values.Select(value => words.Text($"fact.{asked.Code}.{value}"))], this)[fact.IndexOf(value)];

    /// <summary>The title of a source: the text that translates it, or the title as it is published.</summary>
    public string TitleOf(PriceSource source) => Find($"source.{source.Code}.title") ?? source.Title;

    /// <summary>Where in a source prices stand: the text that translates it, or what the data on the source say.</summary>
    public string LocatorOf(PriceSource source) => Find($"source.{source.Code}.locator") ?? source.Locator;

    /// <summary>A note of the price data.</summary>
    public NoteResponse Note(string code) => new() { Code = code, Text = Text($"note.{code}") };

    /// <summary>A note of the product that is always the same.</summary>
    public Prewritten<NoteResponse> Note(Template template) => _notes.GetOrAdd(template, static (asked, words) => words.Note(asked, []), this);

    /// <summary>How prices were converted, and what the reader should know of it.</summary>
    public WordedExchange Exchange(ExchangeInUse used) => _exchanges.Of(used);

    /// <summary>What every estimate says of itself.</summary>
    public NoteResponse Disclaimer => _disclaimer ??= new NoteResponse { Code = "disclaimer", Text = Text("disclaimer") };

    /// <summary>A text of the product as it is, for others to fill in.</summary>
    public string Unfilled(Template template) => (_texts.Find(template.Key) ?? template.Default).In(Language);

    /// <summary>A day, with the name of its month.</summary>
    public string Day(DateOnly day) => _format.Day(day);

    /// <summary>The last day on which a quote is valid.</summary>
    /// <param name="until">The first day on which it no longer is.</param>
    public string Validity(DateOnly until) => Fill(Templates.QuoteValidThrough, ("day", Day(until.AddDays(-1))));

    /// <summary>What a message says in this language.</summary>
    public string Say(Message message) => Fill(message.Template, [.. message.Values.Select(value => (value.Name, InWords(value.Value)))]);

    /// <summary>A range, as answers show it.</summary>
    /// <param name="range">The range.</param>
    /// <param name="isOnRequest">Whether something in it is on request: from nothing then means that nothing is known.</param>
    public PriceRangeResponse Range(PriceRange range, bool isOnRequest) => isOnRequest && range is { IsOpen: true, Low.Amount: 0 }
        ? range.ToResponse(Fill(Templates.RangeOnRequest))
        : _ranges.Of(range);

    /// <summary>A total, as answers show it: nothing is not called free of charge, since it may be that nothing is needed.</summary>
    /// <param name="total">The total.</param>
    /// <param name="isOnRequest">Whether something in it is on request: from nothing then means that nothing is known.</param>
    public PriceRangeResponse Total(PriceRange total, bool isOnRequest) => total.High is { Amount: 0 } nothing
        ? total.ToResponse(Fill(Templates.RangeExactly, ("low", _format.Amount(nothing, 0))))
        : Range(total, isOnRequest);

    public string QuantityOf(Quantity quantity, string unit)
    {
        var forms = _units.GetOrAdd(unit, static (asked, words) => words.Text($"unit.{asked}").Split(Grammar.FormSeparator), this);
        if (quantity.Max is not { } max)
        {
            return Fill(
                Templates.QuantityAtLeast,
                ("min", _format.Count(quantity.Min)), ("unit", Grammar.CountedAtLeast(forms, Language, quantity.Min)));
        }

        var counted = Grammar.Counted(forms, Language, max);
        return max == quantity.Min
            ? Fill(Templates.QuantityExactly, ("min", _format.Count(max)), ("unit", counted))
            : Fill(Templates.QuantityBetween, ("min", _format.Count(quantity.Min)), ("max", _format.Count(max)), ("unit", counted));
    }

    /// <summary>The quantity of an item, which says so when nobody has stated it.</summary>
    public string QuantityOf(Item item)
    {
        var quantity = QuantityOf(item.Quantity, item.Treatment.Unit);
        return item.Assumption is null ? quantity : Fill(Templates.QuantityAssumed, ("quantity", quantity));
    }

    /// <summary>The sum of a line in words: "4–6 courses × from $1,500".</summary>
    /// <param name="line">The line.</param>
    /// <param name="quantity">Its quantity in words.</param>
    /// <param name="unitPrice">Its unit price in words; null: it has none.</param>
    public string Line(EstimateLine line, string quantity, string? unitPrice)
    {
        if (unitPrice is null)
        {
            return Fill(Templates.LineUnpriced, ("quantity", quantity), ("price", Fill(Templates.RangeOnRequest)));
        }

        var isFree = line.UnitPrice!.High is { Amount: 0 };
        return Fill(isFree ? Templates.LineUnpriced : Templates.LinePriced, ("quantity", quantity), ("price", unitPrice));
    }

    /// <summary>The lines of an estimate, as answers show them.</summary>
    public PrewrittenList<EstimateLineResponse> Lines(ImmutableArray<EstimateLine> lines) =>
        new(ImmutableArray.CreateRange(lines, static (line, words) => words._lines.Of(line), this));

    /// <summary>Price rules, as every answer shows them.</summary>
    public PrewrittenList<PriceRuleResponse> Rules(ImmutableArray<PriceRule> rules) =>
        new(ImmutableArray.CreateRange(rules, static (rule, words) => words.Rule(rule), this));

    /// <summary>When an item is needed, or null: always.</summary>
    public string? When(Conditions conditions) => conditions.All.IsEmpty ? null : Fill(
        Templates.LineWhen,
        ("values", string.Join("; ", conditions.All.Select(condition =>
            string.Join(" / ", condition.Values.Select(value => Fill(Templates.LineWhenValue, ("value", NameOf(condition.Fact, value)))))))));

    private IEnumerable<Prewritten<NoteResponse>> NotesOf(ExchangeInUse used)
    {
        var bulletin = used.Exchange.Bulletin;
        var currencies = string.Join(", ", used.Exchange.Conversions.Select(conversion => conversion.From.Code));
        yield return Note(Templates.NoteConverted, [("currencies", currencies), ("bulletin", bulletin.Number), ("day", Day(bulletin.Day))]);
        if (used.IsStale)
        {
            yield return Note(Templates.NoteStaleRates, [("day", Day(bulletin.Day))]);
        }
    }

    private string TextOf(PriceRange range)
    {
        if (range.High is not { } high)
        {
            return Fill(Templates.RangeFrom, ("low", _format.Amount(range.Low, DecimalsOf(range.Low, range.Low))));
        }

        var decimals = DecimalsOf(range.Low, high);
        if (range.Low != high)
        {
            var low = _format.WritesCurrencyLast ? _format.Number(range.Low, decimals) : _format.Amount(range.Low, decimals);
            return Fill(Templates.RangeBetween, ("low", low), ("high", _format.Amount(high, decimals)));
        }

        return high.Amount == 0 ? Fill(Templates.RangeFree) : Fill(Templates.RangeExactly, ("low", _format.Amount(high, decimals)));
    }

    private Prewritten<PriceRuleResponse> Rule(PriceRule rule) => _rules.GetOrAdd(
        rule,
        static (asked, words) => Prewritten<PriceRuleResponse>.Of(asked.ToResponse(words), ApiJsonContext.Default.PriceRuleResponse),
        this);

    private Prewritten<NoteResponse> Note(Template template, ReadOnlySpan<(string Name, string Value)> values) => Prewritten<NoteResponse>.Of(
        new NoteResponse { Code = template.Key["note.".Length..], Text = Fill(template, values) }, ApiJsonContext.Default.NoteResponse);

    private string? Find(string key) => _texts.Find(key)?.In(Language);

    private string Fill(Template template, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var pieces = _templates[template];
        if (pieces.Length == 1)
        {
            return pieces[0];
        }

        var filled = new string[pieces.Length];
        for (var place = 0; place < pieces.Length; place++)
        {
            filled[place] = place % 2 == 0 ? pieces[place] : ValueOf(pieces[place], values);
        }

        return string.Concat(filled);
    }

    private static string ValueOf(string name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var value in values)
        {
            if (value.Name == name)
            {
                return value.Value;
            }
        }

        throw new InvalidOperationException($"Nothing stands for the placeholder '{name}'.");
    }

    private string InWords(object value) => value switch
    {
        DateOnly day => Day(day),
        int number => _format.Count(number),
        _ => (string)value,
    };

    // Both ends of a range show decimals if either has some.
    private static int DecimalsOf(Money low, Money high) =>
        low.Amount % 1 == 0 && high.Amount % 1 == 0 ? 0 : CurrencyInfo.FromCode(low.Currency.Code).DecimalDigits;
}
