using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Programmes;
using CostEstimator.Pricing.Tests.BruteForce;
using CostEstimator.Pricing.Tests.Sketches;

namespace CostEstimator.Pricing.Tests.Estimates;

public sealed class EstimatorTests
{
    private static readonly PricingProblem Problem = new PricingSketch
    {
        Facts = ["clinic=a|b", "donor=related|unrelated", "room=single|shared"],
        Rules =
        [
            new RuleSketch("any", "surgery", "100", "150"),
            new RuleSketch("over", "surgery", "10", "10") { Conditions = "room=single", To = "2026-06-15" },
            new RuleSketch("unrelated-a", "surgery", "120", "180") { Conditions = "donor=unrelated;clinic=a" },
            new RuleSketch("related", "transplant", "60", "80") { Conditions = "donor=related" },
        ],
        Items = ["surgery:2"],
    }.Build();

    [Fact]
    public void Estimate_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>("list", () => Estimator.Estimate(null!, null, Problem.Request));
        Assert.Throws<ArgumentNullException>("request", () => Estimator.Estimate(Problem.List, null, null!));
    }

    [Fact]
    public void Estimate_TreatmentOfAnotherList_Throws()
    {
        var stranger = new Item(new Treatment("flight", "flight", Quantity.Exactly(1)), Quantity.Exactly(1));

        Assert.Throws<ArgumentException>(() => Estimator.Estimate(Problem.List, null, Problem.Request with { Items = [stranger] }));
    }

    [Fact]
    public void Estimate_Request_KeepsIt()
    {
        var estimate = Problem.Estimate();

        Assert.Same(Problem.Request, estimate.Request);
        Assert.Same(Problem.Request.Items[0], estimate.Lines.Single().Item);
    }

    [Fact]
    public void Estimate_ItemOfAStage_KeepsStageAndAssumption()
    {
        var item = Problem.Request.Items[0] with { Stage = new Stage("leukaemia", "induction"), Assumption = "one-course" };

        var estimate = Assert.IsType<Estimate>(Estimator.Estimate(Problem.List, null, Problem.Request with { Items = [item] }));

        Assert.Same(item, estimate.Lines.Single().Item);
        Assert.Equal(PriceSpan.Of(Problem.Estimate().Total), PriceSpan.Of(estimate.Total));
    }

    [Fact]
    public void PriceOf_NothingKnown_IsTheHullOfOneUnit()
    {
        var price = PriceOf("surgery");

        Assert.Equal("surgery", price.Treatment.Code);
        Assert.Equal(new PriceSpan(100, 180), PriceSpan.Of(price.UnitPrice!));
        Assert.False(price.IsOnRequest);
    }

    [Fact]
    public void PriceOf_RulesInForceAndNot_NamesTheFactsOfThoseInForceInOrder() =>
        Assert.Equal(["clinic", "donor"], PriceOf("surgery").Facts.Select(fact => fact.Code));

    [Fact]
    public void PriceOf_NoPriceInSomeScenario_IsOnRequest()
    {
        var price = PriceOf("transplant");

        Assert.Null(price.UnitPrice);
        Assert.True(price.IsOnRequest);
        Assert.Equal(["donor"], price.Facts.Select(fact => fact.Code));
    }

    [Fact]
    public void PriceOf_ListInAnotherCurrency_IsInTheCurrencyOfTheList()
    {
        var problem = new PricingSketch { Currency = "KWD", Rules = [new RuleSketch("any", "surgery", "0.125")] }.Build();

        var price = Estimator.PriceOf(problem.List, null, problem.Treatment("surgery"), problem.Request.On);

        Assert.Equal("KWD", price.UnitPrice!.Currency.Code);
        Assert.Equal(new PriceSpan(0.125m, null), PriceSpan.Of(price.UnitPrice));
    }

    [Fact]
    public void PriceOf_NullOrTreatmentOfAnotherList_Throws()
    {
        var surgery = Problem.Treatment("surgery");
        var stranger = new Treatment("flight", "flight", Quantity.Exactly(1));

        Assert.Throws<ArgumentNullException>("list", () => Estimator.PriceOf(null!, null, surgery, Problem.Request.On));
        Assert.Throws<ArgumentNullException>("treatment", () => Estimator.PriceOf(Problem.List, null, null!, Problem.Request.On));
        Assert.Throws<ArgumentException>(() => Estimator.PriceOf(Problem.List, null, stranger, Problem.Request.On));
    }

    private static TreatmentPrice PriceOf(string treatment) =>
        Estimator.PriceOf(Problem.List, null, Problem.Treatment(treatment), Problem.Request.On);
}
