using System.Text;
using CostEstimator.Api.Hosting;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Rehearsals;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Rehearsals;

/// <summary>What is rehearsed is what visitors ask: of any price list.</summary>
public sealed class RehearsedRequestTests
{
    public static TheoryData<string> PriceLists => ["shipped", "one price", "prices that depend on a fact, and in two currencies"];

    [Theory]
    [MemberData(nameof(PriceLists))]
    public async Task Request_OfAnyPriceList_IsOneThatTheProductAnswers(string prices)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = DataOf(prices), Settings = new Dictionary<string, string> { ["Limits:AnonymousPerMinute"] = "0" } });
        var moment = MomentOf(host);
        for (var number = 0; number < 60; number++)
        {
            var request = RehearsedRequest.Of(moment, number);

            Assert.Equal(200, (await host.Client.EstimateAsync(request.Query())).Status);
            Assert.Equal(201, (await host.Client.PostQuoteAsync(request.Body())).Status);
        }
    }

    [Fact]
    public async Task Request_AsEstimateAndAsQuote_AsksTheSame()
    {
        await using var host = await EstimatorHost.StartAsync();
        var moment = MomentOf(host);
        for (var number = 0; number < 24; number++)
        {
            var request = RehearsedRequest.Of(moment, number);

            var (estimate, quote) = (await host.Client.EstimateAsync(request.Query()), await host.Client.PostQuoteAsync(request.Body()));

            Assert.All(
                ["/total/text", "/language", "/currency", "/programme"],
                pointer => Assert.Equal(estimate.At(pointer).ToString(), quote.At(pointer).ToString()));
            Assert.Equal(estimate.At("/facts").ToString(), quote.At("/facts").ToString());
        }
    }

    [Fact]
    public async Task Requests_OfShippedData_AreOfEveryKindAndSeldomAlike()
    {
        await using var host = await EstimatorHost.StartAsync();
        var queries = Enumerable.Range(0, 5_000).Select(number => RehearsedRequest.Of(MomentOf(host), number).Query()).ToList();

        Assert.Equal(queries.Count, queries.Distinct().Count());
        Assert.All(
            ["language=en", "language=ru", "language=tr", "programme=acute-leukaemia", "currency=EUR", "currency=TRY", "item=chemotherapy:", "fact="],
            part => Assert.Contains(queries.Take(60), query => query.Contains(part, StringComparison.Ordinal)));
        Assert.Contains(queries.Take(60), query => !query.Contains("currency", StringComparison.Ordinal));
        Assert.Contains(queries.Take(60), query => !query.Contains("programme", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Round_OnTheWire_IsOfEstimatesAndQuotesAndClosesTheConnection()
    {
        await using var host = await EstimatorHost.StartAsync();

        var wire = Encoding.ASCII.GetString(Rehearsal.RequestsOf(MomentOf(host), 0, "/there")).Split("HTTP/1.1\r\n");

        Assert.Equal(33, wire.Count(part => part.Contains("GET /there", StringComparison.Ordinal)));
        Assert.Equal(16, wire.Count(part => part.Contains("POST /there", StringComparison.Ordinal)));
        Assert.EndsWith("Connection: close\r\n\r\n", wire[^1], StringComparison.Ordinal);
    }

    private static DataSet? DataOf(string prices) => prices switch
    {
        "shipped" => null,
        "one price" => DataSet.OfOneScan("100", "200"),
        _ => new DataSet().Treatment("scan").Treatment("visit", 2, 5).Fact("donor", "related", "unrelated")
            .Rule("scan-related", "scan", "100", "200", conditions: "donor=related").Rule("scan-unrelated", "scan", "300", "400", conditions: "donor=unrelated")
            .Rule("visit-price", "visit", "10", ""),
    };

    private static Moment MomentOf(EstimatorHost host) => new(host.Service<CurrentPriceList>().Snapshot, host.Service<PricingDay>().Today);
}
