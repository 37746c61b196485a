using System.Net;
using System.Net.Sockets;
using CostEstimator.Api.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.Tests.Hosting;

/// <summary>A listener on real sockets takes no connection for which the process has no room.</summary>
public sealed class PacedTransportTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private readonly List<Socket> _clients = [];
    private readonly PacedTransport _transport = new(2, Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        _transport.Dispose();
    }

    [Fact]
    public async Task Accept_AsManyAsThereIsRoomFor_NextWaitsUntilOneIsClosed()
    {
        await using var listener = await BindAsync();
        await ConnectAsync(listener, 3);
        await using var first = await AcceptAsync(listener);
        await using var second = await AcceptAsync(listener);
        var third = listener.AcceptAsync(TestContext.Current.CancellationToken).AsTask();
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.False(third.IsCompleted);

        await first.DisposeAsync();
        await using var accepted = await third.WaitAsync(Soon, TestContext.Current.CancellationToken);
        Assert.NotNull(accepted);

        // A connection that is closed twice makes room for one.
        await first.DisposeAsync();
        await ConnectAsync(listener, 1);
        var fourth = listener.AcceptAsync(TestContext.Current.CancellationToken).AsTask();
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.False(fourth.IsCompleted);
        await listener.UnbindAsync(TestContext.Current.CancellationToken);
        Assert.Null(await fourth.WaitAsync(Soon, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Accept_TwoAddresses_ShareTheRoom()
    {
        await using var one = await BindAsync();
        await using var other = await BindAsync();
        await ConnectAsync(one, 2);
        await ConnectAsync(other, 1);
        await using var first = await AcceptAsync(one);
        await using var second = await AcceptAsync(one);
        var third = other.AcceptAsync(TestContext.Current.CancellationToken).AsTask();
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.False(third.IsCompleted);
        await second.DisposeAsync();
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
