using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.PriceLists;

public sealed class ConditionTests
{
    private static readonly Fact Donor = new("donor", 0, ["related", "unrelated", "cord-blood"]);

    [Fact]
    public void Constructor_ValuesInAnyOrder_AreInTheOrderOfTheFact()
    {
        var condition = new Condition(Donor, ["cord-blood", "related"]);

        Assert.Same(Donor, condition.Fact);
        Assert.Equal(["related", "cord-blood"], condition.Values);
        Assert.Equal("donor=related|cord-blood", condition.ToString());
    }

    [Fact]
    public void Allows_EachValue_AsGiven()
    {
        var condition = new Condition(Donor, ["cord-blood", "related"]);

        Assert.Equal([true, false, true], Enumerable.Range(0, 3).Select(condition.Allows));
    }

    [Theory]
    [InlineData]
    [InlineData("sibling")]
    [InlineData("related", "related")]
    public void Constructor_NoUnknownOrRepeatedValue_Throws(params string[] values) =>
        Assert.Throws<ArgumentException>(() => new Condition(Donor, values));

    [Fact]
    public void Constructor_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => new Condition(null!, ["related"]));
        Assert.Throws<ArgumentNullException>(() => new Condition(Donor, null!));
    }

    [Fact]
    public void Equals_SameValuesOfTheSameFact_True()
    {
        var condition = new Condition(Donor, ["related", "unrelated"]);
        var same = new Condition(Donor, ["unrelated", "related"]);

        Assert.Equal(condition, same);
        Assert.Equal(condition.GetHashCode(), same.GetHashCode());
        Assert.True(condition.Equals((object)same));
    }

    [Fact]
    public void Equals_OtherValuesOrOtherFact_False()
    {
        var condition = new Condition(Donor, ["related"]);
        var twin = new Fact("donor", 0, ["related", "unrelated", "cord-blood"]);

        Assert.NotEqual(condition, new Condition(Donor, ["unrelated"]));
        Assert.NotEqual(condition, new Condition(Donor, ["related", "unrelated"]));
        Assert.NotEqual(condition, new Condition(twin, ["related"]));
        Assert.False(condition.Equals(null));
        Assert.False(condition.Equals("donor=related"));
    }

    [Theory]
    [InlineData("related", true)]
    [InlineData("unrelated", true)]
    [InlineData("cord-blood", false)]
    public void Overlaps_SomeValueInCommon_True(string value, bool overlaps)
    {
        var condition = new Condition(Donor, ["related", "unrelated"]);

        Assert.Equal(overlaps, condition.Overlaps(new Condition(Donor, [value])));
        Assert.Equal(overlaps, new Condition(Donor, [value]).Overlaps(condition));
    }
}
