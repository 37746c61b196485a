using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.PriceLists;

public sealed class PriceSourceTests
{
    [Fact]
    public void Constructor_EveryPart_KeepsIt()
    {
        var source = new PriceSource("page-list", "Price list", "A clinic", "Page 1", new DateOnly(2026, 1, 31));

        Assert.Equal("page-list", source.Code);
        Assert.Equal("Price list", source.Title);
        Assert.Equal("A clinic", source.Publisher);
        Assert.Equal("Page 1", source.Locator);
        Assert.Equal(new DateOnly(2026, 1, 31), source.ReadOn);
    }

    [Fact]
    public void Constructor_MalformedCode_Throws() => Assert.Throws<ArgumentException>(
        () => new PriceSource("Page list", "Price list", "A clinic", "Page 1", new DateOnly(2026, 1, 31)));
}
