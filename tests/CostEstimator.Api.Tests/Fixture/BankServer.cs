using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>A web server that answers in the place of the bank, on a free port of the loopback.</summary>
public sealed class BankServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<DateTimeOffset> _hits = new();
    private volatile RequestDelegate _answer;

    private BankServer(WebApplication app, RequestDelegate answer)
    {
        _app = app;
        _answer = answer;
    }

    /// <summary>The address of the bulletin.</summary>
    public string Url => $"{_app.Urls.Single()}/kurlar/today.xml";

    public int Port => new Uri(Url).Port;

    /// <summary>When each request came, by the clock of the product that is tested.</summary>
    public IReadOnlyList<DateTimeOffset> Hits => [.. _hits];

    /// <summary>The clock that tells when requests come.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <param name="answer">How to answer.</param>
    /// <param name="port">The port; 0: any that is free.</param>
    public static async Task<BankServer> StartAsync(RequestDelegate answer, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", $"http://127.0.0.1:{port}"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new BankServer(app, answer);
        app.Run(http =>
        {
            // Whoever has seen the hit may ask for another answer from then on: this request is to get the one of now.
            var answer = server._answer;
            server._hits.Enqueue(server.Clock.GetUtcNow());
            return answer(http);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Answers otherwise from now on.</summary>
    public void Answer(RequestDelegate answer) => _answer = answer;

    public static RequestDelegate Giving(object content, int status = 200, string type = "application/xml") => http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(content.ToString()!, http.RequestAborted);
    };

    public static RequestDelegate RedirectingTo(string location) => http =>
    {
        http.Response.Redirect(location);
        return Task.CompletedTask;
    };

    /// <summary>Says nothing, or half of a bulletin, and then nothing more.</summary>
    public static RequestDelegate Never(string beginning) => async http =>
    {
        if (beginning.Length > 0)
        {
            await http.Response.WriteAsync(beginning, http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }

        await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    };

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
