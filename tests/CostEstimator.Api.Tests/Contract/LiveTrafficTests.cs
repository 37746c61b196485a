using System.Text;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Contract;

/// <summary>Live traffic of every kind through a proxy that validates it: no answer is other than the document says.</summary>
public sealed class LiveTrafficTests(ContractTools tools) : IDisposable
{
    private static readonly string[] GoodPaths =
    [
        "/v1/estimates?item=chemotherapy", "/v1/estimates?item=chemotherapy:4-6&item=allogeneic-bmt&fact=donor:related&fact=transplant:none",
        "/v1/estimates?item=allogeneic-bmt&currency=EUR&language=ru&on=2026-11-20", "/v1/estimates?programme=acute-leukaemia",
        "/v1/estimates?programme=acute-leukaemia&currency=RUB&language=tr&fact=consolidation:radiation-therapy&fact=transplant:autologous",
        "/v1/estimates?item=coordination", "/v1/estimates?item=radiation-therapy", "/v1/estimates?item=chemotherapy:1000-",
        "/v1/estimates?item=autologous-bmt&currency=JPY", "/v1/treatments", "/v1/treatments?language=ru", "/v1/treatments/allogeneic-bmt",
        "/v1/treatments/radiation-therapy?language=tr", "/v1/price-rules", "/v1/price-rules?treatment=allogeneic-bmt&on=2026-11-22&language=ru",
        "/v1/price-rules/chemotherapy-from-list", "/v1/programmes", "/v1/programmes?language=tr", "/v1/programmes/acute-leukaemia?language=ru",
        "/v1/exchange-rates", "/v1/exchange-rates?on=2026-09-20", "/v1/quotes/Q-0000-0000-0000", "/v1/quotes/q000000000000", "/health/live", "/health/ready",
    ];

    private static readonly string[] BadPaths =
    [
        "/v1/estimates", "/v1/estimates?item=", "/v1/estimates?item=chemo&item=x:y", "/v1/estimates?item=chemotherapy:0", "/v1/estimates?item=chemotherapy&x=1",
        "/v1/estimates?item=chemotherapy&currency=usd", "/v1/estimates?item=chemotherapy&currency=KZT&language=ru", "/v1/estimates?item=chemotherapy&on=today",
        "/v1/estimates?item=chemotherapy&language=de", "/v1/estimates?item=chemotherapy&fact=colour:red&fact=donor:x", "/v1/estimates?programme=x",
        "/v1/treatments/chemo", "/v1/treatments?language=de", "/v1/price-rules/none", "/v1/price-rules?treatment=chemo&on=x", "/v1/programmes/x",
        "/v1/exchange-rates?on=2020-01-01", "/v1/quotes/nonsense", "/v1/quotes/Q-ZZZZ-ZZZZ-ZZZZ", "/health/live?x=1",
    ];

    private static readonly string[] GoodBodies =
    [
        """{"items":[{"treatment":"chemotherapy"}]}""", """{"programme":"acute-leukaemia","currency":"EUR","language":"ru"}""",
        """{"programme":null,"items":[{"treatment":"allogeneic-bmt","quantity":{"min":1,"max":null}}],"facts":{"donor":"unrelated"},"currency":null,"language":null}""",
        """{"items":[{"treatment":"radiation-therapy","quantity":null}],"facts":null}""",
    ];

    // All but those that are no JSON, which the proxy refuses by itself.
    private static readonly string[] BadBodies =
    [
        "[]", "{}", """{"items":[]}""", """{"items":[{"treatment":"chemo"}]}""", """{"items":[{"treatment":"chemotherapy","quantity":{"min":"4"}}]}""",
        """{"items":[{"treatment":"chemotherapy","quantity":{"min":6,"max":4}}],"name":"Jane"}""", """{"items":[{"treatment":"chemotherapy"}],"currency":"XXX"}""",
        $$"""{"items":[{"treatment":"{{new string('x', 17_000)}}"}]}""",
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ProgramFact("node", "npm")]
    public async Task Traffic_GoodRequests_FitTheDocumentAndSoDoTheirAnswers()
    {
        await using var host = await HostAsync();
        await using var prism = await Prism.StartAsync(tools, await PublishedDocument.WriteAsync(host, _folder), host);
        foreach (var path in GoodPaths)
        {
            AssertFits(await prism.Client.FetchAsync(path), 200);
        }

        AssertFits(await prism.Client.FetchAsync(GoodPaths[0], ("If-None-Match", "*"), ("Accept-Language", "ru-RU, tr;q=0.5")), 304);
        AssertFits(await prism.Client.FetchAsync(GoodPaths[0], ("Origin", "https://clinic.example")), 200);
        foreach (var body in GoodBodies)
        {
            var quote = await prism.Client.PostQuoteAsync(body, ("Idempotency-Key", $"\"{Guid.NewGuid()}\""));
            AssertFits(quote, 201);
            AssertFits(await prism.Client.FetchAsync(quote.Header("Location")!), 200);
        }
    }

    [ProgramFact("node", "npm")]
    public async Task Traffic_BadRequests_AreRefusedAsTheDocumentSays()
    {
        await using var host = await HostAsync();
        await using var prism = await Prism.StartAsync(tools, await PublishedDocument.WriteAsync(host, _folder), host);
        var answers = new List<ApiAnswer>();
        foreach (var path in BadPaths)
        {
            answers.Add(await prism.Client.FetchAsync(path));
        }

        foreach (var body in BadBodies)
        {
            answers.Add(await prism.Client.PostQuoteAsync(body));
        }

        using var text = new StringContent("{}", Encoding.UTF8, "text/plain");
        answers.Add(await prism.Client.CallAsync("POST", "/v1/quotes", text));
        answers.Add(await prism.Client.FetchAsync("/v1/treatments", ("Accept", "text/html")));
        answers.Add(await prism.Client.FetchAsync("/v1/treatments", ("X-Api-Key", "nonsense")));
        answers.Add(await prism.Client.PostQuoteAsync(GoodBodies[0], ("Idempotency-Key", "a b")));
        host.Database.Execute("DROP TABLE quotes");
        answers.Add(await prism.Client.PostQuoteAsync(GoodBodies[0]));
        answers.Add(await prism.Client.FetchAsync("/v1/quotes/Q-ZZZZ-ZZZZ-ZZZZ"));
        answers.Add(await prism.Client.FetchAsync("/health/ready"));

        Assert.All(answers, answer =>
        {
            Assert.InRange(answer.Status, 400, 503);
            Assert.Equal("application/problem+json", answer.Header("Content-Type"));
            Assert.DoesNotContain(Prism.ViolationsOf(answer), violation => violation.StartsWith("response", StringComparison.Ordinal));
        });
        Assert.Equal([400, 401, 404, 406, 413, 415, 422, 503], answers.Select(answer => answer.Status).Distinct().Order());
    }

    [ProgramFact("node", "npm")]
    public async Task Traffic_OtherThanTheDocumentSays_IsFound()
    {
        await using var host = await HostAsync();
        var document = await PublishedDocument.WriteAsync(host, _folder);
        var text = await File.ReadAllTextAsync(document, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(document, text.Replace("\"^[0-9a-f]{16}$\"", "\"^[g-z]{16}$\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await using var prism = await Prism.StartAsync(tools, document, host);

        var answer = await prism.Client.FetchAsync(GoodPaths[0]);

        Assert.Contains(Prism.ViolationsOf(answer), violation => violation.StartsWith("response", StringComparison.Ordinal));
    }

    private static void AssertFits(ApiAnswer answer, int status)
    {
        Assert.True(answer.Status == status, $"{answer.Status} instead of {status}: {answer.Text}");
        Assert.Empty(Prism.ViolationsOf(answer));
    }

    // With limits, so that their headers are seen, too.
    private static Task<EstimatorHost> HostAsync() => EstimatorHost.StartAsync(
        new HostSetup { Settings = new Dictionary<string, string> { ["Proxies:Known"] = "127.0.0.1", ["Limits:AnonymousPerMinute"] = "1000" } });
}
