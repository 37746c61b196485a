using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.RateLimiting;
using CostEstimator.Api.Problems;
using CostEstimator.Storage.PriceLists;
using Microsoft.AspNetCore.RateLimiting;

namespace CostEstimator.Api.Callers;

/// <summary>Counts the requests of each caller, and tells it with every answer how many it has left.</summary>
internal sealed class CallerLimits : PartitionedRateLimiter<HttpContext>
{
    /// <summary>The header that says how many requests there may be (draft-ietf-httpapi-ratelimit-headers).</summary>
    public const string PolicyHeader = "RateLimit-Policy";

    /// <summary>The header that says how many are left, and for how long.</summary>
    public const string Header = "RateLimit";

    /// <summary>How many networks are counted apart at a time. Others share a window with some, so that memory has a bound.</summary>
    internal const int MostApart = 100_000;

    /// <summary>How many windows those share.</summary>
    internal const int Crowds = 4_096;

    private static readonly RateLimitLease NoLimit = RateLimitPartition.GetNoLimiter(0).Factory(0).AttemptAcquire();

    private readonly PartitionedRateLimiter<HttpContext> _callers;
    private readonly ConcurrentDictionary<CallerId, bool> _apart = new();
    private int _windows;

    public CallerLimits(TimeProvider clock)
    {
        Func<(CallerId Id, int PerMinute), RateLimiter> window = caller =>
        {
            Interlocked.Increment(ref _windows);
            _apart.TryAdd(caller.Id, true);
            return new MinuteWindow(caller.PerMinute, clock, () => Forget(caller.Id));
        };
        _callers = PartitionedRateLimiter.Create<HttpContext, (CallerId Id, int PerMinute)>(http =>
        {
            var caller = Caller.Of(http);
            return RateLimitPartition.Get((IsCrowded(caller) ? caller.Id.Crowd(Crowds) : caller.Id, caller.PerMinute), window);
        });
    }

    /// <summary>Makes the framework's rate limiter count so.</summary>
    public static void Configure(RateLimiterOptions options, CallerLimits limits)
    {
        options.GlobalLimiter = limits;
        options.OnRejected = static (rejection, _) => new ValueTask(RefuseAsync(rejection));
    }

    public override RateLimiterStatistics? GetStatistics(HttpContext resource) =>
        Caller.Of(resource).PerMinute == 0 ? null : _callers.GetStatistics(resource);

    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount) =>
        Known(resource) ?? Told(resource, _callers.AttemptAcquire(resource, permitCount));

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(
        HttpContext resource, int permitCount, CancellationToken cancellationToken) =>
        Known(resource) ?? Told(resource, await _callers.AcquireAsync(resource, permitCount, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _callers.Dispose();
        }

        base.Dispose(disposing);
    }

    // However often somebody asks, a request counts once; and of those that have no limit, nobody is counted.
    private static RateLimitLease? Known(HttpContext http) => Caller.Of(http).PerMinute == 0 ? NoLimit : http.Features.Get<MinuteLease>();

    // Who has a window of his own keeps it.
    private bool IsCrowded(Caller caller) =>
        caller.Partner is null && Volatile.Read(ref _windows) >= MostApart && !_apart.ContainsKey(caller.Id);

    private void Forget(CallerId caller)
    {
        Interlocked.Decrement(ref _windows);
        _apart.TryRemove(caller, out _);
    }

    // At the end, when the status is known but nothing was sent: whatever answers after a fault clears the headers set before.
    private static RateLimitLease Told(HttpContext http, RateLimitLease lease)
    {
        if (lease is MinuteLease minute)
        {
            http.Features.Set(minute);
            http.Response.OnStarting(static state => Tell((HttpContext)state), http);
        }

        return lease;
    }

    private static Task Tell(HttpContext http)
    {
        var (caller, lease) = (Caller.Of(http), http.Features.Get<MinuteLease>()!);
        var policy = caller.Partner is null ? "anonymous" : "partner";
        http.Response.Headers[PolicyHeader] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";q={caller.PerMinute};w=60");
        http.Response.Headers[Header] = string.Create(CultureInfo.InvariantCulture, $"\"{policy}\";r={lease.Remaining};t={lease.SecondsUntilReset}");
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(OnRejectedContext rejection)
    {
        var http = rejection.HttpContext;
        var seconds = ((MinuteLease)rejection.Lease).SecondsUntilReset;
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ProblemWriter.WriteAsync(
            http,
            new Problem(ProblemKind.TooManyRequests, Templates.RequestsTooMany, ("limit", Caller.Of(http).PerMinute), ("seconds", seconds)));
    }
}
