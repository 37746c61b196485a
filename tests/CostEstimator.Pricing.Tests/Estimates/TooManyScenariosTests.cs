using System.Globalization;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.Tests.BruteForce;
using CostEstimator.Pricing.Tests.Sketches;

namespace CostEstimator.Pricing.Tests.Estimates;

public sealed class TooManyScenariosTests
{
    [Fact]
    public void Estimate_OneLineOfTenThousandScenarios_IsPriced()
    {
        var estimate = OneLine(100, 100).Build().Estimate();

        Assert.Equal(new PriceSpan(1, 3), PriceSpan.Of(estimate.Total));
        Assert.Equal(["a", "b"], estimate.Questions.Select(question => question.Fact.Code));
    }

    [Theory]
    [InlineData(73, 137)]
    [InlineData(137, 73)]
    [InlineData(10_001, 1)]
    public void Estimate_OneLineOfTenThousandAndOneScenarios_IsRefused(int ofA, int ofB) =>
        AssertRefused(["a", "b"], OneLine(ofA, ofB).Build());

    [Fact]
    public void Estimate_LinesThatTieTenThousandScenariosTogether_IsPriced() =>
        Assert.Equal(new PriceSpan(2, 6), PriceSpan.Of(TwoLines(5, 2, 1000).Build().Estimate().Total));

    [Fact]
    public void Estimate_LinesThatTieMoreTogether_IsRefused() => AssertRefused(["a", "b", "c"], TwoLines(3, 2, 1667).Build());

    [Fact]
    public void Estimate_TooManyButOneFactIsStated_IsPriced()
    {
        var sketch = TwoLines(3, 2, 1667) with { Stated = ["b=v0"] };

        Assert.IsType<Estimate>(sketch.Build().Outcome());
    }

    [Fact]
    public void Estimate_ManyFactsThatTouchNoCommonLine_IsPriced()
    {
        var facts = Enumerable.Range('a', 26).Select(letter => Fact((char)letter, 1000)).ToList();
        var sketch = new PricingSketch
        {
            Facts = facts,
            Rules = [.. facts.SelectMany(fact => OnFirst($"t{fact[0]}", fact[0]))],
            Items = [.. facts.Select(fact => $"t{fact[0]}:1")],
        };

        Assert.Equal(new PriceSpan(26, 52), PriceSpan.Of(sketch.Build().Estimate().Total));
    }

    [Fact]
    public void Estimate_ANumberOfScenariosThatNoIntegerHolds_IsRefused()
    {
        var facts = Enumerable.Range('a', 26).Select(letter => Fact((char)letter, 1000)).ToList();
        var rule = new RuleSketch("r", "surgery", "1", "1") { Conditions = string.Join(';', facts.Select(fact => $"{fact[0]}=v0")) };

        AssertRefused(facts.Select(fact => fact[..1]), new PricingSketch { Facts = facts, Rules = [rule], Items = ["surgery:1"] }.Build());
    }

    [Fact]
    public void PriceOf_TooManyScenarios_NamesTheFactsAndNoPrice()
    {
        var problem = OneLine(73, 137).Build();

        var price = Estimator.PriceOf(problem.List, null, problem.Treatment("surgery"), problem.Request.On);

        Assert.Null(price.UnitPrice);
        Assert.False(price.IsOnRequest);
        Assert.Equal(problem.List.Facts, price.Facts);
    }

    private static void AssertRefused(IEnumerable<string> facts, PricingProblem problem)
    {
        var refusal = Assert.IsType<TooManyScenarios>(problem.Outcome());
        Assert.Equal(facts, refusal.Facts.Select(fact => fact.Code));
    }

    private static PricingSketch OneLine(int ofA, int ofB) => new()
    {
        Facts = [Fact('a', ofA), Fact('b', ofB)],
        Rules =
        [
            .. OnFirst("surgery", 'a'),
            new RuleSketch("both", "surgery", "3", "3") { Conditions = "a=v0;b=v0" },
        ],
        Items = ["surgery:1"],
    };

    private static PricingSketch TwoLines(int ofA, int ofB, int ofC) => new()
    {
        Facts = [Fact('a', ofA), Fact('b', ofB), Fact('c', ofC)],
        Rules =
        [
            .. OnFirst("stay", 'c'),
            new RuleSketch("stay-both", "stay", "3", "3") { Conditions = "b=v0;c=v0" },
            .. OnFirst("surgery", 'a'),
            new RuleSketch("surgery-both", "surgery", "3", "3") { Conditions = "a=v0;b=v0" },
        ],
        Items = ["stay:1", "surgery:1"],
    };

    /// <summary>1 in general, 2 for the first value of the fact.</summary>
    private static RuleSketch[] OnFirst(string treatment, char fact) =>
    [
        new RuleSketch($"{treatment}-any", treatment, "1", "1"),
        new RuleSketch($"{treatment}-first", treatment, "2", "2") { Conditions = $"{fact}=v0" },
    ];

    private static string Fact(char code, int values) =>
        string.Create(CultureInfo.InvariantCulture, $"{code}={string.Join('|', Enumerable.Range(0, values).Select(value => $"v{value}"))}");
}
