using System.Net.Sockets;
using System.Text;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Quotes;

/// <summary>Clients that ask with <c>Expect: 100-continue</c> whether to send their body.</summary>
public sealed class ExpectContinueTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private const string Request = """{"items":[{"treatment":"chemotherapy"}]}""";

    [Fact]
    public async Task PostQuote_BodyThatWillDo_IsAskedForAndAnswered()
    {
        using var client = await ConnectAsync();
        await SendAsync(client, Head($"Content-Length: {Request.Length}"));

        Assert.StartsWith("HTTP/1.1 100 Continue\r\n", await ReadAsync(client), StringComparison.Ordinal);
        await SendAsync(client, Request);
        Assert.StartsWith("HTTP/1.1 201 Created\r\n", await ReadAsync(client), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 16385", "HTTP/1.1 413 ")]
    [InlineData("Content-Length: 2\r\nIdempotency-Key: a b", "HTTP/1.1 400 ")]
    [InlineData("Content-Length: 2\r\nX-Api-Key: nonsense", "HTTP/1.1 401 ")]
    public async Task PostQuote_HeadThatWillNotDo_IsRefusedBeforeTheBodyIsSent(string headers, string status)
    {
        using var client = await ConnectAsync();
        await SendAsync(client, Head(headers));

        Assert.StartsWith(status, await ReadAsync(client), StringComparison.Ordinal);
    }

    private static string Head(string headers) =>
        $"POST /v1/quotes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n{headers}\r\n\r\n";

    private static async Task SendAsync(TcpClient client, string text) =>
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);

    private static async Task<string> ReadAsync(TcpClient client)
    {
        var buffer = new byte[64 * 1024];
        var count = await client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(buffer, 0, count);
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(seed.Host.Address.Host, seed.Host.Address.Port, TestContext.Current.CancellationToken);
        return client;
    }
}
