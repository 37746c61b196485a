using System.Globalization;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Quotes;

/// <summary>How long quotes are valid, and what becomes of them afterwards.</summary>
public sealed class QuoteValidityTests
{
    private const string Scan = """{"items":[{"treatment":"scan"}]}""";

    // The last second of 2026-12-21 in Istanbul.
    private static readonly DateTimeOffset LastSecond = new(2026, 12, 21, 20, 59, 59, TimeSpan.Zero);

    [Fact]
    public async Task GetQuote_OnTheLastDay_IsOpenAndUnchanged()
    {
        await using var host = await EstimatorHost.StartAsync();
        var issued = await host.Client.PostQuoteAsync("""{"items":[{"treatment":"autologous-bmt"}]}""");

        host.Clock.AdjustTime(LastSecond);
        var read = await host.Client.FetchAsync(issued.Header("Location")!);

        Assert.Equal(issued.Body, read.Body);
    }

    [Fact]
    public async Task GetQuote_OnTheDayItIsValidUntil_IsExpiredAndUnchangedOtherwise()
    {
        await using var host = await EstimatorHost.StartAsync();
        var issued = await host.Client.PostQuoteAsync("""{"items":[{"treatment":"autologous-bmt"},{"treatment":"radiation-therapy"}]}""");

        host.Clock.AdjustTime(LastSecond.AddSeconds(1));
        var read = await host.Client.FetchAsync(issued.Header("Location")!);

        Assert.Equal(200, read.Status);
        Assert.Equal(issued.Text.Replace("\"status\":\"open\"", "\"status\":\"expired\"", StringComparison.Ordinal), read.Text);
        Assert.Equal(issued.Header("Price-List-Version"), read.Header("Price-List-Version"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PostQuote_RepeatedOnTheDayItIsValidUntil_IsExpiredAndUnchangedOtherwise(bool isRestarted)
    {
        using var folder = new TempFolder();
        var setup = new HostSetup { DatabaseFile = folder["quotes.db"], Settings = new Dictionary<string, string> { ["Quotes:ValidityDays"] = "1" } };
        const string Body = """{"items":[{"treatment":"chemotherapy"}]}""";
        var host = await EstimatorHost.StartAsync(setup);
        try
        {
            var issued = await host.Client.PostQuoteAsync(Body, ("Idempotency-Key", "order-1"));
            var midnight = new DateTimeOffset(DateTime.Parse(issued.StringAt("/validUntil")!, CultureInfo.InvariantCulture), TimeSpan.FromHours(3));
            if (isRestarted)
            {
                await host.DisposeAsync();
                host = await EstimatorHost.StartAsync(setup);
            }

            host.Clock.AdjustTime(midnight.AddSeconds(-1));
            Assert.Equal(issued.Body, (await host.Client.PostQuoteAsync(Body, ("Idempotency-Key", "order-1"))).Body);
            host.Clock.AdjustTime(midnight);
            var again = await host.Client.PostQuoteAsync(Body, ("Idempotency-Key", "order-1"));

            Assert.Equal(201, again.Status);
            Assert.Equal("expired", again.StringAt("/status"));
            Assert.Equal((await host.Client.FetchAsync(issued.Header("Location")!)).Body, again.Body);
            Assert.Equal(issued.StringAt("/reference"), again.StringAt("/reference"));
        }
        finally
        {
            await host.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("1", "2026-11-23")]
    [InlineData("14", "2026-12-06")]
    [InlineData("365", "2027-11-22")]
    public async Task PostQuote_ValidityDaysSet_IsValidAsLong(string days, string validUntil)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Settings = new Dictionary<string, string> { ["Quotes:ValidityDays"] = days },
        });

        var issued = await host.Client.PostQuoteAsync("""{"items":[{"treatment":"chemotherapy"}]}""");

        Assert.Equal(validUntil, issued.StringAt("/validUntil"));
    }

    [Theory]
    [InlineData("2026-12-01", "2026-12-01")]
    [InlineData("2026-12-22", "2026-12-22")]
    [InlineData("2027-01-01", "2026-12-22")]
    public async Task PostQuote_RuleEnds_IsValidUntilTheSoonerOfBoth(string ruleEnds, string validUntil)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("scan").Treatment("walk")
                .Rule("scan-now", "scan", "100", to: ruleEnds).Rule("scan-later", "scan", "110", from: ruleEnds)
                .Rule("walk-price", "walk", "1", to: "2026-11-25"),
        });

        var issued = await host.Client.PostQuoteAsync(Scan);

        Assert.Equal(validUntil, issued.StringAt("/validUntil"));
        Assert.Equal(ruleEnds, issued.StringAt("/lines/0/basis/0/validTo"));
    }

    [Fact]
    public async Task GetQuote_RuleEnded_IsExpiredAtThePriceOfItsDay()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("scan")
                .Rule("scan-now", "scan", "100", "100", to: "2026-11-24").Rule("scan-later", "scan", "110", "110", from: "2026-11-24"),
        });
        var issued = await host.Client.PostQuoteAsync(Scan);

        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(2));
        var read = await host.Client.FetchAsync(issued.Header("Location")!);
        var today = await host.Client.EstimateAsync("item=scan");

        Assert.Equal("expired", read.StringAt("/status"));
        Assert.Equal("100.00", read.StringAt("/total/low"));
        Assert.Equal("110.00", today.StringAt("/total/low"));
    }

    [Fact]
    public async Task PostQuote_LateEveningInUtc_IsOfTomorrowInIstanbul()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Now = new(2026, 11, 22, 23, 30, 0, 750, TimeSpan.Zero) });

        var issued = await host.Client.PostQuoteAsync("""{"items":[{"treatment":"chemotherapy"}]}""");

        Assert.Equal("2026-11-23", issued.StringAt("/on"));
        Assert.Equal("2026-11-22T23:30:00Z", issued.StringAt("/issuedAt"));
        Assert.Equal("2026-12-23", issued.StringAt("/validUntil"));
    }
}
