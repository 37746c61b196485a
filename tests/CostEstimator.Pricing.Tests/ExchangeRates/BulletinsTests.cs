using CostEstimator.Pricing.ExchangeRates;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.ExchangeRates;

public sealed class BulletinsTests
{
    private static readonly Bulletin Friday = Of(18);
    private static readonly Bulletin Monday = Of(21);
    private static readonly Bulletin Thursday = Of(24);
    private static readonly Bulletins Three = new([Monday, Thursday, Friday]);

    [Fact]
    public void All_InAnyOrder_AreByDay() => Assert.Equal([Friday, Monday, Thursday], Three.All);

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    public void On_BeforeTheFirst_IsNone(int day) => Assert.Null(On(day));

    [Theory]
    [InlineData(18)]
    [InlineData(21)]
    [InlineData(24)]
    public void On_ADayWithABulletin_IsThatOne(int day) => Assert.Equal(day, On(day)!.Day.Day);

    [Theory]
    [InlineData(19, 18)]
    [InlineData(20, 18)]
    [InlineData(22, 21)]
    [InlineData(23, 21)]
    [InlineData(25, 24)]
    [InlineData(30, 24)]
    public void On_ADayWithoutABulletin_IsTheLatestBefore(int day, int latest) => Assert.Equal(latest, On(day)!.Day.Day);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    public void On_AnyNumberOfBulletins_IsTheLatestOnOrBefore(int count)
    {
        // On the 2nd, the 4th, the 6th, …
        var bulletins = new Bulletins(Enumerable.Range(1, count).Select(place => Of(2 * place)));

        Assert.All(Enumerable.Range(1, 20), day =>
            Assert.Equal(Math.Min(day / 2, count) * 2, bulletins.On(new DateOnly(2026, 9, day))?.Day.Day ?? 0));
    }

    [Fact]
    public void On_TheVeryFirstAndLastDay_IsNoneAndTheLatest()
    {
        Assert.Null(Three.On(DateOnly.MinValue));
        Assert.Same(Thursday, Three.On(DateOnly.MaxValue));
    }

    [Fact]
    public void None_AnyDay_HasNone()
    {
        Assert.Empty(Bulletins.None.All);
        Assert.Null(Bulletins.None.On(DateOnly.MaxValue));
    }

    [Fact]
    public void Constructor_TwoOfOneDay_Throws() =>
        Assert.Throws<ArgumentException>("bulletins", () => new Bulletins([Friday, Monday, Of(18)]));

    private static Bulletin? On(int day) => Three.On(new DateOnly(2026, 9, day));

    private static Bulletin Of(int day) =>
        new($"of the {day}th", new DateOnly(2026, 9, day), [new ExchangeRate(Currency.FromCode("USD"), 1, 48, 49)]);
}
