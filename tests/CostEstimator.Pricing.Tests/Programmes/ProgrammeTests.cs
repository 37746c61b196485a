using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Programmes;

namespace CostEstimator.Pricing.Tests.Programmes;

public sealed class ProgrammeTests
{
    private static readonly Stage WorkUp = new("leukaemia", "work-up");
    private static readonly Stage Induction = new("leukaemia", "induction");
    private static readonly Stage Transplantation = new("leukaemia", "transplantation");

    [Fact]
    public void Constructor_Items_KeepsThemInOrder()
    {
        Item[] items = [Item("consultation", WorkUp), Item("scan", WorkUp), Item("chemotherapy", Induction)];

        var programme = new Programme("leukaemia", items);

        Assert.Equal("leukaemia", programme.Code);
        Assert.Equal("leukaemia", programme.ToString());
        Assert.Equal(items, programme.Items);
    }

    [Fact]
    public void Stages_ItemsOfSeveral_AreEachOnceInTheOrderOfTheItems()
    {
        var programme = new Programme(
            "leukaemia",
            [Item("transplant", Transplantation), Item("scan", WorkUp), Item("consultation", WorkUp), Item("chemotherapy", Induction)]);

        Assert.Equal([Transplantation, WorkUp, Induction], programme.Stages);
    }

    [Fact]
    public void ItemsOf_Stage_AreItsItemsInOrder()
    {
        Item[] items = [Item("scan", WorkUp), Item("consultation", WorkUp), Item("scan", Induction)];
        var programme = new Programme("leukaemia", items);

        Assert.Equal([items[0], items[1]], programme.ItemsOf(WorkUp));
        Assert.Same(items[2], programme.ItemsOf(new Stage("leukaemia", "induction")).Single());
        Assert.Empty(programme.ItemsOf(Transplantation));
        Assert.Empty(programme.ItemsOf(new Stage("lymphoma", "work-up")));
    }

    [Theory]
    [InlineData("Leukaemia")]
    [InlineData("")]
    public void Constructor_MalformedCode_Throws(string code) =>
        Assert.Throws<ArgumentException>(() => new Programme(code, [Item("scan", WorkUp)]));

    [Fact]
    public void Constructor_NoItem_Throws() => Assert.Throws<ArgumentException>("items", () => new Programme("leukaemia", []));

    [Fact]
    public void Constructor_ItemWithoutAStage_Throws() => Assert.Throws<ArgumentException>(
        "items", () => new Programme("leukaemia", [Item("scan", WorkUp), Item("chemotherapy", null)]));

    [Fact]
    public void Constructor_ItemOfAnotherProgramme_Throws() => Assert.Throws<ArgumentException>(
        "items", () => new Programme("leukaemia", [Item("scan", WorkUp), Item("chemotherapy", new Stage("lymphoma", "induction"))]));

    [Fact]
    public void Constructor_ItemsOfAStageApart_Throws() => Assert.Throws<ArgumentException>(
        "items", () => new Programme("leukaemia", [Item("scan", WorkUp), Item("chemotherapy", Induction), Item("consultation", WorkUp)]));

    private static Item Item(string treatment, Stage? stage) =>
        new(new Treatment(treatment, "procedure", Quantity.Exactly(1)), Quantity.Exactly(1)) { Stage = stage };
}
