using CostEstimator.Storage;
using CostEstimator.Storage.Quotes;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Api.Quotes;

/// <summary>Reads all quotes through once, at leisure, while the server serves, and says what is damaged.</summary>
/// <param name="audit">Reads them.</param>
/// <param name="logger">The log.</param>
internal sealed class QuoteAuditor(QuoteAudit audit, ILogger<QuoteAuditor> logger) : BackgroundService
{
    // A hundred quotes take a few milliseconds: so a tenth of one core's time, for ten thousand quotes in two seconds.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PauseAfterAFault = TimeSpan.FromSeconds(5);

    // It may have to wait for the disk, so that it has a thread of its own.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Factory.StartNew(() => Run(stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Run(CancellationToken stopping)
    {
        while (!stopping.WaitHandle.WaitOne(Pause))
        {
            try
            {
                if (!audit.Next())
                {
                    break;
                }
            }
            catch (Exception fault) when (fault is SqliteException or DatabaseException)
            {
                // The file is locked, or gone for a moment: readiness says so.
                stopping.WaitHandle.WaitOne(PauseAfterAFault);
            }
        }

        if (audit.Fault is { } damage)
        {
            Log.QuotesDamaged(logger, damage);
        }
    }
}
