using System.Diagnostics.Metrics;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Quotes;

/// <summary>
/// The one writer of quotes, on a thread of its own: it commits all that wait in one transaction, so that many callers pay for one
/// write to the disk. While it writes, the next group gathers.
/// </summary>
internal sealed class QuoteWriter : IDisposable
{
    private const int MostTogether = 250;
    private const int ReadOnly = 8;
    private const int ConstraintFailed = 19;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceOfProbes = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan PatienceForNobody = TimeSpan.FromSeconds(0.5);

    private static readonly List<object?> LeftOpen = [];

    private readonly Meter _meter = new(QuoteStore.MeterName);
    private readonly Histogram<int> _groupSize;
    private readonly Database _database;
    private readonly QuoteReferences _references;
    private readonly Thread _thread;
    private readonly QuoteQueue _queue = new();
    private readonly QuoteWatch _watch;

    // The writer's own.
    private QuoteFile? _file;
    private long _groupsKept;

    private volatile bool _isDoubted;
    private volatile bool _hasFailed;
    private volatile bool _isDiskDoubted;

    public QuoteWriter(Database database, QuoteReferences references)
    {
        _database = database;
        _references = references;
        _groupSize = _meter.CreateHistogram<int>("cost_estimator.quotes.commit.size", "{quote}", "How many quotes one transaction has kept.");
        _meter.CreateObservableGauge("cost_estimator.quotes.waiting", () => _queue.Waiting, "{quote}", "How many quotes wait to be kept.");
        _watch = new QuoteWatch(_queue, () => _isDiskDoubted);
        _thread = new Thread(Run) { IsBackground = true, Name = nameof(QuoteWriter) };
        _thread.Start();
    }

    /// <summary>Keeps a quote with the next group.</summary>
    /// <exception cref="DatabaseException">Too many wait, nothing is taken in any more, or the disk does not answer.</exception>
    public Task<bool> AddAsync(StoredQuote quote, IdempotencyMark? mark, CancellationToken cancellation) => cancellation.IsCancellationRequested
        ? Task.FromCanceled<bool>(cancellation)
        : _queue.Add(quote, mark, cancellation).Result;

    /// <summary>Whether the last group was not kept, or the disk has refused what was, and it is not known yet that quotes can be kept again.</summary>
    public bool HasFailed => _hasFailed || _isDiskDoubted;

    /// <summary>Whether quotes can be kept, by the writer itself: nobody else gets the file while it is busy.</summary>
    /// <exception cref="SqliteException">They cannot; the exception says why.</exception>
    /// <exception cref="DatabaseException">As before; or nobody knows, since the writer has waited for too long.</exception>
    public async Task RefuseUnwritableAsync()
    {
        var before = Volatile.Read(ref _groupsKept);
        try
        {
            await _queue.AddProbe().WaitAsync(PatienceOfProbes).ConfigureAwait(false);
        }
        catch (TimeoutException) when (Volatile.Read(ref _groupsKept) != before)
        {
            // It is slow, and it keeps them.
        }
        catch (TimeoutException)
        {
            throw new DatabaseException(
                $"No quote could be written for {PatienceOfProbes.TotalSeconds:0.#} seconds: the database is locked by another program, or its disk does not answer.");
        }
    }

    /// <summary>Somebody has found the file damaged: what the writer remembers of it may not be what is on the disk.</summary>
    public void Doubt() => _isDoubted = true;

    /// <summary>Whether the disk has refused what was committed, so that what is read of it may not be all that is kept.</summary>
    public bool IsDiskDoubted => _isDiskDoubted;

    /// <summary>Tells all that wait, and whoever comes, why their quotes are not kept.</summary>
    public void Refuse(string reason) => _queue.Refuse(reason);

    /// <summary>Writes what waits, and ends.</summary>
    public void Dispose()
    {
        _watch.Dispose();
        _queue.Complete();
        _thread.Join(_queue.IsRefusing ? PatienceForNobody : Patience);
        _meter.Dispose();
    }

    private void Run()
    {
        while (_queue.WaitAsync().AsTask().GetAwaiter().GetResult())
        {
            _watch.Begin();
            var group = new List<PendingQuote>(MostTogether);
            try
            {
                Keep(group, () => Take(group));
                if (_queue.TakeProbe() is { } probe)
                {
                    Answer(probe, group.Count);
                }
            }
            catch (Exception fault)
            {
                // Whoever waited for what failed is told so, too.
                Take(group);
                Fail(group, fault);
                _queue.TakeProbe()?.TrySetException(fault);
            }

            _watch.End();
        }

        End();
    }

    // A group that was kept says it as well.
    private void Answer(TaskCompletionSource probe, int kept)
    {
        try
        {
            if (kept == 0)
            {
                WriteProbe.Run(_database, isToCommit: _hasFailed);
                _hasFailed = false;
            }

            probe.TrySetResult();
        }
        catch (Exception fault)
        {
            _isDiskDoubted |= LogCheckpoints.IsOfTheDisk(fault);
            _isDoubted |= DatabaseDamage.IsToldBy(fault);
            probe.TrySetException(fault);
        }
    }

    // Whoever closes the file last has SQLite take its log over, and delete it: not where the disk may have lost what was taken over.
    private void End()
    {
        try
        {
            if (_isDiskDoubted)
            {
                StartOver();
            }

            _file?.Dispose();
        }
        catch (Exception)
        {
            lock (LeftOpen)
            {
                LeftOpen.Add(_file);
            }
        }
    }

    // The writer mends it at once, also when nobody comes.
    private void DoubtDisk()
    {
        _isDiskDoubted = true;
        _queue.Wake();
    }

    // The former one is closed when it is no longer the last.
    private void StartOver()
    {
        var former = _file;
        _file = new QuoteFile(_database, _references, DoubtDisk);
        former?.Dispose();
        _file.StartOver();
        _isDiskDoubted = false;

        // They remember pages that the disk had lost.
        _database.CloseIdleConnections();
    }

    // The group is taken when the database is ours: until then, callers can give up.
    private void Keep(List<PendingQuote> group, Action take)
    {
        List<bool> kept;
        try
        {
            if ((_isDoubted && !_isDiskDoubted) || _file?.IsInPlace == false)
            {
                LetGo();
            }

            _isDoubted = false;
            if (_isDiskDoubted)
            {
                StartOver();
            }

            _file ??= new QuoteFile(_database, _references, DoubtDisk);
            kept = _file.Keep(group, take);
        }
        catch (Exception fault)
        {
            _hasFailed = true;
            _isDiskDoubted |= LogCheckpoints.IsOfTheDisk(fault);
            if (!_isDiskDoubted)
            {
                LetGo();
            }

            if (fault is SqliteException { SqliteErrorCode: ReadOnly })
            {
                // Those that read share the index of the log as it was when they were opened.
                _database.CloseIdleConnections();
            }

            throw;
        }

        if (group.Count > 0)
        {
            _hasFailed = false;
            Interlocked.Increment(ref _groupsKept);
        }

        if (kept.Count(static isKept => isKept) is var count and > 0)
        {
            _groupSize.Record(count);
        }

        for (var place = 0; place < group.Count; place++)
        {
            group[place].Complete(kept[place]);
        }

        _file.AfterGroup(group);
    }

    // Where its log was deleted, SQLite takes over what is in it when the last connection to it is closed.
    private void LetGo()
    {
        var isGone = FileIdentity.IsKnown && _file?.IsInPlace == false;
        _file?.Dispose();
        _file = null;
        if (isGone)
        {
            _database.CloseIdleConnections();
        }
    }

    private void Take(List<PendingQuote> group)
    {
        while (group.Count < MostTogether && _queue.TryTake() is { } pending)
        {
            group.Add(pending);
        }
    }

    // One quote that the database does not take is no reason to lose the others.
    private void Fail(List<PendingQuote> group, Exception fault)
    {
        foreach (var pending in group)
        {
            try
            {
                if (group.Count == 1 || fault is not SqliteException { SqliteErrorCode: ConstraintFailed })
                {
                    pending.Fail(fault);
                }
                else
                {
                    Keep([pending], () => { });
                }
            }
            catch (Exception own)
            {
                pending.Fail(own);
            }
        }
    }
}
