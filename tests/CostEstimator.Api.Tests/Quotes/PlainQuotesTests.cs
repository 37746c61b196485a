using System.Diagnostics.Metrics;
using System.Text;
using CostEstimator.Api.Quotes;
using CostEstimator.Api.Tests.Fixture;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace CostEstimator.Api.Tests.Quotes;

/// <summary>A quote that is issued before the pipeline is the one that the pipeline would have issued.</summary>
public sealed class PlainQuotesTests
{
    private const string Body = """{"items":[{"treatment":"chemotherapy","quantity":{"min":4,"max":6}},{"treatment":"allogeneic-bmt"}]}""";

    // It is taken, and takes the ordinary way.
    private static readonly (string, string) Ordinary = ("Accept", "application/json;q=0.9");

    private static HostSetup Limited => new() { Settings = new Dictionary<string, string> { ["Limits:AnonymousPerMinute"] = "100" } };

    public static TheoryData<string, string> Plain
    {
        get
        {
            string[] bodies =
            [
                Body, """{"programme":"acute-leukaemia","currency":"EUR","language":"ru"}""", """{"items":[{"treatment":"allogeneic-bmt"}],"facts":{"donor":"related"}}""",
            ];
            string[] headers =
            [
                "", "Accept-Language: ru", "Accept-Language: tr;q=0.5, ru;q=0.4", "Accept: application/json", "Accept: */*", "X-Api-Key: partner",
                "Idempotency-Key: own", "Accept-Encoding: gzip, br", "X-Forwarded-For: 192.0.2.1",
            ];
            return [.. from body in bodies from header in headers select (body, header)];
        }
    }

    public static TheoryData<string, string> Refused => new(
        from body in new[] { "", "{", "[]", "{}", """{"items":[{"treatment":"chemo"}]}""", """{"items":[{"treatment":"chemotherapy"}],"currency":"XXX"}""", """{"x":1}""", Body }
        from header in new[] { "", "Accept-Language: ru", "Idempotency-Key: a b" }
        where body != Body || header.StartsWith("Idem", StringComparison.Ordinal)
        select (body, header));

    [Theory]
    [MemberData(nameof(Plain))]
    public async Task Post_PlainRequest_IsTheSameEitherWayToTheLastHeader(string body, string header)
    {
        await using var host = await EstimatorHost.StartAsync(Limited);
        var headers = header == "X-Api-Key: partner" ? [(await PartnerSite.AddAsync(host, perMinute: 100)).Header] : Headers(header);

        var ordinary = await host.Client.PostQuoteAsync(body, [.. headers.Where(sent => sent.Name != "Accept"), Ordinary]);
        var again = header.StartsWith("Idem", StringComparison.Ordinal) ? [("Idempotency-Key", "other")] : headers;
        var plain = await host.Client.PostQuoteAsync(body, again);

        Assert.True(await IsAnsweredAsync(host, body, headers));
        Assert.Equal((201, 201), (ordinary.Status, plain.Status));
        Assert.Equal(WithoutReference(ordinary), WithoutReference(plain));
        Assert.Equal(ordinary.LastingHeaders("Location"), plain.LastingHeaders("Location"));
        Assert.Equal(ordinary.RequestsLeft - 1, plain.RequestsLeft);
        Assert.Equal(plain.Text, (await host.Client.FetchAsync(plain.Header("Location")!)).Text);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Post_RequestThatIsRefused_IsRefusedAsEverAndCountsOnce(string body, string header)
    {
        await using var host = await EstimatorHost.StartAsync(Limited);

        var ordinary = await host.Client.PostQuoteAsync(body, [.. Headers(header), Ordinary]);
        var refused = await host.Client.PostQuoteAsync(body, Headers(header));

        Assert.InRange(ordinary.Status, 400, 422);
        Assert.Equal((ordinary.Status, ordinary.Text), (refused.Status, refused.Text));
        Assert.Equal(ordinary.LastingHeaders("Location"), refused.LastingHeaders("Location"));
        Assert.Equal(ordinary.RequestsLeft - 1, refused.RequestsLeft);
    }

    [Theory]
    [InlineData("POST", "/v1/quotes", "", "Accept", "text/html")]
    [InlineData("POST", "/v1/quotes", "", "X-Api-Key", "ce_wrong")]
    [InlineData("POST", "/v1/quotes", "", "Origin", "https://clinic.example")]
    [InlineData("POST", "/v1/quotes", "", "Origin", "")]
    [InlineData("POST", "/v1/quotes", "", "Content-Type", "text/plain")]
    [InlineData("POST", "/v1/quotes", "", "Content-Encoding", "gzip")]
    [InlineData("POST", "/v1/quotes", "?x=1", "Accept", "*/*")]
    [InlineData("POST", "/v1/quotes/", "", "Accept", "*/*")]
    [InlineData("PUT", "/v1/quotes", "", "Accept", "*/*")]
    [InlineData("GET", "/v1/quotes", "", "Accept", "*/*")]
    public async Task InvokeAsync_RequestThatIsNotPlain_IsHandedOn(string method, string path, string query, string header, string value)
    {
        await using var host = await EstimatorHost.StartAsync();

        Assert.False(await IsAnsweredAsync(host, Body, [(header, value)], method, path, query));
        Assert.Equal(0, host.Database.QuoteCount());
    }

    [Fact]
    public async Task Post_PlainRequest_DoesNotPassThroughThePipeline()
    {
        await using var host = await EstimatorHost.StartAsync(Limited);
        using var leases = new MetricCollector<double>(host.Service<IMeterFactory>(), "Microsoft.AspNetCore.RateLimiting", "aspnetcore.rate_limiting.request_lease.duration");

        await host.Client.PostQuoteAsync(Body);
        await host.Client.PostQuoteAsync(Body);
        Assert.Empty(leases.GetMeasurementSnapshot());

        await host.Client.PostQuoteAsync(Body, Ordinary);
        await leases.WaitForMeasurementsAsync(1, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task InvokeAsync_CallerHasNoRequestLeft_HandsOn()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string> { ["Limits:AnonymousPerMinute"] = "1" } });

        Assert.True(await IsAnsweredAsync(host, Body, []));
        Assert.False(await IsAnsweredAsync(host, Body, []));
    }

    [Fact]
    public async Task Post_OurOwnFaultOnceItIsKept_IsToldOnTheOrdinaryWayAndKeptOnce()
    {
        await using var host = await EstimatorHost.StartAsync();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == "cost_estimator.quotes.issued" && instrument.Meter.Scope == host.Service<IMeterFactory>())
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => throw new InvalidOperationException("made by a test"));
        listener.Start();

        var answer = await host.Client.PostQuoteAsync(Body);

        Assert.Equal((500, "application/problem+json"), (answer.Status, answer.Header("Content-Type")));
        Assert.DoesNotContain("made by a test", answer.Text, StringComparison.Ordinal);
        await host.RunUntilAsync(() => Task.FromResult(host.Log.Any(record => record.Id.Name == "RequestFailed")));
        Assert.Equal("made by a test", Assert.Single(host.Log, record => record.Id.Name == "RequestFailed").Exception!.Message);
        Assert.Equal(1, host.Database.QuoteCount());
    }

    private static (string Name, string Value)[] Headers(string header) => header == "" ? [] : [(header.Split(": ")[0], header.Split(": ")[1])];

    private static async Task<bool> IsAnsweredAsync(
        EstimatorHost host, string body, (string Name, string Value)[] headers, string method = "POST", string path = "/v1/quotes", string query = "")
    {
        var http = new DefaultHttpContext
        {
            Request =
            {
                Method = method, Path = path, QueryString = new QueryString(query), ContentType = "application/json",
                Body = new MemoryStream(Encoding.UTF8.GetBytes(body)),
            },
        };
        foreach (var (name, value) in headers)
        {
            http.Request.Headers[name] = value;
        }

        var isAnswered = true;
        await host.Service<PlainQuotes>().InvokeAsync(http, _ =>
        {
            isAnswered = false;
            return Task.CompletedTask;
        });
        return isAnswered;
    }

    private static string WithoutReference(ApiAnswer answer) => answer.Text.Replace(answer.StringAt("/reference")!, "", StringComparison.Ordinal);
}
