using System.Net;
using System.Net.Sockets;
using CostEstimator.Api.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.Tests.Hosting;

/// <summary>A listener on real sockets closes what the process has no room for, before it takes in another.</summary>
public sealed class LimitedTransportTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private readonly List<Socket> _clients = [];
    private readonly FakeLoggerProvider _log = new();
    private readonly ILoggerFactory _logs;
    private readonly LimitedTransport _transport;

    public LimitedTransportTests()
    {
        _logs = LoggerFactory.Create(logging => logging.AddProvider(_log));
        _transport = new LimitedTransport(2, Options.Create(new SocketTransportOptions()), _logs);
    }

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        _logs.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task Accept_MoreThanThereIsRoomFor_ClosesThemUntilAnotherIsClosed()
    {
        await using var listener = await BindAsync();
        await ConnectAsync(listener, 2);
        await using var first = await AcceptAsync(listener);
        await using var second = await AcceptAsync(listener);
        var next = listener.AcceptAsync(TestContext.Current.CancellationToken).AsTask();
        await ConnectAsync(listener, 3);
        foreach (var refused in _clients[2..])
        {
            Assert.True(await IsClosedAsync(refused));
        }

        Assert.False(next.IsCompleted);
        Assert.Single(_log.Collector.GetSnapshot(), line => line.Id.Id == 22);

        // A connection that is closed twice makes room for one.
        await first.DisposeAsync();
        await first.DisposeAsync();
        await ConnectAsync(listener, 1);
        await using var accepted = await next.WaitAsync(Soon, TestContext.Current.CancellationToken);
        Assert.NotNull(accepted);
        next = listener.AcceptAsync(TestContext.Current.CancellationToken).AsTask();
        await ConnectAsync(listener, 1);
        Assert.True(await IsClosedAsync(_clients[^1]));
        await listener.UnbindAsync(TestContext.Current.CancellationToken);
        Assert.Null(await next.WaitAsync(Soon, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Accept_TwoAddresses_ShareTheRoom()
    {
        await using var one = await BindAsync();
        await using var other = await BindAsync();
        await ConnectAsync(one, 2);
        await using var first = await AcceptAsync(one);
        await using var second = await AcceptAsync(one);
        var third = other.AcceptAsync(TestContext.Current.CancellationToken).AsTask();
        await ConnectAsync(other, 1);
        Assert.True(await IsClosedAsync(_clients[^1]));
        await second.DisposeAsync();
        await ConnectAsync(other, 1);
        await using var accepted = await third.WaitAsync(Soon, TestContext.Current.CancellationToken);
        Assert.NotNull(accepted);
    }

    [Fact]
    public async Task Unbind_NobodyComes_EndsTheWaitAndTakesNoRoom()
    {
        for (var time = 0; time < 3; time++)
        {
            await using var listener = await BindAsync();
            var waiting = listener.AcceptAsync(TestContext.Current.CancellationToken).AsTask();
            await listener.UnbindAsync(TestContext.Current.CancellationToken);
            Assert.Null(await waiting.WaitAsync(Soon, TestContext.Current.CancellationToken));
        }

        await using var last = await BindAsync();
        await ConnectAsync(last, 2);
        await using var first = await AcceptAsync(last);
        await using var second = await AcceptAsync(last);
    }

    private static async Task<bool> IsClosedAsync(Socket client)
    {
        try
        {
            return await client.ReceiveAsync(new byte[1]).WaitAsync(Soon, TestContext.Current.CancellationToken) == 0;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    private ValueTask<IConnectionListener> BindAsync() =>
        _transport.BindAsync(new IPEndPoint(IPAddress.Loopback, 0), TestContext.Current.CancellationToken);

    private async Task ConnectAsync(IConnectionListener listener, int count)
    {
        for (var place = 0; place < count; place++)
        {
            var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
            _clients.Add(client);
            await client.ConnectAsync(listener.EndPoint, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<ConnectionContext> AcceptAsync(IConnectionListener listener)
    {
        var connection = await listener.AcceptAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Soon, TestContext.Current.CancellationToken);
        Assert.NotNull(connection);
        return connection;
    }
}
