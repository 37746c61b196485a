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
}
