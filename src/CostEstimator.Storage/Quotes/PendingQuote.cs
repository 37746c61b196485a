namespace CostEstimator.Storage.Quotes;

/// <summary>A quote that waits to be kept. Its caller may give up until the writer takes it; from then on, it learns what became of it.</summary>
internal sealed class PendingQuote(StoredQuote quote, IdempotencyMark? mark, QuoteQueue queue)
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int GivenUp = 2;

    private readonly TaskCompletionSource<bool> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StoredQuote? _quote = quote;
    private CancellationTokenRegistration _givingUp;
    private int _state;

    /// <summary>The quote, until its caller gives up.</summary>
    public StoredQuote Quote => _quote!;

    public IdempotencyMark? Mark => mark;

    /// <summary>Whether it was kept, once the writer knows.</summary>
    public Task<bool> Result => _result.Task;

    /// <summary>From now on, its caller may give up.</summary>
    public void LetGiveUp(CancellationToken cancellation) =>
        _givingUp = cancellation.UnsafeRegister(static (state, token) => ((PendingQuote)state!).GiveUp(token), this);

    /// <summary>Takes it for the writer.</summary>
    /// <returns>False if its caller has given up.</returns>
    public bool TryTake() => TryLeave(Taken);

    /// <summary>Tells its caller whether it was kept.</summary>
    public void Complete(bool isKept)
    {
        _givingUp.Unregister();
        _result.TrySetResult(isKept);
    }

    /// <summary>Tells its caller why it was not kept.</summary>
    public void Fail(Exception fault)
    {
        _givingUp.Unregister();
        _result.TrySetException(fault);
    }

    private void GiveUp(CancellationToken token)
    {
        if (TryLeave(GivenUp))
        {
            _quote = null;
            _result.TrySetCanceled(token);
        }
    }

    private bool TryLeave(int state)
    {
        if (Interlocked.CompareExchange(ref _state, state, Waiting) != Waiting)
        {
            return false;
        }

        queue.Leave();
        return true;
    }
}
