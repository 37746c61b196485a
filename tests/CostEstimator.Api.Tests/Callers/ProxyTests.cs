using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Callers;

/// <summary>What proxies say of where a request came from: believed of those that are configured only.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.0/8")]
    [InlineData("10.0.0.7, 192.168.0.0/16; 127.0.0.1 ::1")]
    public async Task ForwardedFor_KnownProxy_CountsForItsClient(string known)
    {
        await using var host = await StartAsync(known);

        Assert.Equal("1", await LeftAsync(host, "192.0.2.1"));
        Assert.Equal("1", await LeftAsync(host, "192.0.2.2"));
        Assert.Equal("0", await LeftAsync(host, "192.0.2.1"));
        Assert.Equal("1", await LeftAsync(host, "2001:db8:1:2::1"));
        Assert.Equal("0", await LeftAsync(host, "2001:db8:1:2:3::9"));
        Assert.Equal("1", await LeftAsync(host, "2001:db8:1:3::1"));

        // What a client itself claims stands before what the proxy has seen.
        Assert.Equal("1", await LeftAsync(host, "192.0.2.2, 192.0.2.3"));
        Assert.Equal("0", await LeftAsync(host, "198.51.100.1, 192.0.2.3"));
    }

    [Fact]
    public async Task ForwardedFor_TwoKnownProxies_CountsForTheClientOfTheFirst()
    {
        await using var host = await StartAsync("127.0.0.1, 10.0.0.0/8");

        Assert.Equal("1", await LeftAsync(host, "192.0.2.1, 10.1.2.3"));
        Assert.Equal("0", await LeftAsync(host, "192.0.2.1, 10.9.9.9"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.7")]
    [InlineData("127.0.0.2")]
    public async Task ForwardedFor_AnybodyElse_IsPassedOver(string known)
    {
        await using var host = await StartAsync(known);

        Assert.Equal("1", await LeftAsync(host, "192.0.2.1"));
        Assert.Equal("0", await LeftAsync(host, "192.0.2.2"));
    }

    [Theory]
    [InlineData("127.0.0.1", "max-age=31536000")]
    [InlineData("", null)]
    public async Task ForwardedProto_Https_IsHttpsOnlyBehindAKnownProxy(string known, string? expected)
    {
        await using var host = await StartAsync(known);

        var answer = await host.Client.FetchAsync("/v1/treatments", ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "estimator.example"));

        Assert.Equal(expected, answer.Header("Strict-Transport-Security"));
    }

    [Fact]
    public async Task ForwardedPrefix_KnownProxy_IsInTheLocationOfAQuote()
    {
        await using var host = await StartAsync("127.0.0.1");

        var answer = await host.Client.PostQuoteAsync("""{"items":[{"treatment":"chemotherapy"}]}""", ("X-Forwarded-Prefix", "/estimator"));

        Assert.StartsWith("/estimator/v1/quotes/Q-", answer.Header("Location"), StringComparison.Ordinal);
    }

    private static async Task<string> LeftAsync(EstimatorHost host, string forwardedFor) =>
        (await host.Client.FetchAsync("/v1/treatments", ("X-Forwarded-For", forwardedFor))).Header("RateLimit")!.Split(";r=")[1].Split(';')[0];

    private static Task<EstimatorHost> StartAsync(string known) => EstimatorHost.StartAsync(new HostSetup
    {
        Settings = new Dictionary<string, string> { ["Limits:AnonymousPerMinute"] = "2", ["Proxies:Known"] = known },
    });
}
