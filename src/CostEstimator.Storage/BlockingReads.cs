using System.Collections.Concurrent;
using System.Diagnostics;

namespace CostEstimator.Storage;

/// <summary>
/// Reads the database on threads of its own. SQLite knows no waiting without a thread: while another program locks the file, reads
/// hold these threads up, and nobody else's.
/// </summary>
internal sealed class BlockingReads : IDisposable
{
    private const int MostWaiting = 1_000;

    // About as long as one read waits for a lock.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly BlockingCollection<Action> _waiting = new(MostWaiting);

    public BlockingReads(int threadCount)
    {
        for (var number = 0; number < threadCount; number++)
        {
            new Thread(Run) { IsBackground = true, Name = nameof(BlockingReads) }.Start();
        }
    }

    /// <summary>Runs a read.</summary>
    /// <exception cref="DatabaseException">Too many wait, or it has waited too long.</exception>
    public Task<T> RunAsync<T>(Func<T> read)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var since = Stopwatch.GetTimestamp();
        return _waiting.TryAdd(() => Complete(result, read, since))
            ? result.Task
            : throw new DatabaseException($"{MostWaiting} reads of the database wait already.");
    }

    public void Dispose() => _waiting.CompleteAdding();

    private static void Complete<T>(TaskCompletionSource<T> result, Func<T> read, long since)
    {
        try
        {
            result.SetResult(Stopwatch.GetElapsedTime(since) < Patience
                ? read()
                : throw new DatabaseException("The database has been busy for too long."));
        }
        catch (Exception fault)
        {
            result.SetException(fault);
        }
    }

    private void Run()
    {
        foreach (var work in _waiting.GetConsumingEnumerable())
        {
            work();
        }
    }
}
