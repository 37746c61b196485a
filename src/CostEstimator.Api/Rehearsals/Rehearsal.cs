using System.Diagnostics;
using System.Globalization;
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
    RuntimeActivity activity,
    TimeProvider clock,
    IOptions<RehearsalSettings> settings,
    ILogger<Rehearsal> logger)
{
    // The runtime looks at what was called thirty times.
    private const int EstimatesInRound = 32;
    private const int QuotesInRound = 16;

    // It has caught up when it had little to do for so many rounds.
    private const int QuietRounds = 8;
    private const int FewMethods = 4;

    // Where the process does more than this while the rehearsal pauses, in pieces of work a second, there are visitors, who do the same.
    private const int MostOfOthers = 500;

    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private int _rounds;

    /// <summary>How many rounds there were until now.</summary>
    public int Rounds => Volatile.Read(ref _rounds);

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

        using var late = new CancellationTokenSource(Longest, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, late.Token);
        var watch = Stopwatch.StartNew();
        try
        {
            await RehearseAsync(end.Token);
        }
        catch (Exception) when (end.IsCancellationRequested)
        {
            // The server stops, there were visitors all the time, or the machine is slow.
        }
        catch (Exception fault)
        {
            // Visitors are answered all the same.
            Log.NotRehearsed(logger, fault);
            return;
        }

        Log.Rehearsed(logger, Rounds, watch.Elapsed.TotalMilliseconds, activity.MethodsCompiled);
    }

    private async Task RehearseAsync(CancellationToken end)
    {
        await using var server = new RehearsalServer(estimates, quotes);
        await server.StartAsync(end);
        var (quiet, compiled, pause) = (0, activity.MethodsCompiled, LeastPause);
        while (quiet < QuietRounds)
        {
            var moment = new Moment(current.Snapshot, day.Today);
            var done = activity.WorkDone;
            await Task.Delay(pause, end);
            if (activity.WorkDone - done > MostOfOthers * pause.TotalSeconds)
            {
                continue;
            }

            var start = Stopwatch.GetTimestamp();
            await server.AskAsync(RequestsOf(moment, _rounds, server.Path), end);

            // Prices that take long take half of one core's time at most.
            pause = Stopwatch.GetElapsedTime(start) is var taken && taken > LeastPause ? taken : LeastPause;
            var before = compiled;
            compiled = activity.MethodsCompiled;
            quiet = compiled - before <= FewMethods ? quiet + 1 : 0;
            Interlocked.Increment(ref _rounds);
        }
    }

    /// <summary>The requests of a round, as they stand on the wire, one after the other.</summary>
    /// <param name="moment">What they will be answered from.</param>
    /// <param name="round">The round, from 0.</param>
    /// <param name="path">The path of all of them.</param>
    public static byte[] RequestsOf(Moment moment, int round, string path)
    {
        using var wire = new MemoryStream();
        for (var place = 0; place < EstimatesInRound; place++)
        {
            var request = RehearsedRequest.Of(moment, (round * EstimatesInRound) + place);
            Write(wire, $"GET {path}?{request.Query()} HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nAccept-Language: ru\r\n\r\n");
            if (place < QuotesInRound)
            {
                var body = request.Body();
                Write(wire, $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
                wire.Write(body);
            }
        }

        Write(wire, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        return wire.ToArray();
    }

    private static void Write(Stream wire, FormattableString text) => wire.Write(Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture)));
}
