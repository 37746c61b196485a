using System.Globalization;
using CostEstimator.Api.Settings;
using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.ExchangeRates;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace CostEstimator.Api.ExchangeRates;

/// <summary>
/// Fetches the bank's bulletin in the background, where an operator has named its address. Whatever fails, the bulletins at hand
/// stay in use.
/// </summary>
internal sealed class BulletinRefresher(
    BulletinSource source, BulletinStore store, IOptions<RatesSettings> settings, TimeProvider clock, ILogger<BulletinRefresher> logger)
    : BackgroundService
{
    private const int Retries = 3;

    // Long enough for a slow bank, short enough that all attempts are over in two minutes.
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Value.Url.Length == 0)
        {
            return;
        }

        var url = new Uri(settings.Value.Url);
        var attempts = Attempts(url);
        using var timer = new PeriodicTimer(TimeSpan.FromHours(settings.Value.RefreshHours), clock);
        try
        {
            do
            {
                await RefreshAsync(url, attempts, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task RefreshAsync(Uri url, ResiliencePipeline<(Bulletin Bulletin, bool IsNew)> attempts, CancellationToken stopping)
    {
        try
        {
            var (bulletin, isNew) = await attempts.ExecuteAsync(async cancellation => await TakeOverAsync(url, cancellation), stopping);
            Log.BulletinFetched(logger, bulletin.Number, bulletin.Day.ToString("O", CultureInfo.InvariantCulture), Shown(url), isNew);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            Log.BulletinNotFetched(logger, Shown(url), fault.Message.TrimEnd('.'), settings.Value.RefreshHours);
        }
    }

    private async Task<(Bulletin Bulletin, bool IsNew)> TakeOverAsync(Uri url, CancellationToken cancellation)
    {
        var bulletin = await source.FetchAsync(url, cancellation);
        return (bulletin, store.Add([bulletin]).Length > 0);
    }

    private ResiliencePipeline<(Bulletin Bulletin, bool IsNew)> Attempts(Uri url) => new ResiliencePipelineBuilder<(Bulletin, bool)> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<(Bulletin, bool)>
        {
            ShouldHandle = new PredicateBuilder<(Bulletin, bool)>()
                .Handle<Exception>(fault => fault is not OperationCanceledException),
            MaxRetryAttempts = Retries,
            Delay = FirstDelay,
            BackoffType = DelayBackoffType.Exponential,
            OnRetry = retry =>
            {
                Log.BulletinAttemptFailed(logger, Shown(url), retry.AttemptNumber + 1, retry.Outcome.Exception!.Message);
                return default;
            },
        })
        .AddTimeout(AttemptTimeout)
        .Build();

    // An address may have a secret in its query or before its host.
    private static string Shown(Uri url) => url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
}
