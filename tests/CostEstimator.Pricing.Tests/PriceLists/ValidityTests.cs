using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.PriceLists;

public sealed class ValidityTests
{
    private static readonly DateOnly Day = new(2026, 6, 15);

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(-1, 1, true)]
    [InlineData(-1, 0, false)]
    [InlineData(1, 2, false)]
    [InlineData(null, 1, true)]
    [InlineData(null, 0, false)]
    [InlineData(0, null, true)]
    [InlineData(1, null, false)]
    [InlineData(null, null, true)]
    public void Contains_Day_FromTheFirstToBeforeTheLast(int? from, int? to, bool contains) =>
        Assert.Equal(contains, Between(from, to).Contains(Day));

    [Fact]
    public void Contains_DefaultValidity_Always()
    {
        Assert.True(default(Validity).Contains(DateOnly.MinValue));
        Assert.True(default(Validity).Contains(DateOnly.MaxValue));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    public void Constructor_NoDayInForce_Throws(int from, int to) => Assert.Throws<ArgumentException>(() => Between(from, to));

    [Theory]
    [InlineData(0, 2, 1, 3, true)]
    [InlineData(0, 1, 1, 2, false)]
    [InlineData(0, 9, 4, 5, true)]
    [InlineData(0, 1, 0, 1, true)]
    [InlineData(0, 1, 5, null, false)]
    [InlineData(0, null, 5, null, true)]
    [InlineData(null, 0, 0, null, false)]
    [InlineData(null, 1, 0, null, true)]
    [InlineData(null, 0, null, 9, true)]
    [InlineData(null, null, 3, 4, true)]
    public void Overlaps_SomeDayInBoth_EitherWayRound(int? from, int? to, int? otherFrom, int? otherTo, bool overlaps)
    {
        Assert.Equal(overlaps, Between(from, to).Overlaps(Between(otherFrom, otherTo)));
        Assert.Equal(overlaps, Between(otherFrom, otherTo).Overlaps(Between(from, to)));
    }

    private static Validity Between(int? from, int? to) =>
        new(from is { } first ? Day.AddDays(first) : null, to is { } last ? Day.AddDays(last) : null);
}
