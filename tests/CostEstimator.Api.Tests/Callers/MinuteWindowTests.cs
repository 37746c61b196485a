using System.Threading.RateLimiting;
using CostEstimator.Api.Callers;
using Microsoft.Extensions.Time.Testing;

namespace CostEstimator.Api.Tests.Callers;

public sealed class MinuteWindowTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly MinuteWindow _window;

    public MinuteWindowTests()
    {
        _window = new MinuteWindow(3, _clock);
    }

    public void Dispose() => _window.Dispose();

    [Fact]
    public void AttemptAcquire_WithinAMinute_GrantsSoManyAndCountsDown()
    {
        Assert.Equal([(true, 2, 60), (true, 1, 60), (true, 0, 60), (false, 0, 60), (false, 0, 60)], Enumerable.Range(0, 5).Select(_ => Try()));
    }

    [Fact]
    public void AttemptAcquire_LaterInTheMinute_TellsTheRestRoundedUp()
    {
        Try();
        _clock.Advance(TimeSpan.FromSeconds(59.2));
        Assert.Equal((true, 1, 1), Try());
        _clock.Advance(TimeSpan.FromSeconds(0.8));
        Assert.Equal((true, 2, 60), Try());
    }

    [Fact]
    public void AttemptAcquire_AfterThePromisedSeconds_IsGranted()
    {
        _clock.Advance(TimeSpan.FromSeconds(5.5));
        for (var request = 0; request < 3; request++)
        {
            Try();
        }

        _clock.Advance(TimeSpan.FromSeconds(12.3));
        var (isAcquired, _, seconds) = Try();
        Assert.False(isAcquired);
        _clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal((true, 2, 60), Try());
    }

    [Fact]
    public void AttemptAcquire_ManyAtOnce_GrantsNoMore()
    {
        using var window = new MinuteWindow(1000, _clock);
        var granted = 0;

        Parallel.For(0, 4000, _ =>
        {
            using var lease = window.AttemptAcquire();
            Interlocked.Add(ref granted, lease.IsAcquired ? 1 : 0);
        });

        Assert.Equal(1000, granted);
    }

    [Fact]
    public void IdleDuration_WhileTheWindowGoesOn_IsNotIdle()
    {
        Assert.NotNull(_window.IdleDuration);
        Try();
        Assert.Null(_window.IdleDuration);
        Assert.Equal(2, _window.GetStatistics().CurrentAvailablePermits);

        _clock.Advance(TimeSpan.FromSeconds(75));

        Assert.Equal(TimeSpan.FromSeconds(15), _window.IdleDuration);
        Assert.Equal(3, _window.GetStatistics().CurrentAvailablePermits);
    }

    [Fact]
    public void Lease_Refused_TellsTheFrameworkWhenToRetry()
    {
        for (var request = 0; request < 3; request++)
        {
            Try();
        }

        _clock.Advance(TimeSpan.FromSeconds(20));
        using var lease = _window.AttemptAcquire();

        Assert.True(lease.TryGetMetadata(MetadataName.RetryAfter, out var after));
        Assert.Equal(TimeSpan.FromSeconds(40), after);
        Assert.False(lease.TryGetMetadata("other", out _));
    }

    private (bool IsAcquired, int Remaining, int Seconds) Try()
    {
        using var lease = (MinuteLease)_window.AttemptAcquire();
        return (lease.IsAcquired, lease.Remaining, lease.SecondsUntilReset);
    }
}
