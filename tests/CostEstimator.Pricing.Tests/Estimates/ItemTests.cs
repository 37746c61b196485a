using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.Estimates;

public sealed class ItemTests
{
    [Fact]
    public void Constructor_WithoutConditions_AppliesAlways()
    {
        var item = new Item(new Treatment("surgery", "procedure", Quantity.Exactly(1)), Quantity.Exactly(2));

        Assert.Same(Conditions.None, item.Conditions);
        Assert.Equal(Quantity.Exactly(2), item.Quantity);
        Assert.Null(item.Stage);
        Assert.Null(item.Assumption);
    }

    [Fact]
    public void Assumption_NoCode_IsRefused()
    {
        var item = new Item(new Treatment("surgery", "procedure", Quantity.Exactly(1)), Quantity.Exactly(2));

        Assert.Equal("assumed-one", (item with { Assumption = "assumed-one" }).Assumption);
        Assert.Throws<ArgumentException>(() => item with { Assumption = "One is assumed." });
    }
}
