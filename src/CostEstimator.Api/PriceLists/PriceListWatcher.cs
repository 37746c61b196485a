using CostEstimator.Api.Hosting;

namespace CostEstimator.Api.PriceLists;

/// <summary>Takes over price data and exchange rates that another program has put into the database.</summary>
internal sealed class PriceListWatcher(CurrentPriceList current, PricingDay day, TimeProvider clock, ILogger<PriceListWatcher> logger) : BackgroundService
{
    /// <summary>Well under the two seconds in which an import must take effect.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Refresh();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private void Refresh()
    {
        if (!current.Refresh())
        {
            return;
        }

        if (current.Fault is { } fault)
        {
            Log.PriceListNotRead(logger, fault, current.Snapshot.Data.Version);
        }
        else
        {
            var snapshot = current.Snapshot;
            Log.PriceListTakenOver(logger, snapshot.Data.Version, snapshot.Data.List.Rules.Length, Preparation.BulletinOf(snapshot, day.Today));
        }
    }
}
