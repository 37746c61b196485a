using System.Globalization;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Storage.PriceLists;
using NodaMoney;

namespace CostEstimator.Api.Estimates;

/// <summary>Puts estimates into the form of the contract.</summary>
internal static class EstimateMapping
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoConditions = [];

    public static EstimateResponse ToResponse(this Estimate estimate, PriceListSnapshot snapshot)
    {
        var words = snapshot.Words;
        var isOnRequest = estimate.Lines.Any(line => line.IsOnRequest);
        return new EstimateResponse
        {
            On = estimate.Request.On,
            PriceListVersion = snapshot.Data.Version,
            Currency = estimate.Request.Currency.Code,
            Language = Words.Language,
            Programme = null,
            Facts = new OrderedDictionary<string, string>(
                estimate.Request.Case.Stated.Select(fact => KeyValuePair.Create(fact.Fact.Code, fact.Value)), StringComparer.Ordinal),
            Total = estimate.Total.ToResponse(words, isOnRequest),
            OpenBecause = [.. estimate.OpenBecause.Select(treatment => treatment.Code)],
            Lines = [.. estimate.Lines.Select(line => line.ToResponse(words))],
            OnRequest = [.. estimate.OnRequest.Select(treatment => treatment.Code)],
            Questions = [.. estimate.Questions.Select(question => question.ToResponse(words, isOnRequest))],
            Exchange = null,
            Notes = [.. NotesOf(estimate).Select(words.Note)],
            Disclaimer = words.Disclaimer(),
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

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ToResponse(this Conditions conditions) => conditions.All.IsEmpty
        ? NoConditions
        : new OrderedDictionary<string, IReadOnlyList<string>>(
            conditions.All.Select(condition => KeyValuePair.Create<string, IReadOnlyList<string>>(condition.Fact.Code, condition.Values)),
            StringComparer.Ordinal);

    private static EstimateLineResponse ToResponse(this EstimateLine line, Words words) => new()
    {
        Stage = null,
        Treatment = line.Item.Treatment.Code,
        Name = words.NameOf(line.Item.Treatment),
        Quantity = line.Item.Quantity.ToResponse(line.Item.Treatment.Unit, words),
        UnitPrice = line.UnitPrice?.ToResponse(words),
        Price = line.Price.ToResponse(words, line.IsOnRequest),
        Optional = line.IsOptional,
        OnRequest = line.IsOnRequest,
        When = line.Item.Conditions.ToResponse(),
        SourcesDisagree = line.SourcesDisagree,
        Basis = [.. line.Basis.Select(rule => rule.ToResponse(words))],
        Text = words.Line(line),
    };

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
                Total = option.Total.ToResponse(words, isOnRequest),
            })
        ],
    };

    private static IEnumerable<Template> NotesOf(Estimate estimate)
    {
        if (estimate.Total.IsOpen)
        {
            yield return Templates.NoteOpen;
        }

        if (estimate.Lines.Any(line => line.IsOnRequest))
        {
            yield return Templates.NoteOnRequest;
        }

        if (estimate.Lines.Any(line => line.SourcesDisagree))
        {
            yield return Templates.NoteSourcesDisagree;
        }
    }

    private static string Amount(Money money) =>
        money.Amount.ToString($"F{CurrencyInfo.FromCode(money.Currency.Code).DecimalDigits}", CultureInfo.InvariantCulture);
}
