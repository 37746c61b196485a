using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Estimates;

/// <summary>Estimates from price lists that the seed has no example of.</summary>
public sealed class OwnPriceListTests
{
    [Theory]
    [InlineData("2025-12-31", "0.00", null)]
    [InlineData("2026-01-01", "100.00", "100.00")]
    [InlineData("2026-06-30", "100.00", "100.00")]
    [InlineData("2026-07-01", "120.50", "120.50")]
    [InlineData("2026-12-31", "120.50", "120.50")]
    [InlineData("2027-01-01", "0.00", null)]
    public async Task GetEstimate_RulesWithBounds_UsesTheOneInForceOnTheDay(string on, string low, string? high)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("scan")
                .Rule("scan-old", "scan", "100", "100", from: "2026-01-01", to: "2026-07-01")
                .Rule("scan-new", "scan", "120.5", "120.5", from: "2026-07-01", to: "2027-01-01"),
        });

        var answer = await host.Client.EstimateAsync($"item=scan&on={on}");

        Assert.Equal(on, answer.StringAt("/on"));
        Assert.Equal(low, answer.StringAt("/total/low"));
        Assert.Equal(high, answer.StringAt("/total/high"));
        Assert.Equal(high is null, answer.At("/lines/0/onRequest").GetBoolean());
    }

    [Fact]
    public async Task GetEstimate_SeveralFacts_AsksFirstForTheOneThatMovesTheTotalMost()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("small").Treatment("large").Treatment("same")
                .Fact("idle", "a", "b").Fact("hand", "left", "right").Fact("ward", "shared", "own")
                .Rule("small-left", "small", "100", "100", "hand=left").Rule("small-right", "small", "150", "150", "hand=right")
                .Rule("large-shared", "large", "1000", "1000", "ward=shared").Rule("large-own", "large", "2000", "2500", "ward=own")
                .Rule("same-a", "same", "10", "10", "idle=a").Rule("same-b", "same", "10", "10", "idle=b"),
        });

        var answer = await host.Client.EstimateAsync("item=small&item=same&item=large");

        // 100 + 10 + 1,000 to 150 + 10 + 2,500. The ward moves the low end by 1,000, the hand by 50, and 'idle' nothing.
        Assert.Equal("$1,110 – $2,660", answer.StringAt("/total/text"));
        Assert.Equal(2, answer.At("/questions").GetArrayLength());
        Assert.Equal("ward", answer.StringAt("/questions/0/fact"));
        Assert.Equal("Which ward?", answer.StringAt("/questions/0/text"));
        Assert.Equal("shared", answer.StringAt("/questions/0/options/0/value"));
        Assert.Equal("ward is shared", answer.StringAt("/questions/0/options/0/text"));
        Assert.Equal("$1,110 – $1,160", answer.StringAt("/questions/0/options/0/total/text"));
        Assert.Equal("$2,110 – $2,660", answer.StringAt("/questions/0/options/1/total/text"));
        Assert.Equal("hand", answer.StringAt("/questions/1/fact"));
        Assert.Equal("$1,110 – $2,610", answer.StringAt("/questions/1/options/0/total/text"));
        Assert.Equal("$1,160 – $2,660", answer.StringAt("/questions/1/options/1/total/text"));
    }

    [Fact]
    public async Task GetEstimate_OneFactTouchesTwoLines_TotalIsNotTheSumOfTheLines()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("drug").Treatment("graft").Fact("clinic", "a", "b")
                .Rule("drug-a", "drug", "1500", "1500", "clinic=a").Rule("drug-b", "drug", "3000", "3000", "clinic=b")
                .Rule("graft-a", "graft", "80000", "80000", "clinic=a").Rule("graft-b", "graft", "60000", "60000", "clinic=b"),
        });

        var answer = await host.Client.EstimateAsync("item=drug&item=graft");

        Assert.Equal("63000.00", answer.StringAt("/total/low"));
        Assert.Equal("81500.00", answer.StringAt("/total/high"));
        Assert.Equal("$1,500 – $3,000", answer.StringAt("/lines/0/price/text"));
        Assert.Equal("$60,000 – $80,000", answer.StringAt("/lines/1/price/text"));
    }

    [Theory]
    [InlineData("JPY", "150000", "200000", "150000", "200000", "JPY\u00a0150,000 – JPY\u00a0200,000")]
    [InlineData("KWD", "1500.5", "2000", "1500.500", "2000.000", "KWD\u00a01,500.500 – KWD\u00a02,000.000")]
    [InlineData("EUR", "1500", "1500.05", "1500.00", "1500.05", "€1,500.00 – €1,500.05")]
    public async Task GetEstimate_PriceListInOneCurrency_HasExactlyItsMinorDigits(
        string currency, string low, string high, string expectedLow, string expectedHigh, string text)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("scan").Rule("scan-price", "scan", low, high, currency: currency),
        });

        var answer = await host.Client.EstimateAsync("item=scan");

        Assert.Equal(currency, answer.StringAt("/currency"));
        Assert.Equal(expectedLow, answer.StringAt("/total/low"));
        Assert.Equal(expectedHigh, answer.StringAt("/total/high"));
        Assert.Equal(text, answer.StringAt("/total/text"));
        Assert.Equal(text, answer.StringAt("/lines/0/basis/0/range/text"));
    }

    [Theory]
    [InlineData("item=lens&item=scan", new string[0])]
    [InlineData("item=scan&currency=USD", new[] { "EUR" })]
    [InlineData("item=lens&currency=EUR", new[] { "USD" })]
    [InlineData("item=lens&currency=JPY", new[] { "USD" })]
    [InlineData("item=lens&currency=TRY", new[] { "USD" })]
    public async Task GetEstimate_PricesInAnotherCurrency_RefusesForWantOfARateAndNamesTheCurrenciesThatAllOfItHas(string query, string[] known)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("scan").Treatment("lens").Treatment("bed")
                .Rule("scan-price", "scan", "100", currency: "EUR")
                .Rule("lens-price", "lens", "200", currency: "USD").Rule("bed-price", "bed", "300", currency: "USD"),
        });

        var answer = await host.Client.EstimateAsync(query);

        answer.AssertRefused(422, "no-exchange-rate", "currency");
        Assert.Equal(known, answer.At("/errors/0/known").EnumerateArray().Select(currency => currency.GetString()));
        (await host.Client.PostQuoteAsync("""{"items":[{"treatment":"scan"}]}""")).AssertRefused(422, "no-exchange-rate", "/currency");
    }

    [Theory]
    [InlineData("item=maze&currency=CAD")]
    [InlineData("item=maze&currency=CAD&language=de")]
    [InlineData("item=maze&currency=CAD&on=2026-01-01")]
    public async Task GetEstimate_CurrencyWithoutARateAndFactsTooManyToMultiply_ListsTheCurrenciesThatAllOfItHas(string query)
    {
        var data = new DataSet().Treatment("maze").Treatment("scan").Rule("scan-price", "scan", "100", currency: "EUR");
        for (var fact = 0; fact < 14; fact++)
        {
            data.Fact($"f{fact}", "a", "b").Rule($"maze-{fact}", "maze", "100", conditions: $"f{fact}=a", currency: "USD");
        }

        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = data });

        var answer = await host.Client.EstimateAsync(query);

        answer.AssertRefused(422, "no-exchange-rate", "currency");
        Assert.Equal("USD", Assert.Single(answer.At("/errors/0/known").EnumerateArray()).GetString());
    }
}
