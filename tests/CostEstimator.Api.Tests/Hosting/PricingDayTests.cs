using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Hosting;

/// <summary>Which day it is: the one in the configured time zone.</summary>
public sealed class PricingDayTests
{
    [Theory]
    [InlineData("2026-11-22T20:59:59Z", "2026-11-22")]
    [InlineData("2026-11-22T21:00:00Z", "2026-11-23")]
    [InlineData("2026-11-22T23:30:00Z", "2026-11-23")]
    [InlineData("2026-12-31T21:00:00Z", "2027-01-01")]
    [InlineData("2028-02-28T21:00:00Z", "2028-02-29")]
    public async Task Today_NoSetting_IsIstanbuls(string now, string today)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Now = DateTimeOffset.Parse(now, null) });

        Assert.Equal(today, (await host.Client.EstimateAsync("item=chemotherapy")).StringAt("/on"));
    }

    [Theory]
    [InlineData("America/New_York", "2026-11-22", "max-age=300, stale-while-revalidate=17820")]
    [InlineData("Asia/Tokyo", "2026-11-23", "max-age=300, stale-while-revalidate=53820")]
    [InlineData("UTC", "2026-11-22", "max-age=120, stale-while-revalidate=0")]
    public async Task Today_TimeZoneSet_IsThatZones(string zone, string today, string freshness)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Now = new(2026, 11, 22, 23, 58, 0, TimeSpan.Zero),
            Settings = new Dictionary<string, string> { ["Pricing:TimeZone"] = zone },
        });

        var answer = await host.Client.EstimateAsync("item=chemotherapy");

        Assert.Equal(today, answer.StringAt("/on"));
        Assert.Equal($"public, {freshness}", answer.Header("Cache-Control"));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2027-03-27T23:30:00Z", "2027-03-28", "2027-03-28T22:00:00Z")]
    [InlineData("Europe/Berlin", "2027-03-28T05:30:00Z", "2027-03-28", "2027-03-28T22:00:00Z")]
    [InlineData("Europe/Berlin", "2027-10-30T22:30:00Z", "2027-10-31", "2027-10-31T23:00:00Z")]
    [InlineData("Africa/Cairo", "2027-04-29T20:30:00Z", "2027-04-29", "2027-04-29T22:00:00Z")]
    [InlineData("America/Havana", "2027-11-07T03:30:00Z", "2027-11-06", "2027-11-07T04:00:00Z")]
    [InlineData("Asia/Beirut", "2027-10-30T20:30:00Z", "2027-10-30", "2027-10-30T22:00:00Z")]
    public async Task CacheControl_ClocksAreChanged_EndsWithTheDay(string zone, string now, string today, string end)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Now = DateTimeOffset.Parse(now, null),
            Settings = new Dictionary<string, string> { ["Pricing:TimeZone"] = zone },
        });
        var left = (int)(DateTimeOffset.Parse(end, null) - host.Clock.GetUtcNow()).TotalSeconds;

        var answer = await host.Client.EstimateAsync("item=chemotherapy");
        host.Clock.AdjustTime(DateTimeOffset.Parse(end, null).AddSeconds(-1));
        var last = await host.Client.EstimateAsync("item=chemotherapy");
        host.Clock.AdjustTime(DateTimeOffset.Parse(end, null));
        var next = await host.Client.EstimateAsync("item=chemotherapy");

        Assert.Equal(today, answer.StringAt("/on"));
        Assert.Equal($"public, max-age=300, stale-while-revalidate={Math.Min(left - 300, 86_400)}", answer.Header("Cache-Control"));
        Assert.Equal(today, last.StringAt("/on"));
        Assert.NotEqual(today, next.StringAt("/on"));
    }
}
