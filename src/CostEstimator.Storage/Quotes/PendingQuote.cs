namespace CostEstimator.Storage.Quotes;

/// <summary>A quote that waits to be kept. Its caller may give up until the writer takes it; from then on, it learns what became of it.</summary>
internal sealed class PendingQuote(StoredQuote quote, IdempotencyMark? mark)
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int GivenUp = 2;

    private readonly TaskCompletionSource<bool> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state;

    public StoredQuote Quote => quote;

    public IdempotencyMark? Mark => mark;

    /// <summary>Whether it was kept, once the writer knows.</summary>
    public async Task<bool> ResultAsync(CancellationToken cancellation)
    {
        await using var registration = cancellation.UnsafeRegister(
            static (state, token) => ((PendingQuote)state!).GiveUp(token), this).ConfigureAwait(false);
        return await _result.Task.ConfigureAwait(false);
    }

    /// <summary>Takes it for the writer.</summary>
    /// <returns>False if its caller has given up.</returns>
    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    /// <summary>Tells its caller whether it was kept.</summary>
    public void Complete(bool isKept) => _result.TrySetResult(isKept);

    /// <summary>Tells its caller why it was not kept.</summary>
    public void Fail(Exception fault) => _result.TrySetException(fault);

    private void GiveUp(CancellationToken token)
    {
        if (Interlocked.CompareExchange(ref _state, GivenUp, Waiting) == Waiting)
        {
            _result.TrySetCanceled(token);
        }
    }
}
