using System.Diagnostics.Metrics;
using CostEstimator.Api.Estimates;
using CostEstimator.Api.Tests.Fixture;
using CostEstimator.Api.Watching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CostEstimator.Api.Tests.Estimates;

/// <summary>An estimate that is answered before the pipeline is the one that the pipeline would have given.</summary>
public sealed class PlainEstimatesTests
{
    // No answer has this tag, and a request that names one goes the ordinary way.
    private static readonly (string, string) Ordinary = ("If-None-Match", "\"other\"");

    private static HostSetup Limited => new() { Settings = new Dictionary<string, string> { ["Limits:AnonymousPerMinute"] = "100" } };

    public static TheoryData<string, string> Plain
    {
        get
        {
            string[] queries =
            [
                "?item=chemotherapy", "?item=chemotherapy:4-6&item=allogeneic-bmt", "?programme=acute-leukaemia&currency=EUR&language=ru",
                "?item=allogeneic-bmt%3A1&fact=donor%3Arelated&on=2026-12-01", "?item=autologous-bmt&item=autologous-bmt&language=tr", "?%69tem=chemotherapy",
                "?programme=acute-leukaemia&item=chemotherapy:2-&fact=donor:unrelated&currency=USD&language=en&on=2026-11-23",
            ];
            string[] headers =
            [
                "", "Accept-Language: ru", "Accept-Language: tr;q=0.5, ru;q=0.4", "Accept-Language: xx", "Accept: application/json", "Accept: */*",
                "Origin: https://clinic.example", "X-Api-Key: partner", "Accept-Encoding: gzip, br",
            ];
            return [.. from query in queries from header in headers select (query, header)];
        }
    }

    public static TheoryData<string> Refused =>
    [
        "", "?", "?item=", "?item", "?item=chemo", "?item=chemotherapy:0", "?item=chemotherapy:6-4", "?item=chemotherapy&x=1", "?Item=chemotherapy",
        "?item=chemotherapy&currency=EUR&currency=EUR", "?item=chemotherapy&currency=", "?item=chemotherapy&language=xx", "?item=chemotherapy&on=2026-13-01",
        "?item=chemotherapy&currency=XXX", "?item=chemotherapy&fact=donor", "?item=chemotherapy&fact=donor:none", "?programme=none", "?item=%",
        "?item=chemotherapy&currency=EUR&on=2020-01-01", "?item=%00", "?language=ru&item=chemo",
    ];

    [Theory]
    [MemberData(nameof(Plain))]
    public async Task Get_PlainRequest_IsTheSameEitherWayToTheLastHeader(string query, string header)
    {
        await using var host = await EstimatorHost.StartAsync(Limited);
        (string, string)[] headers = header switch
        {
            "" => [],
            "X-Api-Key: partner" => [(await PartnerSite.AddAsync(host, perMinute: 100)).Header],
            _ => [(header.Split(": ")[0], header.Split(": ")[1])],
        };

        var ordinary = await host.Client.FetchAsync("/v1/estimates" + query, [.. headers, Ordinary]);
        var plain = await host.Client.FetchAsync("/v1/estimates" + query, headers);

        Assert.True(await IsAnsweredAsync(host, query, headers));
        Assert.Equal(200, ordinary.Status);
        Assert.Equal((ordinary.Status, ordinary.Text), (plain.Status, plain.Text));
        Assert.Equal(ordinary.LastingHeaders(), plain.LastingHeaders());
        Assert.Equal(ordinary.RequestsLeft - 1, plain.RequestsLeft);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Get_RequestThatIsRefused_IsRefusedAsEverAndCountsOnce(string query)
    {
        await using var host = await EstimatorHost.StartAsync(Limited);

        var ordinary = await host.Client.FetchAsync("/v1/estimates" + query, Ordinary);
        var refused = await host.Client.FetchAsync("/v1/estimates" + query);

        Assert.InRange(ordinary.Status, 400, 422);
        Assert.Equal((ordinary.Status, ordinary.Text), (refused.Status, refused.Text));
        Assert.Equal(ordinary.LastingHeaders(), refused.LastingHeaders());
        Assert.Equal(ordinary.RequestsLeft - 1, refused.RequestsLeft);
    }

    [Theory]
    [InlineData("GET", "?item=chemotherapy", "Accept", "text/html")]
    [InlineData("GET", "?item=chemotherapy", "Accept", "application/json;q=0")]
    [InlineData("GET", "?item=chemotherapy", "If-None-Match", "*")]
    [InlineData("GET", "?item=chemotherapy", "X-Api-Key", "ce_wrong")]
    [InlineData("GET", "?item=chemotherapy", "Origin", "")]
    [InlineData("HEAD", "?item=chemotherapy", "Accept", "*/*")]
    [InlineData("GET", "?item=chemotherapy&x=1", "Accept", "*/*")]
    [InlineData("GET", "?item=chemo", "Accept", "*/*")]
    public async Task InvokeAsync_RequestThatIsNotPlain_IsHandedOn(string method, string query, string header, string value)
    {
        await using var host = await EstimatorHost.StartAsync();

        Assert.False(await IsAnsweredAsync(host, query, [(header, value)], method));
    }

    [Fact]
    public async Task InvokeAsync_CallerHasNoRequestLeft_HandsOn()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string> { ["Limits:AnonymousPerMinute"] = "2" } });

        Assert.True(await IsAnsweredAsync(host, "?item=chemotherapy", []));
        Assert.True(await IsAnsweredAsync(host, "?item=chemotherapy", []));
        Assert.False(await IsAnsweredAsync(host, "?item=chemotherapy", []));
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(2, 500)]
    public async Task Get_OurOwnFault_IsLoggedAndTriedOnTheOrdinaryWay(int faults, int status)
    {
        await using var host = await EstimatorHost.StartAsync();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == ProductMeter.Name && instrument.Name == "cost_estimator.estimates" && instrument.Meter.Scope == host.Service<IMeterFactory>())
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) =>
        {
            if (faults-- > 0)
            {
                throw new InvalidOperationException("made by a test");
            }
        });
        listener.Start();

        var answer = await host.Client.FetchAsync("/v1/estimates?item=chemotherapy");

        Assert.Equal(status, answer.Status);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        Assert.DoesNotContain("made by a test", answer.Text, StringComparison.Ordinal);
        var fault = Assert.Single(host.Log, record => record.Id.Name == "PlainEstimateFailed");
        Assert.Equal(LogLevel.Error, fault.Level);
        Assert.Equal("made by a test", fault.Exception!.Message);
    }

    [Fact]
    public async Task Get_AnswerCannotBeWritten_IsToldOnTheOrdinaryWay()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Services = services => services.AddSingleton<IStartupFilter>(new FirstWriteFails()),
        });

        var answer = await host.Client.FetchAsync("/v1/estimates?item=chemotherapy");

        Assert.Equal((200, "*"), (answer.Status, answer.Header("Access-Control-Allow-Origin")));
        Assert.Equal("chemotherapy", answer.StringAt("/lines/0/treatment"));
        Assert.Single(host.Log, record => record.Id.Name == "PlainEstimateFailed");
    }

    private static async Task<bool> IsAnsweredAsync(EstimatorHost host, string query, (string Name, string Value)[] headers, string method = "GET")
    {
        var http = new DefaultHttpContext { Request = { Method = method, Path = "/v1/estimates", QueryString = new QueryString(query) } };
        foreach (var (name, value) in headers)
        {
            http.Request.Headers[name] = value;
        }

        var isAnswered = true;
        await host.Service<PlainEstimates>().InvokeAsync(http, _ =>
        {
            isAnswered = false;
            return Task.CompletedTask;
        });
        return isAnswered;
    }

    /// <summary>Each request's first attempt to write a body fails.</summary>
    private sealed class FirstWriteFails : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, following) =>
            {
                http.Response.Body = new Body(http.Response.Body);
                return following(http);
            });
            next(app);
        };

        private sealed class Body(Stream inner) : MemoryStream
        {
            private bool _hasFailed;

            public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
            {
                if (_hasFailed)
                {
                    return inner.WriteAsync(buffer, cancellationToken);
                }

                _hasFailed = true;
                throw new IOException("made by a test");
            }
        }
    }
}
