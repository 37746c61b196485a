using CostEstimator.Pricing.Estimates;

namespace CostEstimator.Pricing.Tests.Estimates;

public sealed class HullTests
{
    [Fact]
    public void Value_NothingAdded_IsNothing() => Assert.Equal(Interval.Closed(0, 0), default(Hull).Value);

    [Fact]
    public void Add_First_IsTheHull()
    {
        var hull = default(Hull);

        hull.Add(Interval.Closed(5, 6));

        Assert.Equal(Interval.Closed(5, 6), hull.Value);
    }

    [Fact]
    public void Add_More_Widens()
    {
        var hull = default(Hull);

        hull.Add(Interval.Closed(5, 6));
        hull.Add(Interval.Closed(2, 3));
        Assert.Equal(Interval.Closed(2, 6), hull.Value);

        hull.Add(Interval.OpenFrom(1));
        hull.Add(Interval.Closed(3, 9));
        Assert.Equal(Interval.OpenFrom(1), hull.Value);
    }
}
