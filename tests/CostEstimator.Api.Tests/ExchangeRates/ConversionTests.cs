using CostEstimator.Api.Tests.Estimates;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.ExchangeRates;

/// <summary>Estimates and quotes in other currencies than prices are published in.</summary>
public sealed class ConversionTests
{
    private const string ScanInLira = """{"items":[{"treatment":"scan"}],"currency":"TRY"}""";

    // What the bank pays and takes differ by a tenth, so that by each end it can be seen which rate was used.
    private static readonly BulletinXml WideSpread = new(
        new DateOnly(2026, 11, 20), "2026/1", ("USD", 1, "40", "44"), ("EUR", 1, "50", "55"), ("JPY", 100, "20", "25"), ("KWD", 1, "100", "128"));

    [Theory]
    [InlineData("2026-09-18", "₺4,000", "2026/261")]
    [InlineData("2026-10-01", "₺4,000", "2026/261")]
    [InlineData("2026-10-02", "₺5,000", "2026/275")]
    [InlineData("2030-01-01", "₺5,000", "2026/275")]
    public async Task GetEstimate_TwoBulletins_UsesTheOneOfItsDay(string on, string total, string bulletin)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = DataSet.OfOneScan("100", "100").Bulletin(BulletinXml.Of("2026-10-02", 50)).Bulletin(BulletinXml.Of("2026-09-18", 40)),
        });

        var answer = await host.Client.EstimateAsync($"item=scan&currency=TRY&on={on}");

        Assert.Equal(total, answer.StringAt("/total/text"));
        Assert.Equal(bulletin, answer.StringAt("/exchange/bulletin"));
    }

    // USD to TRY: 100 x 40, 200 x 44. TRY to USD would be the other way round. JPY is for 100 units; KWD has three decimals.
    [Theory]
    [InlineData("USD", "TRY", "4000.00", "8800.00", "40", "44")]
    [InlineData("TRY", "USD", "2.27", "5.00", "0.0227272727", "0.025")]
    [InlineData("USD", "EUR", "72.72", "176.00", "0.7272727272", "0.88")]
    [InlineData("EUR", "USD", "113.63", "275.00", "1.1363636363", "1.375")]
    [InlineData("USD", "JPY", "16000", "44000", "160", "220")]
    [InlineData("JPY", "USD", "0.45", "1.25", "0.0045454545", "0.00625")]
    [InlineData("USD", "KWD", "31.250", "88.000", "0.3125", "0.44")]
    [InlineData("KWD", "USD", "227.27", "640.00", "2.2727272727", "3.2")]
    [InlineData("JPY", "EUR", "0.36", "1.00", "0.0036363636", "0.005")]
    public async Task GetEstimate_EitherWay_IsConvertedOutwardByTheSpread(string from, string to, string low, string high, string buying, string selling)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("scan").Rule("scan-price", "scan", "100", "200", currency: from).Bulletin(WideSpread),
        });

        var answer = await host.Client.EstimateAsync($"item=scan&currency={to}");
        var own = await host.Client.EstimateAsync($"item=scan&currency={from}");

        Assert.Equal([low, high], [answer.StringAt("/total/low")!, answer.StringAt("/total/high")!]);
        Assert.Equal(low, answer.StringAt("/lines/0/unitPrice/low"));
        Assert.Equal(from, answer.StringAt("/lines/0/basis/0/range/currency"));
        EstimateShape.AssertExchange(answer.At("/exchange"));
        Assert.Equal($$"""[{"from":"{{from}}","to":"{{to}}","buying":"{{buying}}","selling":"{{selling}}"}]""", answer.At("/exchange/rates").GetRawText());
        Assert.Equal("null", own.At("/exchange").GetRawText());
    }

    [Fact]
    public async Task GetEstimate_MixedCurrencies_ConvertsEachAndSaysHow()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = Mixed() });

        var dollars = await host.Client.EstimateAsync("item=scan&item=lens&item=walk");
        var lira = await host.Client.EstimateAsync("item=scan&item=lens&item=walk&currency=TRY");
        var francs = await host.Client.EstimateAsync("item=scan&currency=CHF");

        // Without a spread, a euro is two dollars: 100 + 2 x 100 + 10; by 40 lira a dollar, 12,400.
        Assert.Equal("$310", dollars.StringAt("/total/text"));
        Assert.Equal("""[{"from":"EUR","to":"USD","buying":"2","selling":"2"}]""", dollars.At("/exchange/rates").GetRawText());
        Assert.Equal("₺12,400", lira.StringAt("/total/text"));
        Assert.Equal(
            """[{"from":"EUR","to":"TRY","buying":"80","selling":"80"},{"from":"USD","to":"TRY","buying":"40","selling":"40"}]""",
            lira.At("/exchange/rates").GetRawText());
        Assert.Equal(
            """[{"currency":"EUR","unit":1,"buying":"80","selling":"80"},{"currency":"USD","unit":1,"buying":"40","selling":"40"}]""",
            lira.At("/exchange/bulletinRates").GetRawText());
        Assert.Contains("EUR, USD", lira.At("/notes").GetRawText(), StringComparison.Ordinal);
        francs.AssertRefused(422, "no-exchange-rate", "currency");
        Assert.Equal("""["EUR","TRY","USD"]""", francs.At("/errors/0/known").GetRawText());
    }

    [Fact]
    public async Task GetEstimate_SourcesInTwoCurrencies_AreConvertedBeforeTheirHull()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("scan").Treatment("walk")
                .Rule("scan-dollars", "scan", "100", "150").Rule("scan-euros", "scan", "60", "70", currency: "EUR").Rule("walk-price", "walk", "1")
                .Bulletin(BulletinXml.Of("2026-11-20", 40)),
        });

        var answer = await host.Client.EstimateAsync("item=scan");

        // 60 to 70 euros are 120 to 140 dollars.
        Assert.Equal("$100 – $150", answer.StringAt("/total/text"));
        Assert.True(answer.At("/lines/0/sourcesDisagree").GetBoolean());
        Assert.Equal("€50 – €75", (await host.Client.EstimateAsync("item=scan&currency=EUR")).StringAt("/total/text"));
    }

    [Fact]
    public async Task GetTreatments_MixedCurrencies_GivesThePriceListsCurrencyAndSaysHow()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = Mixed() });

        var scan = await host.Client.FetchAsync("/v1/treatments/scan");
        var lens = await host.Client.FetchAsync("/v1/treatments/lens");

        Assert.Equal("$100", scan.StringAt("/unitPrice/text"));
        Assert.Equal("null", scan.At("/exchange").GetRawText());
        Assert.Equal("$200", lens.StringAt("/unitPrice/text"));
        EstimateShape.AssertExchange(lens.At("/exchange"));
        Assert.Equal("2026/324", lens.StringAt("/exchange/bulletin"));
    }

    [Fact]
    public async Task GetTreatments_NoRate_GivesNoPriceUntilThereIsOne()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = Mixed(hasBulletin: false) });
        var before = await host.Client.FetchAsync("/v1/treatments");

        host.Database.Import(BulletinXml.Of("2026-11-20", 40));
        await host.WaitForBulletinAsync("2026/324");
        var after = await host.Client.FetchAsync("/v1/treatments", ("If-None-Match", before.Header("ETag")!));

        Assert.Equal("null", before.At("/1/unitPrice").GetRawText());
        Assert.False(before.At("/1/onRequest").GetBoolean());
        Assert.Equal("$200", after.StringAt("/1/unitPrice/text"));
    }

    [Fact]
    public async Task GetEstimate_FreeOfCharge_IsFreeInEveryCurrency()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = DataSet.OfOneScan("0", "0").Bulletin(WideSpread) });

        var answer = await host.Client.EstimateAsync("item=scan:1-&currency=KWD");

        Assert.Equal("0.000 0.000 free of charge", $"{answer.StringAt("/total/low")} {answer.StringAt("/total/high")} {answer.StringAt("/total/text")}");
    }

    [Fact]
    public async Task GetEstimate_NewBulletin_HasAnotherTagAndOtherFigures()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = DataSet.OfOneScan("100", "100").Bulletin(BulletinXml.Of("2026-11-20", 40)),
        });
        var before = await host.Client.EstimateAsync("item=scan&currency=TRY");

        host.Database.Import(BulletinXml.Of("2026-11-21", 50));
        await host.WaitForBulletinAsync("2026/325");
        var after = await host.Client.FetchAsync("/v1/estimates?item=scan&currency=TRY", ("If-None-Match", before.Header("ETag")!));

        Assert.Equal("₺4,000", before.StringAt("/total/text"));
        Assert.Equal(200, after.Status);
        Assert.Equal("₺5,000", after.StringAt("/total/text"));
        Assert.NotEqual(before.Header("ETag"), after.Header("ETag"));
        Assert.Equal(before.Header("Price-List-Version"), after.Header("Price-List-Version"));
    }

    [Fact]
    public async Task GetQuote_AfterANewBulletin_KeepsTheRatesThatItWasIssuedWith()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = DataSet.OfOneScan("100", "100").Bulletin(BulletinXml.Of("2026-11-20", 40)),
        });
        var issued = await host.Client.PostQuoteAsync(ScanInLira);

        host.Database.Import(BulletinXml.Of("2026-11-20", 60), BulletinXml.Of("2026-11-21", 50));
        await host.WaitForBulletinAsync("2026/325");
        var read = await host.Client.FetchAsync(issued.Header("Location")!);
        var another = await host.Client.PostQuoteAsync(ScanInLira);

        Assert.Equal(issued.Body, read.Body);
        Assert.Equal("₺4,000", read.StringAt("/total/text"));
        Assert.Equal("2026/324", read.StringAt("/exchange/bulletin"));
        Assert.Equal("₺5,000", another.StringAt("/total/text"));
        Assert.Equal("2026/324 2026/325", host.Database.Value<string>("SELECT group_concat(bulletin, ' ' ORDER BY bulletin) FROM quotes"));
    }

    [Fact]
    public async Task PostQuote_NothingConverted_KeepsNoBulletin()
    {
        await using var host = await EstimatorHost.StartAsync();

        await host.Client.PostQuoteAsync("""{"items":[{"treatment":"chemotherapy"}]}""");
        await host.Client.PostQuoteAsync("""{"items":[{"treatment":"radiation-therapy"}],"currency":"EUR"}""");

        Assert.Equal(2L, host.Database.Value<long>("SELECT count(*) FROM quotes WHERE bulletin IS NULL"));
    }

    [Theory]
    [InlineData("currency=KZT", "KZT", "2026/176")]
    [InlineData("currency=KZT&language=ru", "KZT", "18 сентября 2026")]
    [InlineData("currency=EUR&on=2026-09-17", "September 17, 2026", "EUR")]
    public async Task GetEstimate_NoRate_SaysWhichAndListsTheCurrenciesThereAre(string query, params string[] words)
    {
        await using var host = await EstimatorHost.StartAsync();

        foreach (var what in new[] { "item=chemotherapy", "item=radiation-therapy", "programme=acute-leukaemia" })
        {
            var answer = await host.Client.EstimateAsync($"{what}&{query}");

            answer.AssertRefused(422, "no-exchange-rate", "currency");
            Assert.All(words, word => Assert.Contains(word, answer.StringAt("/detail"), StringComparison.Ordinal));
            Assert.Equal(
                query.Contains("on=", StringComparison.Ordinal) ? """["USD"]""" : """["EUR","JPY","RUB","TRY","USD"]""",
                answer.At("/errors/0/known").GetRawText());
        }
    }

    [Fact]
    public async Task GetEstimate_EveryCurrencyThatARefusalLists_IsThere()
    {
        await using var host = await EstimatorHost.StartAsync();
        var refused = await host.Client.EstimateAsync("item=allogeneic-bmt&currency=KZT");

        foreach (var currency in refused.At("/errors/0/known").EnumerateArray())
        {
            Assert.Equal(200, (await host.Client.EstimateAsync($"item=allogeneic-bmt&currency={currency}")).Status);
        }
    }

    // Two of three prices are in dollars, so the list is.
    private static DataSet Mixed(bool hasBulletin = true)
    {
        var data = new DataSet().Treatment("scan").Treatment("lens").Treatment("walk")
            .Rule("scan-price", "scan", "100", "100").Rule("lens-price", "lens", "100", "100", currency: "EUR").Rule("walk-price", "walk", "10", "10");
        return hasBulletin ? data.Bulletin(BulletinXml.Of("2026-11-20", 40)) : data;
    }
}
