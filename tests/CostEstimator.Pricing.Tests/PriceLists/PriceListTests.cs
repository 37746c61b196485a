using CostEstimator.Pricing.PriceLists;
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

        Assert.Throws<ArgumentException>(() => new PriceList([Surgery, Surgery], [], []));
        Assert.Throws<ArgumentException>(() => new PriceList([], [Donor, new Fact("donor", 1, ["related"])], []));
        Assert.Throws<ArgumentException>(() => new PriceList([rule.Treatment], [], [rule, rule]));
    }

    [Fact]
    public void Constructor_FactOutOfPlace_Throws() =>
        Assert.Throws<ArgumentException>(() => new PriceList([], [new Fact("donor", 1, ["related"])], []));

    [Fact]
    public void Constructor_RuleOnAStranger_Throws()
    {
        var onTreatment = List(Rule("surgery-from")).Rules;
        var onFact = List(Rule("surgery-related") with { Conditions = "donor=related" }, "donor=related|unrelated").Rules;

        Assert.Throws<ArgumentException>(() => new PriceList([], [], onTreatment));
        Assert.Throws<ArgumentException>(() => new PriceList([new Treatment("surgery", "course", Quantity.Exactly(1))], [], onTreatment));
        Assert.Throws<ArgumentException>(() => new PriceList([Surgery], [], onFact));
        Assert.Throws<ArgumentException>(() => new PriceList([Surgery], [Donor], onFact));
    }

    private static RuleSketch Rule(string code) => new(code, "surgery", "100");

    private static PriceList List(RuleSketch rule, params string[] facts) =>
        new PricingSketch { Facts = facts, Rules = [rule] }.Build().List;
}
