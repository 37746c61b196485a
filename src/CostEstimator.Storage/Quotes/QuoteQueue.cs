using System.Threading.Channels;

namespace CostEstimator.Storage.Quotes;

/// <summary>The quotes that wait for their writer: so many at most, not counting those whose callers have given up.</summary>
internal sealed class QuoteQueue
{
    /// <summary>How many quotes may wait: about as many as are written in a tenth of a second. Whoever comes then is told to come again.</summary>
    public const int MostWaiting = 1_000;

    // What a caller that gave up leaves takes nobody's place, and next to no room, until the writer comes to it.
    private const int MostQueued = 10 * MostWaiting;

    private readonly Channel<PendingQuote?> _queued = Channel.CreateBounded<PendingQuote?>(MostQueued);
    private TaskCompletionSource? _probe;
    private int _waiting;
    private volatile string? _refusal;

    /// <summary>How many wait.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Whether somebody waits for whether quotes can be kept.</summary>
    public bool HasProbe => Volatile.Read(ref _probe) is not null;

    /// <summary>Whether nothing is taken in any more.</summary>
    public bool IsRefusing => _refusal is not null;

    /// <summary>Lets a quote wait, until its caller gives up.</summary>
    /// <exception cref="DatabaseException">Too many wait, or nothing is taken in any more.</exception>
    public PendingQuote Add(StoredQuote quote, IdempotencyMark? mark, CancellationToken cancellation)
    {
        var pending = new PendingQuote(quote, mark, this);
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Leave();
            throw Full();
        }

        pending.LetGiveUp(cancellation);
        if (!_queued.Writer.TryWrite(pending) && pending.TryTake())
        {
            pending.Fail(Full());
        }

        // Afterwards, so that none slips in behind the refusal.
        FailAllIfRefusing();
        return pending;
    }

    /// <summary>Lets somebody wait for whether quotes can be kept, who takes nobody's place; together with others who wait for it already.</summary>
    public Task AddProbe()
    {
        var probe = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        probe = Interlocked.CompareExchange(ref _probe, probe, null) ?? probe;

        Wake();
        return probe.Task;
    }

    /// <summary>Wakes the writer, though nothing waits. Where there is no room for that, there is somebody who does it.</summary>
    public void Wake() => _queued.Writer.TryWrite(null);

    /// <summary>Takes those who wait for whether quotes can be kept; null: nobody does.</summary>
    public TaskCompletionSource? TakeProbe() => Interlocked.Exchange(ref _probe, null);

    /// <summary>Takes the next quote whose caller still waits.</summary>
    public PendingQuote? TryTake()
    {
        while (_queued.Reader.TryRead(out var pending))
        {
            if (pending?.TryTake() == true)
            {
                return pending;
            }
        }

        return null;
    }

    /// <summary>Waits until there may be something to take.</summary>
    /// <returns>False: there is nothing, and there will be nothing.</returns>
    public ValueTask<bool> WaitAsync() => _queued.Reader.WaitToReadAsync();

    /// <summary>Takes in no more, and tells all that wait, and whoever comes, why.</summary>
    public void Refuse(string reason)
    {
        _refusal = reason;
        FailAll(reason);
    }

    /// <summary>Tells all that wait, and nobody who comes later, why they are not kept.</summary>
    public void FailAll(string reason)
    {
        while (TryTake() is { } pending)
        {
            pending.Fail(new DatabaseException(reason));
        }
    }

    /// <summary>Nothing comes any more; what waits is still to be taken.</summary>
    public void Complete() => _queued.Writer.TryComplete();

    /// <summary>A quote waits no longer.</summary>
    public void Leave() => Interlocked.Decrement(ref _waiting);

    private static DatabaseException Full() => new($"{MostWaiting} quotes wait to be kept already.");

    private void FailAllIfRefusing()
    {
        if (_refusal is { } reason)
        {
            FailAll(reason);
        }
    }
}
