using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text;
using CostEstimator.Api.Estimates;
using CostEstimator.Api.Hosting;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Quotes;
using CostEstimator.Api.Settings;
using CostEstimator.Storage.PriceLists;
using Microsoft.Extensions.Options;

namespace CostEstimator.Api.Rehearsals;

/// <summary>
/// Answers what nobody asked for, at leisure, until the runtime has compiled what that takes as well as it can. Where the first visitors
/// of a rush have to do that, each of their answers takes three to four times the processor's time, for ten seconds and more.
/// </summary>
internal sealed class Rehearsal(
    CurrentPriceList current,
    PricingDay day,
    PlainEstimates estimates,
    QuoteDesk quotes,
    IServiceProvider services,
    IOptions<RehearsalSettings> settings,
    ILogger<Rehearsal> logger)
{
    // The runtime looks at what was called thirty times.
    private const int EstimatesInRound = 32;
    private const int QuotesInRound = 16;

    // It has caught up when it had little to do for so many rounds.
    private const int QuietRounds = 8;
    private const int FewMethods = 4;

    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>Does once what the first answer takes, while the server starts.</summary>
    public void Begin() => quotes.ExampleIn(Language.En);

    /// <summary>Goes on with it once the server has started, unless that is not wanted.</summary>
    /// <param name="stopping">The server stops.</param>
    public async Task RunAsync(CancellationToken stopping)
    {
        if (!settings.Value.Enabled)
        {
            return;
        }

        try
        {
            var watch = Stopwatch.StartNew();
            await using var server = new RehearsalServer(estimates, quotes);
            await server.StartAsync(services, stopping);
            var (round, quiet, compiled, pause) = (0, 0, JitInfo.GetCompiledMethodCount(), LeastPause);
            for (; watch.Elapsed < Longest && quiet < QuietRounds; round++)
            {
                await Task.Delay(pause, stopping);
                var start = watch.Elapsed;
                await server.AskAsync(RequestsOf(new Moment(current.Snapshot, day.Today), round), stopping);

                // Prices that take long take half of one core's time at most.
                pause = watch.Elapsed - start is var taken && taken > LeastPause ? taken : LeastPause;
                var before = compiled;
                compiled = JitInfo.GetCompiledMethodCount();
                quiet = compiled - before <= FewMethods ? quiet + 1 : 0;
            }

            Log.Rehearsed(logger, round, watch.Elapsed.TotalMilliseconds, compiled);
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // It is of no use any more.
        }
        catch (Exception fault)
        {
            // Visitors are answered all the same.
            Log.NotRehearsed(logger, fault);
        }
    }

    /// <summary>The requests of a round, as they stand on the wire, one after the other.</summary>
    public static byte[] RequestsOf(Moment moment, int round)
    {
        using var wire = new MemoryStream();
        for (var place = 0; place < EstimatesInRound; place++)
        {
            var request = RehearsedRequest.Of(moment, (round * EstimatesInRound) + place);
            Write(wire, $"GET {EstimateEndpoints.Route}?{request.Query()} HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nAccept-Language: ru\r\n\r\n");
            if (place < QuotesInRound)
            {
                var body = request.Body();
                Write(wire, $"POST /v1/quotes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
                wire.Write(body);
            }
        }

        Write(wire, $"GET {EstimateEndpoints.Route} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        return wire.ToArray();
    }

    private static void Write(Stream wire, FormattableString text) => wire.Write(Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture)));
}
