using System.Globalization;
using CostEstimator.Api.ExchangeRates;
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

    /// <summary>An estimate as an answer.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="programme">The programme that the request names; null: none.</param>
    /// <param name="snapshot">The price data that the estimate is from.</param>
    /// <param name="language">The language of the texts.</param>
    public static EstimateResponse ToResponse(this Estimate estimate, Programme? programme, PriceListSnapshot snapshot, Language language)
    {
        var words = snapshot.WordsIn(language);
        var isOnRequest = estimate.Lines.Any(line => line.IsOnRequest);
        return new EstimateResponse
        {
            On = estimate.Request.On,
            PriceListVersion = snapshot.Data.Version,
            Currency = estimate.Request.Currency.Code,
            Language = Languages.CodeOf(language),
            Programme = programme?.Code,
            Facts = FactsOf(estimate.Request.Case),
            Total = estimate.Lines.IsEmpty ? TotalOf(estimate.Total, words, isOnRequest) : estimate.Total.ToResponse(words, isOnRequest),
            OpenBecause = [.. estimate.OpenBecause.Select(treatment => treatment.Code)],
            Lines = [.. estimate.Lines.Select(line => line.ToResponse(words))],
            OnRequest = [.. estimate.OnRequest.Select(treatment => treatment.Code)],
            Questions = [.. estimate.Questions.Select(question => question.ToResponse(words, isOnRequest))],
            Exchange = estimate.Exchange?.ToResponse(snapshot, estimate.Request.On),
            Notes = [.. NotesOf(estimate, snapshot, words)],
            Disclaimer = words.Disclaimer,
        };
    }

    public static PriceRangeResponse ToResponse(this PriceRange range, Words words, bool isOnRequest = false) => new()
    {
        Low = Amount(range.Low),
        High = range.High is { } high ? Amount(high) : null,
        Currency = range.Currency.Code,
        Text = words.Range(range, isOnRequest),
    };

    public static QuantityResponse ToResponse(this Quantity quantity, string unit, Words words) => new()
    {
        Min = quantity.Min,
        Max = quantity.Max,
        Unit = unit,
        Text = words.QuantityOf(quantity, unit),
    };

    /// <summary>The quantity of an item, of which the text says so when nobody has stated it.</summary>
    public static QuantityResponse ToQuantityResponse(this Item item, Words words) =>
        item.Quantity.ToResponse(item.Treatment.Unit, words) with { Text = words.QuantityOf(item) };

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ToResponse(this Conditions conditions) => conditions.All.IsEmpty
        ? NoConditions
        : new OrderedDictionary<string, IReadOnlyList<string>>(
            conditions.All.Select(condition => KeyValuePair.Create<string, IReadOnlyList<string>>(condition.Fact.Code, condition.Values)),
            StringComparer.Ordinal);

    private static PriceRangeResponse TotalOf(PriceRange total, Words words, bool isOnRequest) =>
        total.ToResponse(words, isOnRequest) with { Text = words.Total(total, isOnRequest) };

    private static EstimateLineResponse ToResponse(this EstimateLine line, Words words)
    {
        var quantity = line.Item.ToQuantityResponse(words);
        var unitPrice = line.UnitPrice?.ToResponse(words);
        return new EstimateLineResponse
        {
            Stage = line.Item.Stage is { } stage ? new StageResponse { Code = stage.Code, Name = words.NameOf(stage) } : null,
            Treatment = line.Item.Treatment.Code,
            Name = words.NameOf(line.Item.Treatment),
            Quantity = quantity,
            Assumption = line.Item.Assumption is { } assumption ? words.Note(assumption) : null,
            UnitPrice = unitPrice,
            Price = line.Price.ToResponse(words, line.IsOnRequest),
            Optional = line.IsOptional,
            OnRequest = line.IsOnRequest,
            When = line.Item.Conditions.ToResponse(),
            WhenText = words.When(line.Item.Conditions),
            SourcesDisagree = line.SourcesDisagree,
            Basis = [.. line.Basis.Select(words.Rule)],
            Text = words.Line(line, quantity.Text, unitPrice?.Text),
        };
    }

    private static QuestionResponse ToResponse(this Question question, Words words, bool isOnRequest) => new()
    {
        Fact = question.Fact.Code,
        Text = words.QuestionOf(question.Fact),
        Options =
        [
            .. question.Options.Select(option => new QuestionOptionResponse
            {
                Value = option.Value,
                Text = words.NameOf(question.Fact, option.Value),
                Total = TotalOf(option.Total, words, isOnRequest),
            })
        ],
    };

    private static IReadOnlyDictionary<string, string> FactsOf(Case known) => known.Stated.IsEmpty
        ? NoFacts
        : new OrderedDictionary<string, string>(
            known.Stated.Select(fact => KeyValuePair.Create(fact.Fact.Code, fact.Value)), StringComparer.Ordinal);

    private static IEnumerable<NoteResponse> NotesOf(Estimate estimate, PriceListSnapshot snapshot, Words words)
    {
        if (estimate.Total.IsOpen)
        {
            yield return words.Note(Templates.NoteOpen);
        }

        if (estimate.Lines.Any(line => line.IsOnRequest))
        {
            yield return words.Note(Templates.NoteOnRequest);
        }

        if (estimate.Lines.Any(line => line.SourcesDisagree))
        {
            yield return words.Note(Templates.NoteSourcesDisagree);
        }

        if (estimate.Exchange is { } exchange)
        {
            var currencies = string.Join(", ", exchange.Conversions.Select(conversion => conversion.From.Code));
            var day = words.Day(exchange.Bulletin.Day);
            yield return words.Note(Templates.NoteConverted, ("currencies", currencies), ("bulletin", exchange.Bulletin.Number), ("day", day));
            if (snapshot.IsStale(exchange.Bulletin, estimate.Request.On))
            {
                yield return words.Note(Templates.NoteStaleRates, ("day", day));
            }
        }
    }

    private static string Amount(Money money) =>
        money.Amount.ToString($"F{CurrencyInfo.FromCode(money.Currency.Code).DecimalDigits}", CultureInfo.InvariantCulture);
}
