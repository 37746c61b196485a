using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>Requests that no decent client would send, byte for byte.</summary>
public static class RawHttp
{
    /// <summary>Sends a request head, whose lines are given without their ends, and a body; then reads to the end.</summary>
    public static Task<ApiAnswer> SendAsync(Uri address, string head, string body = "") =>
        SendAsync(address, Encoding.UTF8.GetBytes($"{head.ReplaceLineEndings("\r\n")}\r\nHost: localhost\r\nConnection: close\r\n\r\n{body}"));

    /// <param name="address">The server.</param>
    /// <param name="request">All that is sent.</param>
    /// <param name="hangsUp">Whether the client sends the end of the stream after it, as one that broke off would.</param>
    public static async Task<ApiAnswer> SendAsync(Uri address, byte[] request, bool hangsUp = false)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(request, cancellation);
        if (hangsUp)
        {
            client.Client.Shutdown(SocketShutdown.Send);
        }

        using var received = new MemoryStream();
        await stream.CopyToAsync(received, cancellation);
        return Parse(received.ToArray());
    }

    private static ApiAnswer Parse(byte[] received)
    {
        var end = received.AsSpan().IndexOf("\r\n\r\n"u8);
        Assert.True(end >= 0, "The connection was closed without an answer.");
        var lines = Encoding.Latin1.GetString(received, 0, end).Split("\r\n");
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = received[(end + 4)..];
        var isChunked = headers.GetValueOrDefault("Transfer-Encoding") == "chunked";
        return new ApiAnswer(
            int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, isChunked ? Unchunked(body) : body);
    }

    private static byte[] Unchunked(byte[] body)
    {
        using var whole = new MemoryStream();
        var rest = body.AsSpan();
        while (true)
        {
            var end = rest.IndexOf("\r\n"u8);
            var size = int.Parse(rest[..end], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
            {
                return whole.ToArray();
            }

            whole.Write(rest.Slice(end + 2, size));
            rest = rest[(end + 2 + size + 2)..];
        }
    }
}
