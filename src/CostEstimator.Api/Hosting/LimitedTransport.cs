using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.Hosting;

/// <summary>The framework's sockets, of which no more are open at a time than the process has files for, whatever addresses it listens at.</summary>
/// <remarks>
/// The server's own limit, of each address, takes connections in before it refuses them, and in a rush faster than it closes them, until
/// the process has no file left. Here, the next one is taken in when the one before is closed.
/// </remarks>
/// <param name="most">How many connections may be open at a time.</param>
/// <param name="options">The framework's own.</param>
/// <param name="logs">Where it says that it refuses some.</param>
internal sealed class LimitedTransport(int most, IOptions<SocketTransportOptions> options, ILoggerFactory logs)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private const long MillisecondsBetweenWarnings = 60_000;

    private readonly SocketTransportFactory _sockets = new(options, logs);
    private readonly ILogger _log = logs.CreateLogger<LimitedTransport>();
    private int _open;
    private long _warnedAt = -MillisecondsBetweenWarnings;

    public bool CanBind(EndPoint endpoint) => _sockets.CanBind(endpoint);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await _sockets.BindAsync(endpoint, cancellationToken), this);

    private bool TryOpen()
    {
        if (Interlocked.Increment(ref _open) <= most)
        {
            return true;
        }

        Interlocked.Decrement(ref _open);
        return false;
    }

    private void Close() => Interlocked.Decrement(ref _open);

    // A flood of connections is not to become one of lines.
    private void Warn()
    {
        var (now, before) = (Environment.TickCount64, Volatile.Read(ref _warnedAt));
        if (now - before >= MillisecondsBetweenWarnings && Interlocked.CompareExchange(ref _warnedAt, now, before) == before)
        {
            Log.ConnectionsRefused(_log, most);
        }
    }

    private sealed class Listener(IConnectionListener sockets, LimitedTransport transport) : IConnectionListener
    {
        public EndPoint EndPoint => sockets.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            while (await sockets.AcceptAsync(cancellationToken) is { } connection)
            {
                if (transport.TryOpen())
                {
                    return new Connection(connection, transport);
                }

                transport.Warn();
                await connection.DisposeAsync();
            }

            return null;
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => sockets.UnbindAsync(cancellationToken);

        public ValueTask DisposeAsync() => sockets.DisposeAsync();
    }

    // All it does is to say when it is closed.
    private sealed class Connection(ConnectionContext socket, LimitedTransport transport) : ConnectionContext
    {
        private int _closed;

        public override string ConnectionId
        {
            get => socket.ConnectionId;
            set => socket.ConnectionId = value;
        }

        public override IFeatureCollection Features => socket.Features;

        public override IDictionary<object, object?> Items
        {
            get => socket.Items;
            set => socket.Items = value;
        }

        public override IDuplexPipe Transport
        {
            get => socket.Transport;
            set => socket.Transport = value;
        }

        public override CancellationToken ConnectionClosed
        {
            get => socket.ConnectionClosed;
            set => socket.ConnectionClosed = value;
        }

        public override EndPoint? LocalEndPoint
        {
            get => socket.LocalEndPoint;
            set => socket.LocalEndPoint = value;
        }

        public override EndPoint? RemoteEndPoint
        {
            get => socket.RemoteEndPoint;
            set => socket.RemoteEndPoint = value;
        }

        public override void Abort() => socket.Abort();

        public override void Abort(ConnectionAbortedException abortReason) => socket.Abort(abortReason);

        public override async ValueTask DisposeAsync()
        {
            await socket.DisposeAsync();
            await base.DisposeAsync();
            if (Interlocked.Exchange(ref _closed, 1) == 0)
            {
                transport.Close();
            }
        }
    }
}
