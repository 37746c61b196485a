using System.Diagnostics;
using CostEstimator.Storage;
using CostEstimator.Storage.Quotes;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Api.Quotes;

/// <summary>Reads all quotes through once, at leisure, while the server serves, and says what is damaged, and what is no more.</summary>
/// <param name="audit">Reads them.</param>
/// <param name="quotes">Knows those that were damaged when somebody asked for them.</param>
/// <param name="logger">The log.</param>
internal sealed class QuoteAuditor(QuoteAudit audit, QuoteStore quotes, ILogger<QuoteAuditor> logger) : BackgroundService
{
    // A tenth of one core's time at most, but for the pages of a large table, which SQLite reads at one go.
    private const int PausesPerTime = 9;

    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PauseAfterAFault = TimeSpan.FromSeconds(3);

    private bool _hasReadAll;
    private string? _told;

    // It may have to wait for the disk, so that it has a thread of its own.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Factory.StartNew(() => Run(stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Run(CancellationToken stopping)
    {
        for (var pause = LeastPause; !stopping.WaitHandle.WaitOne(pause);)
        {
            pause = Look(stopping);
            Tell();
        }
    }

    private TimeSpan Look(CancellationToken stopping)
    {
        quotes.LookAgain();
        var start = Stopwatch.GetTimestamp();
        try
        {
            _hasReadAll = _hasReadAll || !audit.Next(stopping);
        }
        catch (Exception fault) when (fault is SqliteException or DatabaseException)
        {
            // The file is locked, or gone for a moment: readiness says so.
            return PauseAfterAFault;
        }

        var pause = Stopwatch.GetElapsedTime(start) * PausesPerTime;
        var least = _hasReadAll || audit.IsDoubtful ? PauseAfterAFault : LeastPause;
        return pause > least ? pause : least;
    }

    private void Tell()
    {
        var damage = audit.Fault ?? quotes.Damage;
        if (damage == _told)
        {
            return;
        }

        _told = damage;
        if (damage is null)
        {
            Log.QuotesReadable(logger);
        }
        else
        {
            Log.QuotesDamaged(logger, damage);
        }
    }
}
