using System.Net;
using CostEstimator.Api.Callers;
using CostEstimator.Storage.Partners;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace CostEstimator.Api.Tests.Callers;

/// <summary>Each network has a count of its own, but not without a bound.</summary>
public sealed class CallerLimitsTests : IDisposable
{
    private const int More = 10_000;

    private static readonly Partner Clinic = new("clinic", "Clinic", [], 1, "", default, default, default, null);

    private readonly FakeTimeProvider _clock = new();
    private readonly CallerLimits _limits;

    public CallerLimitsTests()
    {
        _limits = new CallerLimits(_clock);
    }

    public void Dispose() => _limits.Dispose();

    [Fact]
    public async Task AttemptAcquire_MoreNetworksThanAreCountedApart_ShareCountsUntilTheOthersAreForgotten()
    {
        Assert.Equal(CallerLimits.MostApart, Acquired(0, CallerLimits.MostApart));
        Assert.InRange(Acquired(CallerLimits.MostApart, More), CallerLimits.Crowds / 2, CallerLimits.Crowds);
        Assert.Equal(0, Acquired(0, More));
        Assert.True(Acquire(new CallerId("clinic", 0), isPartner: true));
        Assert.False(Acquire(new CallerId("clinic", 0), isPartner: true));

        // The framework looks for what is idle ten times a second, and forgets it when it has been for ten seconds.
        _clock.Advance(TimeSpan.FromMinutes(2));
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (Acquired(1_000_000 + (attempt * More), More) == More)
            {
                return;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail("Networks still share counts, though nobody else is counted.");
    }

    private int Acquired(int first, int count) =>
        Enumerable.Range(first, count).Count(number => Acquire(CallerId.OfAddress(new IPAddress((long)number)), isPartner: false));

    private bool Acquire(CallerId id, bool isPartner)
    {
        var http = new DefaultHttpContext();
        http.Features.Set(new Caller(id, isPartner ? Clinic : null, PerMinute: 1, Refusal: null));
        using var lease = _limits.AttemptAcquire(http);
        return lease.IsAcquired;
    }
}
