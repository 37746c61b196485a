using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.PriceLists;

public sealed class FactTests
{
    private static readonly Fact Donor = new("donor", 3, ["related", "unrelated"]);

    [Fact]
    public void Constructor_CodeOrderAndValues_KeepsThemInOrder()
    {
        Assert.Equal("donor", Donor.Code);
        Assert.Equal(3, Donor.Order);
        Assert.Equal(["related", "unrelated"], Donor.Values);
        Assert.Equal("donor", Donor.ToString());
    }

    [Theory]
    [InlineData("related", 0)]
    [InlineData("unrelated", 1)]
    [InlineData("cord-blood", -1)]
    [InlineData("Related", -1)]
    public void IndexOf_Value_IsItsPlace(string value, int place) => Assert.Equal(place, Donor.IndexOf(value));

    [Fact]
    public void Constructor_NegativeOrder_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new Fact("donor", -1, ["related"]));

    [Theory]
    [InlineData("Donor", "related")]
    [InlineData("donor", "Related")]
    [InlineData("donor", "")]
    [InlineData("donor", "related", "related")]
    [InlineData("donor")]
    public void Constructor_MalformedCodeOrNoOrRepeatedValue_Throws(string code, params string[] values) =>
        Assert.Throws<ArgumentException>(() => new Fact(code, 0, values));
}
