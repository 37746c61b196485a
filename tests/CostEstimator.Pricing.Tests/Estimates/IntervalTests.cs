using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.Estimates;

public sealed class IntervalTests
{
    [Fact]
    public void In_Currency_IsTheRange()
    {
        var currency = Currency.FromCode("KWD");

        Assert.Equal(new PriceRange(new Money(0.125m, currency), new Money(1.5m, currency)), Interval.Closed(0.125m, 1.5m).In(currency));
        Assert.Equal(new PriceRange(new Money(0.125m, currency), null), Interval.OpenFrom(0.125m).In(currency));
    }

    [Fact]
    public void Sum_AnyOpen_IsOpen()
    {
        Assert.Equal(Interval.Closed(11, 22), Interval.Closed(1, 2) + Interval.Closed(10, 20));
        Assert.Equal(Interval.OpenFrom(11), Interval.Closed(1, 2) + Interval.OpenFrom(10));
        Assert.Equal(Interval.OpenFrom(11), Interval.OpenFrom(1) + Interval.Closed(10, 20));
        Assert.Equal(Interval.OpenFrom(11), Interval.OpenFrom(1) + Interval.OpenFrom(10));
    }

    [Fact]
    public void Sum_WithTheDefault_ChangesNothing()
    {
        Assert.Equal(Interval.Closed(1, 2), default(Interval) + Interval.Closed(1, 2));
        Assert.Equal(Interval.OpenFrom(1), Interval.OpenFrom(1) + default(Interval));
    }

    [Fact]
    public void Hull_Two_EnclosesBoth()
    {
        Assert.Equal(Interval.Closed(1, 9), Interval.Closed(1, 2).Hull(Interval.Closed(8, 9)));
        Assert.Equal(Interval.Closed(1, 9), Interval.Closed(3, 4).Hull(Interval.Closed(1, 9)));
        Assert.Equal(Interval.OpenFrom(1), Interval.Closed(1, 2).Hull(Interval.OpenFrom(8)));
        Assert.Equal(Interval.OpenFrom(0), Interval.Closed(1, 2).Hull(Interval.OpenFrom(0)));
    }
}
