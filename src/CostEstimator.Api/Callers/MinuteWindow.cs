using System.Threading.RateLimiting;

namespace CostEstimator.Api.Callers;

/// <summary>
/// So many requests a minute; the minute begins with the first. The framework's own windows do not tell when they end, which clients
/// are told with every answer.
/// </summary>
/// <param name="perMinute">How many.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="forgotten">Told when the window is; null: nobody is.</param>
internal sealed class MinuteWindow(int perMinute, TimeProvider clock, Action? forgotten = null) : RateLimiter
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private long _start;
    private int _used;
    private Action? _forgotten = forgotten;

    /// <inheritdoc/>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_gate)
            {
                var rest = Rest();
                return rest > TimeSpan.Zero ? null : -rest;
            }
        }
    }

    /// <inheritdoc/>
    public override RateLimiterStatistics GetStatistics()
    {
        lock (_gate)
        {
            return new RateLimiterStatistics { CurrentAvailablePermits = Rest() > TimeSpan.Zero ? perMinute - _used : perMinute };
        }
    }

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_gate)
        {
            if (Rest() <= TimeSpan.Zero)
            {
                _start = clock.GetTimestamp();
                _used = 0;
            }

            var isAcquired = _used + permitCount <= perMinute;
            _used += isAcquired ? permitCount : 0;
            return new MinuteLease(isAcquired, perMinute - _used, Rest());
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        ValueTask.FromResult(AttemptAcquireCore(permitCount));

    // Also where it is disposed of asynchronously, and then not as "disposing".
    protected override void Dispose(bool disposing)
    {
        Interlocked.Exchange(ref _forgotten, null)?.Invoke();
        base.Dispose(disposing);
    }

    // How long the window goes on; what is past is negative.
    private TimeSpan Rest() => _start == 0 ? TimeSpan.Zero : Minute - clock.GetElapsedTime(_start);
}
