using System.Net.Sockets;
using System.Text.Json;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Hosting;

/// <summary>The log on the console: a line of JSON for each request that was refused or failed, and for the others where asked for.</summary>
public sealed class RequestLogTests
{
    private const string Quote = """{"items":[{"treatment":"chemotherapy"}]}""";
    private static readonly (string Name, string? Value) All = ("Logging__LogLevel__CostEstimator", "Debug");

    [Fact]
    public async Task Log_RequestsOfEveryKind_HasOneLineOfJsonForEach()
    {
        using var folder = new TempFolder();
        await using var server = await ServerProcess.StartAsync(folder, All);
        var started = server.Log.Count();

        Assert.Equal(200, (await server.Client.EstimateAsync("item=chemotherapy&fact=donor:related")).Status);
        Assert.Equal(304, (await server.Client.FetchAsync("/v1/treatments", ("If-None-Match", "*"))).Status);
        Assert.Equal(404, (await server.Client.FetchAsync("/nothing%0A%22%7B%22EventId%22%3A1")).Status);
        Assert.Equal(201, (await server.Client.PostQuoteAsync(Quote)).Status);
        Assert.Equal(400, (await server.Client.PostQuoteAsync("{")).Status);
        Assert.Equal(413, (await server.Client.PostQuoteAsync(new byte[20_000])).Status);
        new TestDatabase(ProductProcess.DatabaseIn(folder)).Execute("DROP TABLE quotes");
        Assert.Equal(503, (await server.Client.PostQuoteAsync(Quote)).Status);
        Assert.Equal(200, (await server.Client.FetchAsync("/health/live")).Status);
        Assert.Equal(0, await server.TerminateAsync());

        // After the last request, the host says that it shuts down.
        var lines = server.Log.Skip(started).SkipLast(1).ToList();
        Assert.Equal(8, lines.Count);
        Assert.Equal(
            [
                "GET /v1/estimates 200", "GET /v1/treatments 304", "GET /nothing\n\"{\"EventId\":1 404", "POST /v1/quotes 201",
                "POST /v1/quotes 400", "POST /v1/quotes 413", "POST /v1/quotes 503", "GET /health/live 200",
            ],
            server.Requests());
        Assert.Contains("no such table", lines[6].GetProperty("Exception").GetString(), StringComparison.Ordinal);
        Assert.Equal("Error", lines[6].GetProperty("LogLevel").GetString());
    }

    [Fact]
    public async Task Log_RequestsOfEveryKind_IsOfRefusalsAndFailuresUnlessMoreIsAskedFor()
    {
        using var folder = new TempFolder();
        await using var server = await ServerProcess.StartAsync(folder);

        Assert.Equal(200, (await server.Client.EstimateAsync("item=chemotherapy")).Status);
        Assert.Equal(404, (await server.Client.FetchAsync("/nothing")).Status);
        Assert.Equal(201, (await server.Client.PostQuoteAsync(Quote)).Status);
        new TestDatabase(ProductProcess.DatabaseIn(folder)).Execute("DROP TABLE quotes");
        Assert.Equal(503, (await server.Client.PostQuoteAsync(Quote)).Status);
        await server.TerminateAsync();

        Assert.Equal(["GET /nothing 404", "POST /v1/quotes 503"], server.Requests());
    }

    [Fact]
    public async Task Log_RefusedRequest_SaysWhichProblemAndHowLongItTook()
    {
        using var folder = new TempFolder();
        await using var server = await ServerProcess.StartAsync(folder);

        await server.Client.EstimateAsync("item=chemo");
        await server.TerminateAsync();

        var state = server.Log.Select(line => line.GetProperty("State")).Single(state => state.TryGetProperty("Status", out _));
        Assert.Equal("unknown-treatment", state.GetProperty("Problem").GetString());
        Assert.Equal(JsonValueKind.Number, state.GetProperty("Milliseconds").ValueKind);
        Assert.All(server.Log, line => Assert.True(DateTimeOffset.TryParse(line.GetProperty("Timestamp").GetString(), null, out _)));
    }

    [Fact]
    public async Task Log_ClientThatBreaksOffInABody_IsNoFailureOfOurs()
    {
        using var folder = new TempFolder();
        await using var server = await ServerProcess.StartAsync(folder, All);
        var address = server.Client.BaseAddress!;

        using (var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { LingerState = new LingerOption(true, 0) })
        {
            await socket.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
            await socket.SendAsync(
                "POST /v1/quotes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 101\r\n\r\n{"u8.ToArray(),
                TestContext.Current.CancellationToken);
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        await Task.Delay(200, TestContext.Current.CancellationToken);
        await server.TerminateAsync();

        Assert.Equal(["POST /v1/quotes 499"], server.Requests());
        Assert.DoesNotContain(server.Log, line => line.GetProperty("LogLevel").GetString() == "Error");
    }
}
