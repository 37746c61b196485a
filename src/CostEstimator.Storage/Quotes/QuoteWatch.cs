using System.Diagnostics;

namespace CostEstimator.Storage.Quotes;

/// <summary>Looks after the writer of quotes, once a second: whether it hangs, and whether it is to be woken though nobody comes.</summary>
internal sealed class QuoteWatch : IDisposable
{
    private static readonly TimeSpan PauseBetweenLooks = TimeSpan.FromSeconds(1);

    // Longer than a lock is waited for: whose group waits for one is told so.
    private static readonly TimeSpan PatienceForGroup = TimeSpan.FromSeconds(7);

    private readonly QuoteQueue _queue;
    private readonly Func<bool> _isToMend;
    private readonly Timer _looks;
    private long _busySince;

    /// <summary>Looks from now on.</summary>
    /// <param name="queue">The quotes that wait for the writer.</param>
    /// <param name="isToMend">Whether the writer has something to mend.</param>
    public QuoteWatch(QuoteQueue queue, Func<bool> isToMend)
    {
        _queue = queue;
        _isToMend = isToMend;
        _looks = new Timer(static watch => ((QuoteWatch)watch!).Look(), this, PauseBetweenLooks, PauseBetweenLooks);
    }

    /// <summary>The writer begins with a group.</summary>
    public void Begin() => Volatile.Write(ref _busySince, Stopwatch.GetTimestamp());

    /// <summary>It is done with it.</summary>
    public void End() => Volatile.Write(ref _busySince, 0);

    public void Dispose() => _looks.Dispose();

    private void Look()
    {
        // What becomes of a group that the writer has begun, it will say itself; the others need not wait for a disk that may never answer.
        if (Volatile.Read(ref _busySince) is var since and not 0 && Stopwatch.GetElapsedTime(since) > PatienceForGroup)
        {
            _queue.FailAll($"No quote could be kept for {PatienceForGroup.TotalSeconds:0.#} seconds: the disk does not answer, or another program holds the database.");
        }

        // The disk may work again though nobody comes who writes: until it is mended, nobody learns that a quote is unknown. And who has
        // woken the writer for a probe may have been told with the others that they need not wait.
        if (_isToMend() || _queue.HasProbe)
        {
            _queue.Wake();
        }
    }
}
