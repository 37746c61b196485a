namespace CostEstimator.Api.PriceLists;

/// <summary>Takes over price data that another program has put into the database.</summary>
internal sealed class PriceListWatcher(CurrentPriceList current, TimeProvider clock, ILogger<PriceListWatcher> logger) : BackgroundService
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
            Log.PriceListTakenOver(logger, current.Snapshot.Data.Version, current.Snapshot.Data.List.Rules.Length);
        }
    }
}
