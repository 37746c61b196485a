using CostEstimator.Api.Estimates;
using CostEstimator.Api.ExchangeRates;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Api.PriceLists;

/// <summary>Puts the catalogue into the form of the contract.</summary>
internal static class PriceListMapping
{
    public static TreatmentResponse ToResponse(this TreatmentPrice price, PriceListSnapshot snapshot, DateOnly on, Words words) => new()
    {
        Code = price.Treatment.Code,
        Name = words.NameOf(price.Treatment),
        Unit = price.Treatment.Unit,
        DefaultQuantity = price.Treatment.DefaultQuantity.ToResponse(price.Treatment.Unit, words),
        UnitPrice = price.UnitPrice is { } unitPrice ? words.Range(unitPrice, isOnRequest: false) : null,
        Exchange = price.Exchange is { } exchange ? words.Exchange(snapshot.InUse(exchange, on)).Response : null,
        OnRequest = price.IsOnRequest,
        Facts = [.. price.Facts.Select(fact => fact.ToResponse(words))],
    };

    public static PriceRuleResponse ToResponse(this PriceRule rule, Words words) => new()
    {
        Code = rule.Code,
        Treatment = rule.Treatment.Code,
        Conditions = rule.Conditions.ToResponse(),
        Range = words.Range(rule.Range, isOnRequest: false),
        ValidFrom = rule.Validity.From,
        ValidTo = rule.Validity.To,
        Source = rule.Source.ToResponse(words),
        Note = rule.Note is null ? null : words.Note(rule.Note),
    };

    private static PriceSourceResponse ToResponse(this PriceSource source, Words words) => new()
    {
        Code = source.Code,
        Title = words.TitleOf(source),
        Publisher = source.Publisher,
        Locator = words.LocatorOf(source),
        ReadOn = source.ReadOn,
    };

    public static FactResponse ToResponse(this Fact fact, Words words) => new()
    {
        Fact = fact.Code,
        Text = words.QuestionOf(fact),
        Values = [.. fact.Values.Select(value => new FactValueResponse { Value = value, Text = words.NameOf(fact, value) })],
    };
}
