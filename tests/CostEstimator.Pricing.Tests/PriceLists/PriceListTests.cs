using System.Globalization;
using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Programmes;
using CostEstimator.Pricing.Tests.Sketches;

namespace CostEstimator.Pricing.Tests.PriceLists;

public sealed class PriceListTests
{
    private static readonly Treatment Surgery = new("surgery", "procedure", Quantity.Exactly(1));
    private static readonly Fact Donor = new("donor", 0, ["related", "unrelated"]);

    [Fact]
    public void Find_CodeInTheList_IsThePart()
    {
        var list = List(Rule("surgery-from"), "donor=related|unrelated");

        Assert.Same(list.Treatments.Single(), list.FindTreatment("surgery"));
        Assert.Same(list.Facts.Single(), list.FindFact("donor"));
        Assert.Same(list.Rules.Single(), list.FindRule("surgery-from"));
    }

    [Fact]
    public void Find_CodeNotInTheList_IsNull()
    {
        var list = List(Rule("surgery-from"));

        Assert.Null(list.FindTreatment("Surgery"));
        Assert.Null(list.FindFact("surgery"));
        Assert.Null(list.FindRule("surgery"));
    }

    [Fact]
    public void Rules_InAnyOrder_AreByCode()
    {
        var list = new PricingSketch { Rules = [Rule("b"), Rule("a-b"), Rule("ab"), Rule("a")] }.Build().List;

        Assert.Equal(["a", "a-b", "ab", "b"], list.Rules.Select(rule => rule.Code));
    }

    [Theory]
    [InlineData("EUR", "EUR", "USD", "EUR")]
    [InlineData("EUR", "USD", "EUR")]
    [InlineData("TRY", "TRY")]
    [InlineData("USD")]
    public void Currency_OfSeveral_IsTheMostUsedThenTheFirstByCode(string expected, params string[] used)
    {
        var rules = used.Select((currency, number) => Rule($"r{number}") with { Currency = currency });

        Assert.Equal(expected, new PricingSketch { Rules = [.. rules] }.Build().List.Currency.Code);
    }

    [Fact]
    public void Constructor_CodeTwice_Throws()
    {
        var rule = List(Rule("surgery-from")).Rules.Single();

        Assert.Throws<ArgumentException>(() => new PriceList([Surgery, Surgery], [], [], []));
        Assert.Throws<ArgumentException>(() => new PriceList([], [Donor, new Fact("donor", 1, ["related"])], [], []));
        Assert.Throws<ArgumentException>(() => new PriceList([rule.Treatment], [], [rule, rule], []));
    }

    [Fact]
    public void Constructor_FactOutOfPlace_Throws() =>
        Assert.Throws<ArgumentException>(() => new PriceList([], [new Fact("donor", 1, ["related"])], [], []));

    [Fact]
    public void Constructor_RuleOnAStranger_Throws()
    {
        var onTreatment = List(Rule("surgery-from")).Rules;
        var onFact = List(Rule("surgery-related") with { Conditions = "donor=related" }, "donor=related|unrelated").Rules;

        Assert.Throws<ArgumentException>(() => new PriceList([], [], onTreatment, []));
        Assert.Throws<ArgumentException>(
            () => new PriceList([new Treatment("surgery", "course", Quantity.Exactly(1))], [], onTreatment, []));
        Assert.Throws<ArgumentException>(() => new PriceList([Surgery], [], onFact, []));
        Assert.Throws<ArgumentException>(() => new PriceList([Surgery], [Donor], onFact, []));
    }

    [Fact]
    public void Programmes_Several_AreFoundByCodeAndInTheirOrder()
    {
        var (leukaemia, anaemia) = (Programme("leukaemia", Surgery), Programme("anaemia", Surgery));

        var list = new PriceList([Surgery], [], [], [leukaemia, anaemia]);

        Assert.Equal([leukaemia, anaemia], list.Programmes);
        Assert.Same(anaemia, list.FindProgramme("anaemia"));
        Assert.Null(list.FindProgramme("surgery"));
    }

    [Fact]
    public void Constructor_ProgrammeTwice_Throws() => Assert.Throws<ArgumentException>(
        () => new PriceList([Surgery], [], [], [Programme("leukaemia", Surgery), Programme("leukaemia", Surgery)]));

    [Fact]
    public void Constructor_ProgrammeOnAStranger_Throws()
    {
        var related = new Conditions([new Condition(Donor, ["related"])]);
        var another = new Fact("donor", 0, ["related", "unrelated"]);

        Assert.Same(Donor, new PriceList([Surgery], [Donor], [], [Programme("leukaemia", Surgery, related)]).Facts.Single());
        Assert.Throws<ArgumentException>(() => new PriceList([], [Donor], [], [Programme("leukaemia", Surgery)]));
        Assert.Throws<ArgumentException>(() => new PriceList([Surgery], [], [], [Programme("leukaemia", Surgery, related)]));
        Assert.Throws<ArgumentException>(() => new PriceList([Surgery], [another], [], [Programme("leukaemia", Surgery, related)]));
        Assert.Throws<ArgumentException>(
            () => new PriceList([new Treatment("surgery", "course", Quantity.Exactly(1))], [], [], [Programme("leukaemia", Surgery)]));
    }

    [Fact]
    public void Constructor_AnyItemOfAnyProgrammeOnAStranger_Throws()
    {
        var stranger = new Treatment("stay", "night", Quantity.Exactly(1));
        var anaemia = new Programme("anaemia", [.. Programme("anaemia", Surgery).Items, .. Programme("anaemia", stranger).Items]);

        Assert.Throws<ArgumentException>(() => new PriceList([Surgery], [], [], [Programme("leukaemia", Surgery), anaemia]));
    }

    [Fact]
    public void FactsOf_RulesInForceAndConditions_AreThoseOfTheItemsInOrder()
    {
        // Of surgery: clinic and donor, and room until the day before; of the stay: room; insurance is asked by an item alone.
        var problem = Facts("surgery:1 if insurance=yes").Build();

        Assert.Equal(["clinic", "donor", "insurance"], FactsOf(problem, "2026-06-15"));
        Assert.Equal(["clinic", "donor", "room", "insurance"], FactsOf(problem, "2026-06-14"));
        Assert.Equal(["room"], FactsOf(Facts("stay:1").Build(), "2026-06-15"));
        Assert.Equal(["clinic", "donor", "room"], FactsOf(Facts("stay:1", "surgery:1").Build(), "2026-06-15"));
        Assert.Empty(FactsOf(Facts("flight:1").Build(), "2026-06-15"));
        Assert.Empty(FactsOf(Facts().Build(), "2026-06-15"));
    }

    [Fact]
    public void FactsOf_RuleThatTheItemRulesOut_DoesNotDecideItsPrice()
    {
        Assert.Equal(["donor"], FactsOf(Facts("surgery:1 if donor=related").Build(), "2026-06-15"));
        Assert.Equal(["clinic", "donor"], FactsOf(Facts("surgery:1 if donor=unrelated").Build(), "2026-06-15"));
        Assert.Equal(
            ["clinic", "donor"], FactsOf(Facts("surgery:1 if donor=related", "surgery:1 if donor=unrelated").Build(), "2026-06-15"));
    }

    [Fact]
    public void FactsOf_TreatmentOfAnotherList_Throws() => Assert.Throws<ArgumentException>(
        () => new PriceList([], [], [], []).FactsOf([new Item(Surgery, Quantity.Exactly(1))], new DateOnly(2026, 6, 15)).ToList());

    private static PricingSketch Facts(params string[] items) => new()
    {
        Facts = ["clinic=a|b", "donor=related|unrelated", "room=single|shared", "insurance=yes|no"],
        Rules =
        [
            Rule("any"),
            Rule("unrelated-a") with { Conditions = "donor=unrelated;clinic=a" },
            Rule("over") with { Conditions = "room=single", To = "2026-06-15" },
            new RuleSketch("single", "stay", "1") { Conditions = "room=single" },
        ],
        Items = items,
    };

    private static IEnumerable<string> FactsOf(PricingProblem problem, string day)
    {
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return problem.List.FactsOf(problem.Request.Items, on).Select(fact => fact.Code);
    }

    private static Programme Programme(string code, Treatment treatment, Conditions? conditions = null) =>
        new(code, [new Item(treatment, Quantity.Exactly(1), conditions ?? Conditions.None) { Stage = new Stage(code, "only") }]);

    private static RuleSketch Rule(string code) => new(code, "surgery", "100");

    private static PriceList List(RuleSketch rule, params string[] facts) =>
        new PricingSketch { Facts = facts, Rules = [rule] }.Build().List;
}
