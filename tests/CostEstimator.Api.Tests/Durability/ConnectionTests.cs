using System.Diagnostics;
using System.Net.Sockets;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>Clients that hold connections and send nothing, or next to nothing: the others are served all the same.</summary>
public sealed class ConnectionTests : IDisposable
{
    private const int Idle = 1_000;
    private const int Dripping = 100;
    private const string Quote = """{"items":[{"treatment":"chemotherapy"}]}""";

    private readonly List<Socket> _sockets = [];
    private readonly TempFolder _folder = new();

    public void Dispose()
    {
        _sockets.ForEach(socket => socket.Dispose());
        _folder.Dispose();
    }

    [Fact]
    public async Task Serve_AThousandIdleAndAHundredDrippingConnections_GoesOn()
    {
        await using var server = await ServerProcess.StartAsync(_folder, ("Limits__AnonymousPerMinute", "0"));
        var address = server.Client.BaseAddress!;
        await ConnectAsync(address, Idle);
        var dripping = await ConnectAsync(address, Dripping);
        var watch = Stopwatch.StartNew();
        for (var place = 0; place < Dripping; place++)
        {
            await SendAsync(dripping[place], place % 2 == 0
                ? "GET /v1/estimates?item=chemotherapy HTTP/1.1\r\nHost: x\r\nX-Slow: "
                : "POST /v1/quotes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{");
        }

        var slowest = TimeSpan.Zero;
        var served = 0;
        while (watch.Elapsed < TimeSpan.FromSeconds(13))
        {
            var one = Stopwatch.StartNew();
            Assert.Equal(200, (await server.Client.EstimateAsync("item=chemotherapy")).Status);
            Assert.Equal(201, (await server.Client.PostQuoteAsync(Quote)).Status);
            slowest = one.Elapsed > slowest ? one.Elapsed : slowest;
            served++;
            await Task.WhenAll(dripping.Select(async socket => await TryDripAsync(socket)));
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        Assert.True(served > 20, $"Only {served} rounds were served.");
        Assert.True(slowest < TimeSpan.FromSeconds(2), $"The slowest took {slowest}.");

        // The server has let go of those that drip, and of nobody else.
        Assert.All(dripping, socket => Assert.True(IsClosed(socket), "A dripping connection is still open."));
        Assert.DoesNotContain(_sockets.Take(Idle), IsClosed);
        Assert.DoesNotContain(server.Log, line => line.GetProperty("LogLevel").GetString() is "Error" or "Critical");
    }

    [Fact]
    public async Task Serve_MoreConnectionsThanFilesMayBeOpen_TakesFewerAndGoesOn()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells how many files a process may open.");
        await using var server = await ServerProcess.StartInShellAsync(
            _folder, "ulimit -n 1024 && exec \"$0\" \"$@\"", ("Limits__AnonymousPerMinute", "0"));
        Assert.Equal(200, (await server.Client.EstimateAsync("item=chemotherapy")).Status);
        var rush = ConnectAsync(server.Client.BaseAddress!, Idle + Dripping);
        var most = 0;
        while (!rush.IsCompleted)
        {
            most = Math.Max(most, Directory.GetFiles($"/proc/{server.Id}/fd").Length);
            await Task.Yield();
        }

        // The server has never been without a file that it could have opened.
        await rush;
        Assert.InRange(most, 1, 950);
        await Task.Delay(500, TestContext.Current.CancellationToken);

        // The connection that it had before is one of those that are taken.
        Assert.Equal(200, (await server.Client.EstimateAsync("item=chemotherapy")).Status);
        Assert.Equal(201, (await server.Client.PostQuoteAsync(Quote)).Status);
        Assert.InRange(_sockets.Count(socket => !IsClosed(socket)), 500, 1024 - 300);
        _sockets.ForEach(socket => socket.Dispose());
        await Task.Delay(200, TestContext.Current.CancellationToken);
        using var another = new HttpClient { BaseAddress = server.Client.BaseAddress };
        Assert.Equal(200, (await another.EstimateAsync("item=chemotherapy")).Status);
        Assert.Contains(server.Log, line => line.GetProperty("Message").GetString()!.Contains("only 624 connections", StringComparison.Ordinal));
        Assert.Equal(1, server.CountOf(22));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(359)]
    public async Task Serve_TooFewFilesMayBeOpen_IsRefused(int files)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells how many files a process may open.");

        var run = await ProgramRun.InShellAsync(_folder, $"ulimit -n {files} && exec \"$0\" \"$@\"", "serve");

        run.AssertRefused($"may open {files} files", "needs 360", "ulimit -n 1024");
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public async Task Serve_FewestFilesThatWillDo_KeepsQuotesBesideAsManyConnectionsAsItTakes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells how many files a process may open.");
        await using var server = await ServerProcess.StartInShellAsync(_folder, "ulimit -n 360 && exec \"$0\" \"$@\"");
        await ConnectAsync(server.Client.BaseAddress!, 14);
        Assert.Equal(201, (await server.Client.PostQuoteAsync(Quote)).Status);
        await ConnectAsync(server.Client.BaseAddress!, 60);

        Assert.Equal(201, (await server.Client.PostQuoteAsync(Quote)).Status);
        Assert.Equal(200, (await server.Client.FetchAsync("/health/ready")).Status);
        Assert.Equal(200, (await server.Client.FetchAsync("/swagger/index.html")).Status);
    }

    private async Task<List<Socket>> ConnectAsync(Uri address, int count)
    {
        var sockets = new List<Socket>();
        for (var place = 0; place < count; place++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            _sockets.Add(socket);
            sockets.Add(socket);
            await socket.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        }

        return sockets;
    }

    private static async Task SendAsync(Socket socket, string text) =>
        await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);

    private static async Task TryDripAsync(Socket socket)
    {
        try
        {
            await SendAsync(socket, "1");
        }
        catch (SocketException)
        {
            // The server has closed it.
        }
    }

    // Reads what the server may have said before.
    private static bool IsClosed(Socket socket)
    {
        try
        {
            var room = new byte[4096];
            while (socket.Poll(TimeSpan.Zero, SelectMode.SelectRead))
            {
                if (socket.Receive(room) == 0)
                {
                    return true;
                }
            }

            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
