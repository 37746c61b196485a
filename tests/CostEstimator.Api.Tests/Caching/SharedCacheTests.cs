using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Caching;

/// <summary>A shared cache in front of the server: it spares the server work, and never gives anybody another's answer.</summary>
public sealed class SharedCacheTests
{
    private const int RequestServed = 6;
    private const string Chemotherapy = "/v1/estimates?item=chemotherapy";
    private static readonly (string Name, string Value)[] Nothing = [];
    private static readonly HostSetup LoggingAll = new() { Settings = new Dictionary<string, string> { ["Logging:LogLevel:CostEstimator"] = "Debug" } };

    [ProgramFact("nginx")]
    public async Task Get_SameRequestTwice_IsAnsweredFromTheCache()
    {
        await using var host = await EstimatorHost.StartAsync(LoggingAll);
        await using var cache = await Nginx.StartAsync(host);

        foreach (var path in new[] { Chemotherapy, "/v1/treatments", "/v1/programmes/acute-leukaemia", "/v1/price-rules?treatment=chemotherapy", "/v1/exchange-rates" })
        {
            var (first, second) = (await cache.Client.FetchAsync(path), await cache.Client.FetchAsync(path));
            Assert.Equal(("MISS", "HIT"), (first.Header("X-Cache"), second.Header("X-Cache")));
            Assert.Equal(first.Body, second.Body);
            Assert.Equal(first.Header("ETag"), second.Header("ETag"));
        }

        Assert.Equal(5, await ServedAsync(host));
    }

    [ProgramFact("nginx")]
    public async Task Get_OtherLanguagesAndCurrencies_AreNeverMixedUp()
    {
        await using var host = await EstimatorHost.StartAsync();
        await using var cache = await Nginx.StartAsync(host);
        (string Path, string? Wish)[] requests =
        [
            .. from wish in new[] { null, "en", "ru", "tr", "ru-RU,ru;q=0.9", "de, tr;q=0.5", "*" }
               from query in new[] { "", "&currency=EUR", "&currency=TRY", "&language=tr", "&language=en&currency=RUB", "&language=ru" }
               select (Chemotherapy + query, wish)
        ];
        var expected = new List<ApiAnswer>();
        foreach (var (path, wish) in requests)
        {
            expected.Add(await host.Client.FetchAsync(path, wish is null ? Nothing : [("Accept-Language", wish)]));
        }

        var hits = 0;
        foreach (var place in Enumerable.Range(0, 3).SelectMany(_ => Enumerable.Range(0, requests.Length)).ToArray().AsEnumerable().Reverse())
        {
            var (path, wish) = requests[place];
            var answer = await cache.Client.FetchAsync(path, wish is null ? Nothing : [("Accept-Language", wish)]);
            hits += answer.Header("X-Cache") == "HIT" ? 1 : 0;
            Assert.Equal(expected[place].Text, answer.Text);
            Assert.Equal(expected[place].Header("Content-Language"), answer.Header("Content-Language"));
        }

        Assert.True(hits >= requests.Length, $"There were {hits} hits only.");
        Assert.True(expected.Select(answer => answer.Text).Distinct().Count() >= 9, "The requests are too much alike.");
    }

    [ProgramFact("nginx")]
    public async Task Get_KnownTag_IsNotModifiedByTheCacheAlone()
    {
        await using var host = await EstimatorHost.StartAsync(LoggingAll);
        await using var cache = await Nginx.StartAsync(host);
        var tag = (await cache.Client.FetchAsync(Chemotherapy)).Header("ETag")!;

        var known = await cache.Client.FetchAsync(Chemotherapy, ("If-None-Match", tag));
        var unknown = await cache.Client.FetchAsync(Chemotherapy, ("If-None-Match", "\"other\""));

        Assert.Equal((304, tag), (known.Status, known.Header("ETag")));
        Assert.Equal(200, unknown.Status);
        Assert.Equal(1, await ServedAsync(host));
    }

    [ProgramFact("nginx")]
    public async Task Get_FirstByAProgramThenByAPage_MayBeReadThere()
    {
        await using var host = await EstimatorHost.StartAsync();
        await using var cache = await Nginx.StartAsync(host);
        await cache.Client.FetchAsync(Chemotherapy);

        var answer = await cache.Client.FetchAsync(Chemotherapy, ("Origin", "https://clinic.example"));

        Assert.Equal(("HIT", "*"), (answer.Header("X-Cache"), answer.Header("Access-Control-Allow-Origin")));
    }

    [ProgramFact("nginx")]
    public async Task Get_RefusalsAndQuotes_AreNotKept()
    {
        await using var host = await EstimatorHost.StartAsync();
        await using var cache = await Nginx.StartAsync(host);
        var quote = await cache.Client.PostQuoteAsync("""{"items":[{"treatment":"chemotherapy"}]}""");

        foreach (var path in new[] { "/v1/estimates?item=chemo", "/v1/estimates?x=1", "/v1/nothing", quote.Header("Location")!, "/health/ready" })
        {
            await cache.Client.FetchAsync(path);
            Assert.NotEqual("HIT", (await cache.Client.FetchAsync(path)).Header("X-Cache"));
        }
    }

    [ProgramFact("nginx")]
    public async Task Get_AcrossMidnightInIstanbul_IsNotYesterdaysAnswer()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Now = new DateTimeOffset(2026, 11, 22, 20, 59, 59, TimeSpan.Zero) });
        await using var cache = await Nginx.StartAsync(host);
        Assert.Equal("2026-11-22", (await cache.Client.FetchAsync(Chemotherapy)).StringAt("/on"));

        host.Clock.AdjustTime(new DateTimeOffset(2026, 11, 22, 21, 0, 1, TimeSpan.Zero));
        await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);

        Assert.Equal("2026-11-23", (await cache.Client.FetchAsync(Chemotherapy)).StringAt("/on"));
    }

    [ProgramFact("nginx")]
    public async Task Get_KeysAreRequired_NothingIsKept()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string> { ["Partners:RequireKey"] = "true" } });
        await using var cache = await Nginx.StartAsync(host);
        var site = await PartnerSite.AddAsync(host);
        Assert.Equal(200, (await cache.Client.FetchAsync(Chemotherapy, site.Header)).Status);

        (await cache.Client.FetchAsync(Chemotherapy)).AssertRefused(401, "key-missing");
    }

    // A request is logged after its answer was sent.
    private static async Task<int> ServedAsync(EstimatorHost host)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        return host.Log.Count(line => line.Id.Id == RequestServed);
    }
}
