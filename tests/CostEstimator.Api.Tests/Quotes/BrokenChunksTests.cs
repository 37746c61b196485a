using System.Text;
using CostEstimator.Api.Tests.Fixture;
using Microsoft.Extensions.Logging;

namespace CostEstimator.Api.Tests.Quotes;

/// <summary>Bodies in chunks that are none: the client's fault, and told so.</summary>
public sealed class BrokenChunksTests
{
    private const string Good = "28\r\n{\"items\":[{\"treatment\":\"chemotherapy\"}]}\r\n";

    [Theory]
    [InlineData("80000000\r\n")]
    [InlineData("FFFFFFFF\r\n")]
    [InlineData("100000000\r\n")]
    [InlineData("FFFFFFFFFFFFFFFFF\r\n")]
    [InlineData("-1\r\n")]
    [InlineData("x\r\n")]
    [InlineData("1\r\n{}\r\n")]
    [InlineData(Good + "80000000\r\n")]
    [InlineData(Good + "0\r\nX: a\0b\r\n\r\n")]
    [InlineData(Good + "0\r\nX\r\n\r\n")]
    public async Task PostQuote_BrokenChunks_AreRefusedAndNothingIsKept(string chunks)
    {
        await using var host = await EstimatorHost.StartAsync();

        var answer = await SendAsync(host, "POST /v1/quotes", chunks);

        answer.AssertRefused(400, "bad-request");
        AssertNothingFailed(host);
        Assert.Equal(0, host.Database.QuoteCount());
        Assert.Equal(201, (await SendAsync(host, "POST /v1/quotes", Good + "0\r\n\r\n")).Status);
    }

    [Fact]
    public async Task PostQuote_TrailerInAnyEncoding_IsIssued()
    {
        await using var host = await EstimatorHost.StartAsync();

        Assert.Equal(201, (await SendAsync(host, "POST /v1/quotes", Good + "0\r\nX: \u00e9\r\n\r\n")).Status);
    }

    [Theory]
    [InlineData("POST /v1/estimates", 405, "80000000\r\n")]
    [InlineData("POST /nowhere", 404, "80000000\r\n")]
    [InlineData("GET /v1/treatments", 200, "80000000\r\n")]
    [InlineData("GET /v1/treatments", 200, "0\r\nX: a\0b\r\n\r\n")]
    public async Task Send_BrokenChunksThatNobodyReads_AnswersAllTheSame(string request, int status, string chunks)
    {
        await using var host = await EstimatorHost.StartAsync();

        var answer = await SendAsync(host, request, chunks);

        Assert.Equal(status, answer.Status);
        AssertNothingFailed(host);
        Assert.Equal(200, (await host.Client.FetchAsync("/health/ready")).Status);
    }

    // The server itself complains of what it could not read to its end.
    private static void AssertNothingFailed(EstimatorHost host) => Assert.DoesNotContain(
        host.Log, line => line.Level >= LogLevel.Error && line.Category != "Microsoft.AspNetCore.Server.Kestrel");

    private static Task<ApiAnswer> SendAsync(EstimatorHost host, string request, string chunks) => RawHttp.SendAsync(
        host.Address,
        Encoding.Latin1.GetBytes(
            $"{request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}"));
}
