using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Http;

/// <summary>Every answer tells browsers to take it for nothing but what it is.</summary>
public sealed class SecurityHeaderTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private const string ForData = "default-src 'none'; frame-ancestors 'none'";

    [Theory]
    [InlineData("GET", "/v1/estimates?item=chemotherapy", 200)]
    [InlineData("GET", "/v1/estimates?x=1", 400)]
    [InlineData("GET", "/v1/estimates?item=chemo", 422)]
    [InlineData("GET", "/v1/quotes/Q-0000-0000-0000", 200)]
    [InlineData("GET", "/openapi/v1.json", 200)]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/nothing", 404)]
    [InlineData("DELETE", "/v1/treatments", 405)]
    public async Task Any_Answer_HasThem(string method, string path, int status)
    {
        var answer = await seed.Client.CallAsync(method, path);

        Assert.Equal(status, answer.Status);
        Assert.Equal(ForData, answer.Header("Content-Security-Policy"));
        AssertHasTheOthers(answer);
    }

    [Fact]
    public async Task Any_FaultOfTheDatabase_HasThem()
    {
        await using var host = await EstimatorHost.StartAsync();
        host.Database.Execute("DROP TABLE quotes");

        var answer = await host.Client.FetchAsync("/v1/quotes/Q-ZZZZ-ZZZZ-ZZZZ");

        answer.AssertRefused(503, "unavailable");
        Assert.Equal(ForData, answer.Header("Content-Security-Policy"));
        AssertHasTheOthers(answer);
    }

    [Theory]
    [InlineData("/swagger/index.html")]
    [InlineData("/swagger/swagger-ui-bundle.js")]
    public async Task SwaggerUi_AnyFile_RunsItsOwnScriptsAlone(string path)
    {
        var answer = await seed.Client.FetchAsync(path);

        var policy = answer.Header("Content-Security-Policy")!;
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        AssertHasTheOthers(answer);
    }

    private static void AssertHasTheOthers(ApiAnswer answer)
    {
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
        Assert.Null(answer.Header("Server"));
        Assert.Null(answer.Header("Strict-Transport-Security"));
    }
}
