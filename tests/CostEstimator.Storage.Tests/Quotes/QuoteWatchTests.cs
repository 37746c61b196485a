using CostEstimator.Storage.Quotes;

namespace CostEstimator.Storage.Tests.Quotes;

/// <summary>A writer that has something to do is woken, also when no quote comes.</summary>
public sealed class QuoteWatchTests
{
    private static readonly TimeSpan TwoLooks = TimeSpan.FromSeconds(2.5);

    private readonly QuoteQueue _queue = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Look_SomethingToMendOrToProbe_WakesTheWriter(bool isToMend, bool isToProbe)
    {
        if (isToProbe)
        {
            // Whoever fails all that wait takes what was to wake the writer for the probe.
            _ = _queue.AddProbe();
            _queue.FailAll("");
        }

        using var watch = new QuoteWatch(_queue, () => isToMend);

        Assert.True(await _queue.WaitAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10), Cancellation));
        Assert.Equal(isToProbe, _queue.TakeProbe() is not null);
    }

    [Fact]
    public async Task Look_NothingToDo_LetsTheWriterSleep()
    {
        using var watch = new QuoteWatch(_queue, () => false);

        await Assert.ThrowsAsync<TimeoutException>(() => _queue.WaitAsync().AsTask().WaitAsync(TwoLooks, Cancellation));
    }
}
