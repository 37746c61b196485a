using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.Estimates;

/// <summary>Price lists of shapes that random ones seldom have.</summary>
public sealed class EstimatorShapeTests
{
    private static readonly PriceSource Source = new("list", "List", "Clinic", "Page 1", new DateOnly(2026, 1, 1));
    private static readonly Treatment[] Treatments = [new("one", "course", Quantity.Exactly(1)), new("two", "course", Quantity.Exactly(1)), new("both", "course", Quantity.Exactly(1))];

    [Theory]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(1000)]
    public void Estimate_ManyRulesOfOneTreatment_IsTheirHull(int rules)
    {
        var estimate = EstimateOf([Treatments[0]], [], [.. Enumerable.Range(1, rules).Select(price => RuleOf(Treatments[0], price))]);

        Assert.Equal((1m, rules), (estimate.Total.Low.Amount, (int)estimate.Total.High!.Value.Amount));
        Assert.Equal(rules, estimate.Lines[0].Basis.Length);
    }

    [Fact]
    public void Questions_FactsThatALaterLineConnects_AreAllAsked()
    {
        Fact[] facts = [new("a", 0, ["x", "y"]), new("b", 1, ["x", "y"])];
        var estimate = EstimateOf(Treatments, facts,
        [
            RuleOf(Treatments[0], 1, (facts[0], "x")), RuleOf(Treatments[0], 2, (facts[0], "y")),
            RuleOf(Treatments[1], 10, (facts[1], "x")), RuleOf(Treatments[1], 30, (facts[1], "y")),
            RuleOf(Treatments[2], 100), RuleOf(Treatments[2], 200, (facts[0], "x"), (facts[1], "x")),
        ]);

        // ax bx: 1 + 10 + 200; ax by: 1 + 30 + 100; ay bx: 2 + 10 + 100; ay by: 2 + 30 + 100.
        Assert.Equal((112m, 211m), Ends(estimate.Total));
        Assert.Equal(["a", "b"], estimate.Questions.Select(question => question.Fact.Code));
        Assert.Equal([(131m, 211m), (112m, 132m)], estimate.Questions[0].Options.Select(option => Ends(option.Total)));
        Assert.Equal([(112m, 211m), (131m, 132m)], estimate.Questions[1].Options.Select(option => Ends(option.Total)));
    }

    [Fact]
    public void Questions_OneFactMovesTheLowEndMore_IsAskedFirstWhateverTheSums()
    {
        // The options of fact a give 1,000 and 1,010, those of fact b 0 and 500, on top of each other.
        Fact[] facts = [new("a", 0, ["x", "y"]), new("b", 1, ["x", "y"])];
        var estimate = EstimateOf(Treatments[..2], facts,
        [
            RuleOf(Treatments[0], 1000, (facts[0], "x")), RuleOf(Treatments[0], 1010, (facts[0], "y")),
            RuleOf(Treatments[1], 0, (facts[1], "x")), RuleOf(Treatments[1], 500, (facts[1], "y")),
        ]);

        Assert.Equal(["b", "a"], estimate.Questions.Select(question => question.Fact.Code));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    public void Estimate_ItemsOfOneTreatment_RestOnTheSameUnitPrices(int facts)
    {
        var ofTwo = Enumerable.Range(0, facts).Select(order => new Fact($"f{order}", order, ["x", "y"])).ToArray();
        var rules = ofTwo.Select(fact => RuleOf(Treatments[0], 1, (fact, "x"))).ToArray();

        var estimate = EstimateOf(new PriceList(Treatments, ofTwo, rules, []), Treatments[0], Treatments[0]);

        // However many scenarios there are, they are priced once: fifty items of thousands would take seconds.
        Assert.Equal(facts, estimate.Lines[0].Basis.Length);
        Assert.True(estimate.Lines[0].Basis == estimate.Lines[1].Basis);
    }

    private static (decimal Low, decimal High) Ends(PriceRange range) => (range.Low.Amount, range.High!.Value.Amount);

    private static Estimate EstimateOf(Treatment[] treatments, Fact[] facts, PriceRule[] rules) =>
        EstimateOf(new PriceList(treatments, facts, rules, []), treatments);

    private static Estimate EstimateOf(PriceList list, params IEnumerable<Treatment> treatments) => Assert.IsType<Estimate>(Estimator.Estimate(
        list,
        null,
        new EstimateRequest(
            [.. treatments.Select(treatment => new Item(treatment, treatment.DefaultQuantity))], Case.Unknown, Currency.FromCode("USD"), new DateOnly(2026, 11, 22))));

    private static PriceRule RuleOf(Treatment treatment, decimal price, params (Fact Fact, string Value)[] conditions) => new(
        FormattableString.Invariant($"{treatment}-{price}-{string.Concat(conditions.Select(condition => condition.Fact.Code + condition.Value))}x"),
        treatment,
        new Conditions(conditions.Select(condition => new Condition(condition.Fact, [condition.Value]))),
        new PriceRange(new Money(price, "USD"), new Money(price, "USD")),
        default,
        Source,
        note: null);
}
