using CostEstimator.Api.Callers;
using CostEstimator.Api.PriceLists;

namespace CostEstimator.Api.Hosting;

/// <summary>Takes over price data, exchange rates and partners that another program has put into the database.</summary>
internal sealed class DatabaseWatcher(
    CurrentPriceList current, PartnerDirectory partners, PricingDay day, TimeProvider clock, ILogger<DatabaseWatcher> logger) : BackgroundService
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
                RefreshPrices();
                RefreshPartners();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private void RefreshPrices()
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

    private void RefreshPartners()
    {
        if (!partners.Refresh())
        {
            return;
        }

        if (partners.Fault is { } fault)
        {
            Log.PartnersNotRead(logger, fault, partners.Count);
        }
        else
        {
            Log.PartnersTakenOver(logger, partners.Count);
        }
    }
}
