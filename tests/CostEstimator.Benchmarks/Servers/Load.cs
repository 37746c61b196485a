using System.Diagnostics;
using System.Globalization;

namespace CostEstimator.Benchmarks.Servers;

/// <summary>
/// What a load came to: requests a second, latencies in milliseconds, how many were not answered as they should, how many there were, and
/// how many bytes an answer had, with its headers.
/// </summary>
internal sealed record LoadResult(double PerSecond, double P50, double P99, long Failures, long Requests, double Bytes);

/// <summary>A load of one kind of request, made by wrk, which costs little itself.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Script">What wrk asks for, in Lua; it counts from <c>first</c>.</param>
internal sealed record Load(string Name, string Script)
{
    private const string Report = """

        done = function(summary, latency)
           io.write(string.format("RESULT %f %f %f %d %d %f\n",
              summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
              summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout, summary.requests,
              summary.bytes / summary.requests))
        end
        """;

    private static int _runs;

    /// <summary>The same request again and again.</summary>
    public static Load Get(string name, string path) => new(name, $"wrk.path = \"{path}\"");

    /// <summary>Estimates none of which is like any other.</summary>
    /// <param name="name">What the table calls it.</param>
    /// <param name="query">What all of them begin with, such as <c>currency=EUR&amp;</c>.</param>
    public static Load NeverRepeated(string name, string query = "") => new(name, $$"""
        local n = first
        request = function()
           n = n + 1
           local least = 1 + n % 900
           return wrk.format("GET", string.format("/v1/estimates?{{query}}item=chemotherapy:%d-%d&item=allogeneic-bmt:%d",
              least, least + math.floor(n / 900) % 100, 1 + (math.floor(n / 90000) + n % 90000 * 337) % 1000))
        end
        """);

    /// <summary>Large estimates of which each comes twice and never again, from clients of which no two seem to be alike.</summary>
    public static Load EstimatesTwice(string name) => new(name, """
        local n = 0
        local languages = { "en", "ru", "tr" }
        request = function()
           n = n + 1
           local i = first + math.floor(n / 2)
           wrk.headers["Accept-Language"] = string.format("x-%d,ru;q=0.5", i % 5000)
           return wrk.format("GET", string.format(
              "/v1/estimates?programme=acute-leukaemia&item=chemotherapy:%d-%d&item=allogeneic-bmt:%d&language=%s&currency=EUR",
              1 + i % 900, 1 + i % 900 + math.floor(i / 900) % 100, 1 + math.floor(i / 90000) % 1000, languages[1 + i % 3]))
        end
        """);

    /// <summary>Large quotes of which each is asked for twice and never again.</summary>
    public static Load QuotesTwice(string name) => new(name, """
        local n = 0
        wrk.headers["Content-Type"] = "application/json"
        request = function()
           n = n + 1
           local i = first + math.floor(n / 2)
           return wrk.format("POST", "/v1/quotes", nil, string.format(
              '{"items":[{"treatment":"chemotherapy","quantity":{"min":%d,"max":%d}}],"programme":"acute-leukaemia","language":"ru"}',
              1 + i % 400, 500 + math.floor(i / 400) % 500))
        end
        """);

    /// <summary>Quotes, all of the same.</summary>
    public static Load Quotes(string name) => new(name, """
        wrk.method = "POST"
        wrk.path = "/v1/quotes"
        wrk.body = '{"items":[{"treatment":"chemotherapy","quantity":{"min":4,"max":6}},{"treatment":"allogeneic-bmt"}]}'
        wrk.headers["Content-Type"] = "application/json"
        """);

    /// <summary>Quotes, of which none is like any other.</summary>
    public static Load QuotesNeverRepeated(string name) => new(name, """
        wrk.headers["Content-Type"] = "application/json"
        local n = first
        request = function()
           n = n + 1
           local least = 1 + n % 900
           return wrk.format("POST", "/v1/quotes", nil, string.format(
              '{"items":[{"treatment":"chemotherapy","quantity":{"min":%d,"max":%d}},{"treatment":"allogeneic-bmt","quantity":{"min":%d,"max":1000}}]}',
              least, least + math.floor(n / 900) % 100, 1 + (math.floor(n / 90000) + n % 90000 * 337) % 1000))
        end
        """);

    /// <summary>Quotes, each of which comes with a key of its own, and some with one that was there before.</summary>
    public static Load QuotesWithKeys(string name) => new(name, Quotes(name).Script + """

        local n = first
        request = function()
           n = n + 1
           wrk.headers["Idempotency-Key"] = string.format("key-%d", n % 4 == 0 and n - 401 or n)
           return wrk.format()
        end
        """);

    /// <summary>Any of many paths, in turn.</summary>
    public static Load Any(string name, IEnumerable<string> paths) => new(name, $$"""
        local paths = { {{string.Join(", ", paths.Select(path => $"\"{path}\""))}} }
        local n = 0
        request = function()
           n = n + 1
           return wrk.format("GET", paths[1 + n % #paths])
        end
        """);

    /// <summary>Puts the load on a server for a while.</summary>
    public async Task<LoadResult> RunAsync(ServerProcess server, int connections, int seconds)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, string.Create(CultureInfo.InvariantCulture, $"local first = {Interlocked.Increment(ref _runs) * 400_000L}\n{Script}{Report}"));
            using var wrk = StartWrk("-t1", $"-c{connections}", $"-d{seconds}s", "-s", script, server.Address);
            var output = await wrk.StandardOutput.ReadToEndAsync();
            await wrk.WaitForExitAsync();
            var result = output.Split('\n').SingleOrDefault(line => line.StartsWith("RESULT ", StringComparison.Ordinal))
                ?? throw new InvalidOperationException($"wrk failed: {output}");
            var figures = Array.ConvertAll(result.Split(' ')[1..], figure => double.Parse(figure, CultureInfo.InvariantCulture));
            return new LoadResult(figures[0], figures[1], figures[2], (long)figures[3], (long)figures[4], figures[5]);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static Process StartWrk(params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new InvalidOperationException("wrk is missing, which makes the load: install it (Debian: apt-get install wrk).", fault);
        }
    }
}
