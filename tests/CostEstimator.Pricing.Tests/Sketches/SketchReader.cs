using System.Globalization;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.Sketches;

/// <summary>Makes a price list, bulletins and a request of a sketch.</summary>
internal sealed class SketchReader
{
    private readonly PricingSketch _sketch;
    private readonly Fact[] _facts;
    private readonly Treatment[] _treatments;

    public SketchReader(PricingSketch sketch)
    {
        _sketch = sketch;
        _facts = [.. sketch.Facts.Select((text, order) => new Fact(Parts(text).Fact, order, Parts(text).Values))];
        _treatments =
        [
            .. sketch.Rules.Select(rule => rule.Treatment)
                .Concat(sketch.Items.Select(TreatmentOf))
                .Distinct()
                .Select(code => new Treatment(code, "procedure", Quantity.Exactly(1)))
        ];
    }

    public PricingProblem Read() => new(
        new PriceList(_treatments, _facts, _sketch.Rules.Select(Rule), []),
        new Bulletins(_sketch.Bulletins.Select(Bulletin)),
        new EstimateRequest(
            [.. _sketch.Items.Select(Item)], Case(), Currency.FromCode(_sketch.In ?? _sketch.Currency), Day(_sketch.On)!.Value));

    private static string TreatmentOf(string item) => item.Split(':')[0];

    private static (string Fact, string[] Values) Parts(string text)
    {
        var parts = text.Split('=');
        return (parts[0], parts[1].Split('|'));
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Quantity QuantityOf(string text)
    {
        var ends = text.Split('-');
        var min = int.Parse(ends[0], CultureInfo.InvariantCulture);
        return ends switch
        {
            [_] => Quantity.Exactly(min),
            [_, ""] => new Quantity(min, null),
            _ => new Quantity(min, int.Parse(ends[1], CultureInfo.InvariantCulture)),
        };
    }

    private static Bulletin Bulletin(BulletinSketch bulletin) =>
        new(bulletin.Number, Day(bulletin.Day)!.Value, bulletin.Rates.Select(Rate));

    private static ExchangeRate Rate(RateSketch rate) =>
        new(Currency.FromCode(rate.Currency), rate.Unit, Amount(rate.Buying), Amount(rate.Selling));

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private PriceRule Rule(RuleSketch rule) => new(
        rule.Code,
        Treatment(rule.Treatment),
        Conditions(rule.Conditions),
        new PriceRange(Money(rule, rule.Low), rule.High is null ? null : Money(rule, rule.High)),
        new Validity(Day(rule.From), Day(rule.To)),
        new PriceSource(rule.Source, "A price list", "A clinic", "Page 1", new DateOnly(2026, 1, 1)),
        note: null);

    private Item Item(string text)
    {
        var parts = text.Split(" if ");
        return new Item(
            Treatment(TreatmentOf(text)), QuantityOf(parts[0].Split(':')[1]), Conditions(parts.Length > 1 ? parts[1] : string.Empty));
    }

    private Case Case() =>
        new(_sketch.Stated.Select(Parts).Select(stated => KeyValuePair.Create(Fact(stated.Fact), stated.Values.Single())));

    private Conditions Conditions(string text) => new(
        text.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(Parts)
            .Select(condition => new Condition(Fact(condition.Fact), condition.Values)));

    private Money Money(RuleSketch rule, string amount) => new(Amount(amount), rule.Currency ?? _sketch.Currency);

    private Fact Fact(string code) => _facts.Single(fact => fact.Code == code);

    private Treatment Treatment(string code) => _treatments.Single(treatment => treatment.Code == code);
}
