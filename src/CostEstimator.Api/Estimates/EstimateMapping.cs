using System.Collections.Immutable;
using System.Globalization;
using CostEstimator.Api.ExchangeRates;
using CostEstimator.Api.Http;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Programmes;
using CostEstimator.Storage.PriceLists;
using NodaMoney;

namespace CostEstimator.Api.Estimates;

/// <summary>Puts estimates into the form of the contract.</summary>
internal static class EstimateMapping
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoConditions = [];
    private static readonly Dictionary<string, string> NoFacts = [];

    // By the number of decimals, of which a decimal has at most 28.
    private static readonly string[] AmountFormats = [.. Enumerable.Range(0, 29).Select(decimals => $"F{decimals}")];

    /// <summary>An estimate as an answer.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="programme">The programme that the request names; null: none.</param>
    /// <param name="snapshot">The price data that the estimate is from.</param>
    /// <param name="language">The language of the texts.</param>
    public static EstimateResponse ToResponse(this Estimate estimate, Programme? programme, PriceListSnapshot snapshot, Language language)
    {
        var words = snapshot.WordsIn(language);
        var isOnRequest = estimate.Lines.Any(line => line.IsOnRequest);
        var exchange = estimate.Exchange is { } used ? words.Exchange(snapshot.InUse(used, estimate.Request.On)) : null;
        return new EstimateResponse
        {
            On = estimate.Request.On,
            PriceListVersion = snapshot.Data.Version,
            Currency = estimate.Request.Currency.Code,
            Language = Languages.CodeOf(language),
            Programme = programme?.Code,
            Facts = FactsOf(estimate.Request.Case),
            Total = estimate.Lines.IsEmpty ? words.Total(estimate.Total, isOnRequest) : words.Range(estimate.Total, isOnRequest),
            OpenBecause = estimate.Total.IsOpen ? [.. estimate.OpenBecause.Select(treatment => treatment.Code)] : [],
            Lines = words.Lines(estimate.Lines),
            OnRequest = isOnRequest ? [.. estimate.OnRequest.Select(treatment => treatment.Code)] : [],
            Questions = ImmutableArray.CreateRange(
                estimate.Questions, static (question, state) => question.ToResponse(state.words, state.isOnRequest), (words, isOnRequest)),
            Exchange = exchange?.Response,
            Notes = NotesOf(estimate, isOnRequest, exchange, words),
            Disclaimer = words.Disclaimer,
        };
    }

    /// <summary>A range as an answer.</summary>
    /// <param name="range">The range.</param>
    /// <param name="text">The range, ready to show.</param>
    public static PriceRangeResponse ToResponse(this PriceRange range, string text)
    {
        var currency = range.Currency.Code;
        var format = AmountFormats[CurrencyInfo.FromCode(currency).DecimalDigits];
        return new PriceRangeResponse
        {
            Low = range.Low.Amount.ToString(format, CultureInfo.InvariantCulture),
            High = range.High?.Amount.ToString(format, CultureInfo.InvariantCulture),
            Currency = currency,
            Text = text,
        };
    }

    public static QuantityResponse ToResponse(this Quantity quantity, string unit, Words words) =>
        quantity.ToResponse(unit, words.QuantityOf(quantity, unit));

    /// <summary>The quantity of an item, of which the text says so when nobody has stated it.</summary>
    public static QuantityResponse ToQuantityResponse(this Item item, Words words) =>
        item.Quantity.ToResponse(item.Treatment.Unit, words.QuantityOf(item));

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ToResponse(this Conditions conditions) => conditions.All.IsEmpty
        ? NoConditions
        : new OrderedDictionary<string, IReadOnlyList<string>>(
            conditions.All.Select(condition => KeyValuePair.Create<string, IReadOnlyList<string>>(condition.Fact.Code, condition.Values)),
            StringComparer.Ordinal);

    private static QuantityResponse ToResponse(this Quantity quantity, string unit, string text) => new()
    {
        Min = quantity.Min,
        Max = quantity.Max,
        Unit = unit,
        Text = text,
    };

    /// <summary>A line as answers show it.</summary>
    public static EstimateLineResponse ToResponse(this EstimateLine line, Words words)
    {
        var quantity = line.Item.ToQuantityResponse(words);
        var unitPrice = line.UnitPrice is { } price ? words.Range(price, isOnRequest: false) : null;
        return new EstimateLineResponse
        {
            Stage = line.Item.Stage is { } stage ? new StageResponse { Code = stage.Code, Name = words.NameOf(stage) } : null,
            Treatment = line.Item.Treatment.Code,
            Name = words.NameOf(line.Item.Treatment),
            Quantity = quantity,
            Assumption = line.Item.Assumption is { } assumption ? words.Note(assumption) : null,
            UnitPrice = unitPrice,
            Price = words.Range(line.Price, line.IsOnRequest),
            Optional = line.IsOptional,
            OnRequest = line.IsOnRequest,
            When = line.Item.Conditions.ToResponse(),
            WhenText = words.When(line.Item.Conditions),
            SourcesDisagree = line.SourcesDisagree,
            Basis = words.Rules(line.Basis),
            Text = words.Line(line, quantity.Text, unitPrice?.Text),
        };
    }

    private static QuestionResponse ToResponse(this Question question, Words words, bool isOnRequest) => new()
    {
        Fact = question.Fact.Code,
        Text = words.QuestionOf(question.Fact),
        Options = ImmutableArray.CreateRange(
            question.Options,
            static (option, state) => new QuestionOptionResponse
            {
                Value = option.Value,
                Text = state.words.NameOf(state.question.Fact, option.Value),
                Total = state.words.Total(option.Total, state.isOnRequest),
            },
            (question, words, isOnRequest)),
    };

    private static IReadOnlyDictionary<string, string> FactsOf(Case known) => known.Stated.IsEmpty
        ? NoFacts
        : new OrderedDictionary<string, string>(
            known.Stated.Select(fact => KeyValuePair.Create(fact.Fact.Code, fact.Value)), StringComparer.Ordinal);

    private static PrewrittenList<NoteResponse> NotesOf(Estimate estimate, bool isOnRequest, WordedExchange? exchange, Words words)
    {
        var notes = ImmutableArray.CreateBuilder<Prewritten<NoteResponse>>();
        if (estimate.Total.IsOpen)
        {
            notes.Add(words.Note(Templates.NoteOpen));
        }

        if (isOnRequest)
        {
            notes.Add(words.Note(Templates.NoteOnRequest));
        }

        if (estimate.Lines.Any(line => line.SourcesDisagree))
        {
            notes.Add(words.Note(Templates.NoteSourcesDisagree));
        }

        notes.AddRange(exchange?.Notes ?? []);
        return new PrewrittenList<NoteResponse>(notes.DrainToImmutable());
    }
}
