using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Http;

/// <summary>Every priced answer says which price list it is from.</summary>
public sealed class PriceListVersionTests(SeedHost seed) : IClassFixture<SeedHost>
{
    [Theory]
    [InlineData("/v1/estimates?item=chemotherapy")]
    [InlineData("/v1/estimates?item=radiation-therapy")]
    [InlineData("/v1/treatments")]
    [InlineData("/v1/treatments/chemotherapy")]
    [InlineData("/v1/estimates?programme=acute-leukaemia&currency=RUB&language=ru")]
    [InlineData("/v1/price-rules")]
    [InlineData("/v1/programmes")]
    [InlineData("/v1/programmes/acute-leukaemia")]
    [InlineData("/v1/exchange-rates")]
    [InlineData("/v1/price-rules/chemotherapy-from-list")]
    [InlineData("/v1/quotes/Q-0000-0000-0000")]
    public async Task Get_PricedAnswer_HasTheVersion(string path)
    {
        var answer = await seed.Client.FetchAsync(path);
        var estimate = await seed.Client.EstimateAsync("item=coordination");

        Assert.Equal(200, answer.Status);
        Assert.Equal(estimate.StringAt("/priceListVersion"), answer.Header("Price-List-Version"));
    }

    [Fact]
    public async Task Version_SamePricesElsewhere_IsTheSame()
    {
        await using var elsewhere = await EstimatorHost.StartAsync();

        var here = await seed.Client.FetchAsync("/v1/treatments");
        var there = await elsewhere.Client.FetchAsync("/v1/treatments");

        Assert.Equal(here.Header("Price-List-Version"), there.Header("Price-List-Version"));
    }

    [Fact]
    public async Task Version_OtherPrices_IsAnother()
    {
        await using var one = await EstimatorHost.StartAsync(new HostSetup { Data = DataSet.OfOneScan("100", "200") });
        await using var other = await EstimatorHost.StartAsync(new HostSetup { Data = DataSet.OfOneScan("100", "200.01") });

        var versions = new[]
        {
            (await one.Client.EstimateAsync("item=scan")).StringAt("/priceListVersion"),
            (await other.Client.EstimateAsync("item=scan")).StringAt("/priceListVersion"),
        };

        Assert.NotEqual(versions[0], versions[1]);
    }
}
