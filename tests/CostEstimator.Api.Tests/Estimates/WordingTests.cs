using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Estimates;

/// <summary>Texts that are ready to show, and how price data change them.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData("1", "1 session × $100", "1 session")]
    [InlineData("2", "2 sessions × $100", "2 sessions")]
    [InlineData("1-2", "1–2 sessions × $100", "1–2 sessions")]
    [InlineData("1-", "at least 1 session × $100", "at least 1 session")]
    [InlineData("2-", "at least 2 sessions × $100", "at least 2 sessions")]
    [InlineData("1000", "1,000 sessions × $100", "1,000 sessions")]
    public async Task GetEstimate_Quantity_TakesSingularOrPlural(string quantity, string line, string text)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = DataSet.OfOneScan("100", "100") });

        var answer = await host.Client.EstimateAsync($"item=scan:{quantity}");

        Assert.Equal(line, answer.StringAt("/lines/0/text"));
        Assert.Equal(text, answer.StringAt("/lines/0/quantity/text"));
        Assert.Equal("session", answer.StringAt("/lines/0/quantity/unit"));
    }

    [Fact]
    public async Task GetEstimate_UnitWithOneForm_UsesItForAllNumbers()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = DataSet.OfOneScan("100", "100").Text("unit.session", "sheep") });

        var answer = await host.Client.EstimateAsync("item=scan:3");

        Assert.Equal("3 sheep × $100", answer.StringAt("/lines/0/text"));
    }

    [Fact]
    public async Task GetEstimate_TemplatesInThePriceData_TakeThePlaceOfTheProducts()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("scan").Treatment("bed").Treatment("talk").Treatment("walk").Treatment("open")
                .Rule("scan-price", "scan", "100", "200.5").Rule("talk-price", "talk", "0", "0")
                .Rule("walk-price", "walk", "7", "7").Rule("open-price", "open", "9")
                .Text("range.between", "{low}..{high}").Text("range.exactly", "just {low}").Text("range.from", "{low} upwards")
                .Text("range.free", "gratis").Text("range.on-request", "ask, \"please\"")
                .Text("quantity.exactly", "{min} of {unit}").Text("quantity.between", "{min} to {max} of {unit}")
                .Text("quantity.at-least", "{min} of {unit} or more")
                .Text("line.priced", "{price} for {quantity}").Text("line.unpriced", "{quantity}: {price}")
                .Text("note.open-total", "No limit.").Text("note.on-request", "Not all is known."),
        });

        var answer = await host.Client.EstimateAsync("item=scan&item=bed:2&item=talk:1-&item=walk:2-3&item=open");

        // 100 + 0 + 0 + 2 x 7 + 9.
        Assert.Equal("$123 upwards", answer.StringAt("/total/text"));
        Assert.Equal(
            [
                "$100.00..$200.50 for 1 of session", "2 of sessions: ask, \"please\"", "1 of session or more: gratis", "just $7 for 2 to 3 of sessions",
                "$9 upwards for 1 of session",
            ],
            answer.At("/lines").EnumerateArray().Select(line => line.GetProperty("text").GetString()!));
        Assert.Equal("No limit.", answer.StringAt("/notes/0/text"));
        Assert.Equal("Not all is known.", answer.StringAt("/notes/1/text"));
    }

    [Fact]
    public async Task GetEstimate_PricePublishedAsFromNothing_IsNotOnRequest()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = DataSet.OfOneScan("0", "").Treatment("talk") });

        var published = await host.Client.EstimateAsync("item=scan");
        var unpublished = await host.Client.EstimateAsync("item=scan&item=talk");

        Assert.Equal("from $0", published.StringAt("/total/text"));
        Assert.Equal("1 session × from $0", published.StringAt("/lines/0/text"));
        Assert.Equal("price on request", unpublished.StringAt("/total/text"));
        Assert.Equal("from $0", unpublished.StringAt("/lines/0/price/text"));
        Assert.Equal("price on request", unpublished.StringAt("/lines/1/price/text"));
    }

    [Fact]
    public async Task GetEstimate_TextsInOtherScripts_StandAsThemselves()
    {
        const string Name = "Сканирование <b>&amp;</b> 扫描 😀";
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = DataSet.OfOneScan("100", "100").Text("treatment.scan", Name) });

        var answer = await host.Client.EstimateAsync("item=scan");

        Assert.Equal(Name, answer.StringAt("/lines/0/name"));
        Assert.Contains("Сканирование", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", answer.Text, StringComparison.Ordinal);
    }
}
