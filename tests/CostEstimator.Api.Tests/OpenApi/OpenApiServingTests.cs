using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.OpenApi;

/// <summary>How the document is served: made once, and true of wherever it was asked for.</summary>
public sealed class OpenApiServingTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private const string Path = "/openapi/v1.json";

    [Fact]
    public async Task Document_AskedAgain_IsTheSameOrNotModified()
    {
        var (first, second) = (await seed.Client.FetchAsync(Path), await seed.Client.FetchAsync(Path));
        var tag = first.Header("ETag")!;

        Assert.Equal(first.Body, second.Body);
        Assert.Equal("no-cache", first.Header("Cache-Control"));
        Assert.StartsWith("application/json", first.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal(304, (await seed.Client.FetchAsync(Path, ("If-None-Match", tag))).Status);
        Assert.Equal(200, (await seed.Client.FetchAsync(Path, ("If-None-Match", "\"other\""))).Status);
    }

    [Theory]
    [InlineData("https", "estimator.example", null, "https://estimator.example")]
    [InlineData("https", "estimator.example:8443", "/prices", "https://estimator.example:8443/prices")]
    [InlineData("http", "[::1]:5080", null, "http://[::1]:5080")]
    public async Task Document_BehindAProxy_NamesTheServerAsClientsSeeIt(string scheme, string host, string? prefix, string expected)
    {
        await using var behind = await EstimatorHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string> { ["Proxies:Known"] = "127.0.0.1" } });
        (string Name, string Value)[] headers = [("X-Forwarded-Proto", scheme), ("X-Forwarded-Host", host), .. prefix is null ? [] : new[] { ("X-Forwarded-Prefix", prefix) }];

        var document = await behind.Client.FetchAsync(Path, headers);

        Assert.Equal(expected, document.StringAt("/servers/0/url"));
        Assert.NotEqual(document.Header("ETag"), (await behind.Client.FetchAsync(Path)).Header("ETag"));
    }

    [Fact]
    public async Task Document_ManyMadeUpHosts_AreAnsweredEachWithItsOwn()
    {
        for (var number = 0; number < 40; number++)
        {
            var document = await seed.Client.FetchAsync(Path, ("Host", $"host-{number}.example"));
            Assert.Equal($"http://host-{number}.example", document.StringAt("/servers/0/url"));
        }
    }

    [Fact]
    public async Task Document_HostWithQuotes_IsStillJson()
    {
        var answer = await RawHttp.SendAsync(seed.Host.Address, System.Text.Encoding.ASCII.GetBytes($"GET {Path} HTTP/1.1\r\nHost: a\"b\r\nConnection: close\r\n\r\n"));

        // The server itself refuses such a host.
        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task Document_AskedByManyAtOnce_IsTheSame()
    {
        await using var host = await EstimatorHost.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.Client.FetchAsync(Path)));

        Assert.Single(answers.Select(answer => answer.Header("ETag")).Distinct());
    }
}
