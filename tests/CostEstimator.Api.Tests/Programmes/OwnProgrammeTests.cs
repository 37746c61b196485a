using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Programmes;

/// <summary>Estimates of programmes that the seed has no example of.</summary>
public sealed class OwnProgrammeTests
{
    [Fact]
    public async Task GetEstimate_OneFactTouchesTwoStages_IsOneFact()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("drug").Treatment("graft").Fact("clinic", "a", "b")
                .Rule("drug-a", "drug", "1500", "1500", "clinic=a").Rule("drug-b", "drug", "3000", "3000", "clinic=b")
                .Rule("graft-a", "graft", "80000", "80000", "clinic=a").Rule("graft-b", "graft", "60000", "60000", "clinic=b")
                .Item("cure", "first", "drug").Item("cure", "second", "graft"),
        });

        var answer = await host.Client.EstimateAsync("programme=cure");

        // Clinic a: 1,500 + 80,000; clinic b: 3,000 + 60,000. The sum of the lines' hulls would be 61,500 to 83,000.
        Assert.Equal("$63,000 – $81,500", answer.StringAt("/total/text"));
        Assert.Equal("$1,500 – $3,000", answer.StringAt("/lines/0/price/text"));
        Assert.Equal("$60,000 – $80,000", answer.StringAt("/lines/1/price/text"));
        Assert.Equal("first", answer.StringAt("/lines/0/stage/code"));
        Assert.Equal("second", answer.StringAt("/lines/1/stage/code"));
        Assert.Equal(1, answer.At("/questions").GetArrayLength());
        Assert.Equal("$81,500", answer.StringAt("/questions/0/options/0/total/text"));
        Assert.Equal("$63,000", answer.StringAt("/questions/0/options/1/total/text"));
    }

    [Fact]
    public async Task GetEstimate_OneFactDecidesAnItemAndThePriceOfAnother_MovesBothTogether()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("bed").Treatment("nurse").Fact("ward", "shared", "own")
                .Rule("bed-shared", "bed", "100", "100", "ward=shared").Rule("bed-own", "bed", "250", "300", "ward=own")
                .Rule("nurse-price", "nurse", "200", "200")
                .Item("stay", "day", "bed").Item("stay", "night", "nurse", conditions: "ward=shared").Text("line.when", "needed with {values}"),
        });

        var unknown = await host.Client.EstimateAsync("programme=stay");
        var own = await host.Client.EstimateAsync("programme=stay&fact=ward:own");

        // Shared: 100 + 200 = 300. Own: 250 to 300, and no nurse. So 250 to 300, not 100 to 500.
        Assert.Equal("$250 – $300", unknown.StringAt("/total/text"));
        Assert.True(unknown.At("/lines/1/optional").GetBoolean());
        Assert.Equal("$200", unknown.StringAt("/lines/1/price/text"));
        Assert.Equal("needed with “ward is shared”", unknown.StringAt("/lines/1/whenText"));
        Assert.Equal("$250 – $300", own.StringAt("/total/text"));
        Assert.Equal(1, own.At("/lines").GetArrayLength());
    }

    [Fact]
    public async Task GetEstimate_FactsStated_NarrowTheRangeAtBothEnds()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("bed", 1, 3).Treatment("scan").Fact("ward", "shared", "own", "suite").Fact("scan-kind", "none", "plain", "dear")
                .Rule("bed-shared", "bed", "100", "120", "ward=shared").Rule("bed-own", "bed", "200", "300", "ward=own")
                .Rule("bed-suite", "bed", "500", "900", "ward=suite")
                .Rule("scan-plain", "scan", "50", "60", "scan-kind=plain").Rule("scan-dear", "scan", "400", "450", "scan-kind=dear")
                .Item("stay", "first", "bed", "").Item("stay", "second", "scan", conditions: "scan-kind=plain|dear"),
        });

        foreach (var (facts, total) in new[]
        {
            // Nothing known: 100 + 0 to 3 x 900 + 450.
            ("", "$100 – $3,150"),
            ("&fact=scan-kind:plain", "$150 – $2,760"),
            ("&fact=scan-kind:none", "$100 – $2,700"),
            ("&fact=ward:own", "$200 – $1,350"),
            ("&fact=ward:own&fact=scan-kind:dear", "$600 – $1,350"),
            ("&fact=ward:shared&fact=scan-kind:none", "$100 – $360"),
        })
        {
            Assert.Equal(total, (await host.Client.EstimateAsync($"programme=stay{facts}")).StringAt("/total/text"));
        }
    }

    [Theory]
    [InlineData("2026-11-30", "$110", "[]")]
    [InlineData("2026-12-01", "$170 – $180", "[]")]
    [InlineData("2026-12-31", "$170 – $180", "[]")]
    [InlineData("2027-01-01", "from $70", """["scan"]""")]
    public async Task GetEstimate_RulesWithBounds_UsesThoseInForceOnTheDay(string on, string total, string onRequest)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("scan").Treatment("walk").Fact("hall", "a", "b")
                .Rule("scan-old", "scan", "100", "100", to: "2026-12-01")
                .Rule("scan-a", "scan", "100", "100", "hall=a", from: "2026-12-01", to: "2027-01-01")
                .Rule("scan-b", "scan", "110", "110", "hall=b", from: "2026-12-01", to: "2027-01-01")
                .Rule("walk-old", "walk", "10", "10", to: "2026-12-01").Rule("walk-new", "walk", "70", "70", from: "2026-12-01")
                .Item("check-up", "first", "scan").Item("check-up", "second", "walk"),
        });

        var answer = await host.Client.EstimateAsync($"programme=check-up&on={on}");

        Assert.Equal(total, answer.StringAt("/total/text"));
        Assert.Equal(onRequest, answer.At("/onRequest").GetRawText());
    }

    [Fact]
    public async Task GetEstimate_ConditionsOnTooManyFacts_AreRefusedUntilSomeAreStated()
    {
        var data = new DataSet().Treatment("scan").Rule("scan-price", "scan", "100", "100");
        for (var fact = 0; fact < 14; fact++)
        {
            data.Fact($"f{fact}", "a", "b");
        }

        data.Item("maze", "only", "scan", conditions: string.Join(';', Enumerable.Range(0, 14).Select(fact => $"f{fact}=a")));
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = data });

        var unknown = await host.Client.EstimateAsync("programme=maze");
        var known = await host.Client.EstimateAsync("programme=maze&fact=f0:a");
        var excluded = await host.Client.EstimateAsync("programme=maze&fact=f0:b");

        // 2 to the 14th is 16,384; to the 13th 8,192.
        unknown.AssertRefused(422, "too-many-scenarios", "fact");
        Assert.Equal(14, unknown.At("/errors/0/known").GetArrayLength());
        Assert.Equal("0.00 100.00", $"{known.StringAt("/total/low")} {known.StringAt("/total/high")}");
        Assert.Equal(200, excluded.Status);
        Assert.Equal(0, excluded.At("/lines").GetArrayLength());
        Assert.Equal("$0", excluded.StringAt("/total/text"));
    }

    [Fact]
    public async Task GetEstimate_FactsOfStagesThatShareNone_AreNotMultiplied()
    {
        var data = new DataSet();
        for (var stage = 0; stage < 20; stage++)
        {
            data.Treatment($"t{stage}").Fact($"f{stage}", "a", "b").Rule($"r{stage}", $"t{stage}", "100", "100")
                .Item("long", $"s{stage}", $"t{stage}", conditions: $"f{stage}=a");
        }

        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = data });

        var answer = await host.Client.EstimateAsync("programme=long");

        Assert.Equal("$0 – $2,000", answer.StringAt("/total/text"));
        Assert.Equal(20, answer.At("/questions").GetArrayLength());
    }

    [Fact]
    public async Task GetEstimate_ProgrammeRemovedByAnImport_IsUnknownAndItsQuoteStays()
    {
        var data = DataSet.OfOneScan("100", "200").Item("check-up", "only", "scan");
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = data });
        var quote = await host.Client.PostQuoteAsync("""{"programme":"check-up"}""");
        Assert.Equal(201, quote.Status);

        host.Database.Import(DataSet.OfOneScan("100", "200"));
        await host.WaitForOtherPricesAsync(quote.Header("Price-List-Version")!);

        (await host.Client.EstimateAsync("programme=check-up")).AssertRefused(422, "unknown-programme", "programme");
        (await host.Client.PostQuoteAsync("""{"programme":"check-up"}""")).AssertRefused(422, "unknown-programme", "/programme");
        Assert.Equal(quote.Body, (await host.Client.FetchAsync(quote.Header("Location")!)).Body);
    }
}
