using System.Diagnostics;
using CostEstimator.Storage;
using CostEstimator.Storage.Quotes;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Api.Quotes;

/// <summary>Reads all quotes through once, at leisure, while the server serves, and says what is damaged.</summary>
/// <param name="audit">Reads them.</param>
/// <param name="logger">The log.</param>
internal sealed class QuoteAuditor(QuoteAudit audit, ILogger<QuoteAuditor> logger) : BackgroundService
{
    // A tenth of one core's time at most, but for the pages of a large table, which SQLite reads at one go.
    private const int PausesPerTime = 9;

    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PauseAfterAFault = TimeSpan.FromSeconds(3);

    // It may have to wait for the disk, so that it has a thread of its own.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Factory.StartNew(() => Run(stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Run(CancellationToken stopping)
    {
        for (var pause = LeastPause; !stopping.WaitHandle.WaitOne(pause);)
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                if (!audit.Next(stopping))
                {
                    break;
                }

                pause = Stopwatch.GetElapsedTime(start) * PausesPerTime;
                pause = audit.IsDoubtful ? PauseAfterAFault : pause > LeastPause ? pause : LeastPause;
            }
            catch (Exception fault) when (fault is SqliteException or DatabaseException)
            {
                // The file is locked, or gone for a moment: readiness says so.
                pause = PauseAfterAFault;
            }
        }

        if (audit.Fault is { } damage)
        {
            Log.QuotesDamaged(logger, damage);
        }
    }
}
