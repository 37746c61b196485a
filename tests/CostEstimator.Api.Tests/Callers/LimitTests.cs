using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Callers;

/// <summary>How many requests of a caller are answered within a minute.</summary>
public sealed class LimitTests
{
    private const string Quote = """{"items":[{"treatment":"chemotherapy"}]}""";

    [Fact]
    public async Task Get_MoreThanTheLimit_IsRefusedUntilTheMinuteIsOver()
    {
        await using var host = await StartAsync(("Limits:AnonymousPerMinute", "3"));
        for (var left = 2; left >= 0; left--)
        {
            var answer = await host.Client.FetchAsync("/v1/treatments");
            Assert.Equal(200, answer.Status);
            Assert.Equal("\"anonymous\";q=3;w=60", answer.Header("RateLimit-Policy"));
            Assert.Equal($"\"anonymous\";r={left};t=60", answer.Header("RateLimit"));
        }

        host.Clock.Advance(TimeSpan.FromSeconds(17.5));
        var refused = await host.Client.FetchAsync("/v1/treatments", ("Origin", "https://a.example"));
        refused.AssertRefused(429, "too-many-requests");
        Assert.Equal("43", refused.Header("Retry-After"));
        Assert.Equal("\"anonymous\";r=0;t=43", refused.Header("RateLimit"));
        Assert.Equal("*", refused.Header("Access-Control-Allow-Origin"));

        host.Clock.Advance(TimeSpan.FromSeconds(43));
        Assert.Equal("\"anonymous\";r=2;t=60", (await host.Client.FetchAsync("/v1/treatments")).Header("RateLimit"));
    }

    [Fact]
    public async Task Any_AnswerOfAnyStatus_CountsAndSaysSo()
    {
        await using var host = await StartAsync(("Limits:AnonymousPerMinute", "100"));
        var answers = new[]
        {
            await host.Client.EstimateAsync("item=chemotherapy"),
            await host.Client.FetchAsync("/v1/treatments", ("If-None-Match", "*")),
            await host.Client.EstimateAsync("x=1"),
            await host.Client.FetchAsync("/v1/treatments", ("X-Api-Key", "nonsense")),
            await host.Client.FetchAsync("/nothing"),
            await host.Client.CallAsync("DELETE", "/v1/treatments"),
            await host.Client.FetchAsync("/v1/treatments", ("Accept", "text/html")),
            await host.Client.PostQuoteAsync(new byte[20_000]),
            await host.Client.EstimateAsync("item=chemo"),
            await host.Client.PostQuoteAsync(Quote),
        };

        Assert.Equal([200, 304, 400, 401, 404, 405, 406, 413, 422, 201], answers.Select(answer => answer.Status));
        Assert.Equal(Enumerable.Range(90, 10).Reverse().Select(left => $"\"anonymous\";r={left};t=60"), answers.Select(answer => answer.Header("RateLimit")));
        Assert.All(answers, answer => Assert.Equal("\"anonymous\";q=100;w=60", answer.Header("RateLimit-Policy")));
    }

    [Fact]
    public async Task Any_DatabaseGone_StillSaysWhatIsLeft()
    {
        await using var host = await StartAsync(("Limits:AnonymousPerMinute", "100"));
        host.Database.Execute("DROP TABLE quotes");

        var answer = await host.Client.PostQuoteAsync(Quote);

        answer.AssertRefused(503, "unavailable");
        Assert.Equal("\"anonymous\";r=99;t=60", answer.Header("RateLimit"));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swagger/index.html")]
    [InlineData("/swagger/swagger-ui.css")]
    public async Task Get_HealthAndDocument_AreExempt(string path)
    {
        await using var host = await StartAsync(("Limits:AnonymousPerMinute", "1"));
        Assert.Equal(200, (await host.Client.FetchAsync("/v1/treatments")).Status);
        Assert.Equal(429, (await host.Client.FetchAsync("/v1/treatments")).Status);

        for (var request = 0; request < 3; request++)
        {
            var answer = await host.Client.FetchAsync(path);
            Assert.Equal(200, answer.Status);
            Assert.Null(answer.Header("RateLimit"));
        }
    }

    [Fact]
    public async Task Options_Preflight_CostsNothing()
    {
        await using var host = await StartAsync(("Limits:AnonymousPerMinute", "1"));
        for (var request = 0; request < 3; request++)
        {
            var preflight = await host.Client.CallAsync(
                "OPTIONS", "/v1/quotes", null, ("Origin", "https://a.example"), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type"));
            Assert.Equal(204, preflight.Status);
        }

        Assert.Equal(200, (await host.Client.FetchAsync("/v1/treatments")).Status);
    }

    [Fact]
    public async Task Get_NoLimit_SaysNothingOfLimits()
    {
        await using var host = await StartAsync(("Limits:AnonymousPerMinute", "0"));
        for (var request = 0; request < 200; request++)
        {
            var answer = await host.Client.FetchAsync("/v1/programmes");
            Assert.Equal((200, null, null), (answer.Status, answer.Header("RateLimit"), answer.Header("RateLimit-Policy")));
        }
    }

    [Fact]
    public async Task Get_PartnersAndOthers_AreCountedApart()
    {
        await using var host = await StartAsync(("Limits:AnonymousPerMinute", "2"));
        var (one, other) = (await PartnerSite.AddAsync(host, "clinic-a", 2), await PartnerSite.AddAsync(host, "clinic-b", 1));
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("200 200 429", string.Join(' ', await StatusesAsync(host, 3, one.Header)));
        Assert.Equal("200 429", string.Join(' ', await StatusesAsync(host, 2, other.Header)));
        Assert.Equal("200 200 429", string.Join(' ', await StatusesAsync(host, 3)));
        Assert.Equal(429, (await host.Client.FetchAsync("/v1/treatments", ("X-Api-Key", "nonsense"))).Status);
        Assert.Equal("\"partner\";q=1;w=60", (await host.Client.FetchAsync("/v1/treatments", other.Header)).Header("RateLimit-Policy"));
    }

    [Fact]
    public async Task Get_PartnerWithoutALimit_IsNeverRefused()
    {
        await using var host = await StartAsync(("Limits:AnonymousPerMinute", "1"));
        var site = await PartnerSite.AddAsync(host, perMinute: 0);

        Assert.All(await StatusesAsync(host, 50, site.Header), status => Assert.Equal(200, status));
    }

    [Fact]
    public async Task Default_NoSetting_Is120()
    {
        using var folder = new TempFolder();
        await using var server = await ServerProcess.StartAsync(folder);

        Assert.Equal("\"anonymous\";q=120;w=60", (await server.Client.FetchAsync("/v1/treatments")).Header("RateLimit-Policy"));
    }

    private static async Task<int[]> StatusesAsync(EstimatorHost host, int requests, params (string Name, string Value)[] headers)
    {
        var statuses = new int[requests];
        for (var request = 0; request < requests; request++)
        {
            statuses[request] = (await host.Client.FetchAsync("/v1/treatments", headers)).Status;
        }

        return statuses;
    }

    private static Task<EstimatorHost> StartAsync(params (string Name, string Value)[] settings) => EstimatorHost.StartAsync(
        new HostSetup { Settings = settings.ToDictionary(setting => setting.Name, setting => setting.Value) });
}
