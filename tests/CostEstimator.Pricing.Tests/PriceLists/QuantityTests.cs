using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.PriceLists;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 6)]
    [InlineData(1000, 1000)]
    [InlineData(4, null)]
    [InlineData(1000, null)]
    public void Constructor_WholeNumbersInOrder_KeepsBoth(int min, int? max)
    {
        var quantity = new Quantity(min, max);

        Assert.Equal(min, quantity.Min);
        Assert.Equal(max, quantity.Max);
    }

    [Theory]
    [InlineData(0, 1, "min")]
    [InlineData(-1, null, "min")]
    [InlineData(1001, null, "min")]
    [InlineData(1001, 1001, "min")]
    [InlineData(4, 3, "max")]
    [InlineData(1, 0, "max")]
    [InlineData(1, 1001, "max")]
    public void Constructor_OutOfBoundsOrCrossed_Throws(int min, int? max, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(parameter, () => new Quantity(min, max));

    [Fact]
    public void Exactly_Count_IsBothEnds() => Assert.Equal(new Quantity(4, 4), Quantity.Exactly(4));
}
