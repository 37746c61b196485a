using System.Text;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Http;

/// <summary>Methods that a path does not have, and paths that there are not.</summary>
public sealed class MethodTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "FOO"];

    private static readonly string[] ForReading =
    [
        "/v1/estimates?item=chemotherapy", "/v1/treatments", "/v1/treatments/chemotherapy", "/v1/price-rules",
        "/v1/price-rules/chemotherapy-from-list", "/v1/programmes", "/v1/programmes/acute-leukaemia", "/v1/exchange-rates",
        "/v1/quotes/Q-0000-0000-0000", "/health/live", "/health/ready",
    ];

    public static TheoryData<string, string, string> NotAllowed =>
    [
        .. ForReading.SelectMany(path => Methods.Where(method => method != "GET"), (path, method) => (method, path, "GET")),
        .. Methods.Where(method => method != "POST").Select(method => (method, "/v1/quotes", "POST")),
    ];

    [Theory]
    [MemberData(nameof(NotAllowed))]
    public async Task Any_MethodThatThePathDoesNotHave_IsRefusedAndTheOthersNamed(string method, string path, string allowed)
    {
        var answer = await RawHttp.SendAsync(seed.Host.Address, $"{method} {path} HTTP/1.1\nContent-Type: application/json\nContent-Length: 2", "{}");

        answer.AssertRefused(405, "method-not-allowed");
        Assert.Contains(allowed, answer.Header("Allow")!.Split(", "));
        Assert.Equal(0, seed.Host.Database.QuoteCount());
    }

    [Theory]
    [InlineData("/v1/treatments")]
    [InlineData("/v1/estimates?item=chemotherapy")]
    [InlineData("/v1/quotes")]
    [InlineData("/nothing")]
    public async Task Head_AnyPath_HasNoBody(string path)
    {
        var answer = await RawHttp.SendAsync(seed.Host.Address, $"HEAD {path} HTTP/1.1");

        Assert.Contains(answer.Status, new[] { 200, 404, 405 });
        Assert.Empty(answer.Body);
        Assert.NotNull(answer.Header("Content-Type"));
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    [InlineData("/v2/estimates?item=chemotherapy")]
    [InlineData("/v1/estimate?item=chemotherapy")]
    [InlineData("/v1/estimates/chemotherapy")]
    [InlineData("/v1/quotes/a/b")]
    [InlineData("/v1/treatments/chemotherapy/rules")]
    [InlineData("/v1/programmes/acute-leukaemia/stages")]
    [InlineData("/v1/exchange-rates/EUR")]
    [InlineData("/data/exchange-rates/tcmb-2026-09-18.xml")]
    [InlineData("/health")]
    [InlineData("/favicon.ico")]
    [InlineData("/.env")]
    [InlineData("/appsettings.json")]
    [InlineData("/data/price-rules.csv")]
    [InlineData("/../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/openapi/v2.json")]
    [InlineData("/%E2%80%AE%F0%9F%98%80")]
    [InlineData("/%FF")]
    [InlineData("/%ZZ")]
    [InlineData("//")]
    [InlineData("/'%20OR%201=1--")]
    public async Task Get_UnknownPath_IsNotFound(string path)
    {
        var answer = await RawHttp.SendAsync(seed.Host.Address, $"GET {path} HTTP/1.1");

        answer.AssertRefused(404, "not-found");
    }

    [Fact]
    public async Task Post_UnknownPath_IsNotFound()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");

        (await seed.Client.CallAsync("POST", "/v1/orders", content)).AssertRefused(404, "not-found");
    }

    [Theory]
    [InlineData("/v1/treatments?on=2026-11-22", "on")]
    [InlineData("/v1/treatments/chemotherapy?x=1", "x")]
    [InlineData("/v1/price-rules/chemotherapy-from-list?on=2026-11-22", "on")]
    [InlineData("/v1/quotes/Q-0000-0000-0000?language=en", "language")]
    [InlineData("/health/live?verbose", "verbose")]
    [InlineData("/health/ready?x=", "x")]
    public async Task Get_ParameterThatThePathDoesNotHave_IsRefused(string path, string parameter)
    {
        (await seed.Client.FetchAsync(path)).AssertRefused(400, "unknown-parameter", parameter);
    }

    [Fact]
    public async Task PostQuote_WithAQuery_IsRefused()
    {
        using var content = new StringContent("""{"items":[{"treatment":"chemotherapy"}]}""", Encoding.UTF8, "application/json");

        (await seed.Client.CallAsync("POST", "/v1/quotes?currency=USD", content)).AssertRefused(400, "unknown-parameter", "currency");
        Assert.Equal(0, seed.Host.Database.QuoteCount());
    }

    [Fact]
    public async Task Get_Root_LeadsToSwaggerUi()
    {
        var answer = await seed.Client.FetchAsync("/");

        Assert.Equal(200, answer.Status);
        Assert.Contains("href=\"swagger/index.html\"", answer.Text, StringComparison.Ordinal);
    }
}
