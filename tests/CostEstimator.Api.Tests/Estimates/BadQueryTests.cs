using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Estimates;

/// <summary>Queries that are refused: as not understood (400) or as impossible (422), with the parameter at fault.</summary>
public sealed class BadQueryTests(SeedHost seed) : IClassFixture<SeedHost>
{
    [Theory]
    [MemberData(nameof(BadQueries.Misunderstood), MemberType = typeof(BadQueries))]
    public async Task GetEstimate_NotUnderstood_IsRefusedWithTheParameter(string query, string code, string parameter)
    {
        var answer = await RawHttp.SendAsync(seed.Host.Address, $"GET /v1/estimates?{query} HTTP/1.1");

        answer.AssertRefused(400, code, parameter);
        Assert.Null(answer.Header("Price-List-Version"));
    }

    [Theory]
    [MemberData(nameof(BadQueries.Impossible), MemberType = typeof(BadQueries))]
    public async Task GetEstimate_Impossible_IsRefusedWithTheParameter(string query, string code, string parameter)
    {
        var answer = await RawHttp.SendAsync(seed.Host.Address, $"GET /v1/estimates{query} HTTP/1.1");

        answer.AssertRefused(422, code, parameter);
    }

    [Theory]
    [InlineData("item=%ZZ")]
    [InlineData("item=%")]
    [InlineData("item=%4")]
    [InlineData("item=%FF")]
    [InlineData("item=%C3%28")]
    [InlineData("item=%ED%A0%80")]
    [InlineData("item=%u0041")]
    [InlineData("item=chemotherapy%:4")]
    [InlineData("%ZZ=chemotherapy")]
    [InlineData("fact=%ED%A0%80:%FF&item=chemotherapy")]
    public async Task GetEstimate_BadPercentEncoding_IsRefused(string query)
    {
        var answer = await RawHttp.SendAsync(seed.Host.Address, $"GET /v1/estimates?{query} HTTP/1.1");

        Assert.Contains(answer.Status, new[] { 400, 422 });
        answer.AssertRefused(answer.Status, answer.StringAt("/type")!.Split(':')[^1]);
    }

    [Fact]
    public async Task GetEstimate_FiftyOneItems_IsRefused()
    {
        var fifty = string.Join('&', Enumerable.Repeat("item=chemotherapy:1", 50));

        (await seed.Client.EstimateAsync($"{fifty}&item=chemotherapy:1")).AssertRefused(422, "too-many-items", "item");
        Assert.Equal("75000.00", (await seed.Client.EstimateAsync(fifty)).StringAt("/total/low"));
    }

    [Theory]
    [InlineData("%69tem=chemotherapy%3A4-6")]
    [InlineData("&item=chemotherapy:4-6&")]
    [InlineData("item=chemotherapy:0004-0006")]
    [InlineData("currency=USD&on=2026-11-22&language=en&item=chemotherapy:4-6")]
    public async Task GetEstimate_UnusualSpelling_IsUnderstood(string query)
    {
        var answer = await RawHttp.SendAsync(seed.Host.Address, $"GET /v1/estimates?{query} HTTP/1.1");

        Assert.Equal(200, answer.Status);
        Assert.Equal("6000.00", answer.StringAt("/total/low"));
    }
}
