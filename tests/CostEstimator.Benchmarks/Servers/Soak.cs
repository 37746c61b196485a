using System.Diagnostics;
using System.Globalization;

namespace CostEstimator.Benchmarks.Servers;

/// <summary>A bounded mixed load for long, all of it at once: nothing may fail, and nothing may grow.</summary>
internal static class Soak
{
    private const int Connections = 4;
    private const int Seconds = 15;
    private const int QuotesRead = 500;
    private const double MostMegabytes = 200;
    private const double MostGrowth = 1.2;
    private const int MostMoreHandles = 20;
    private const long MostBytesOfLog = 64 * 1024 * 1024;

    public static async Task<int> RunAsync(TimeSpan duration)
    {
        using var product = await Product.PublishAsync();
        await using var server = await product.StartAsync("soak.db");
        Load[] loads =
        [
            Load.Get("repeated", Product.Programme), Load.NeverRepeated("never repeated"), Load.Quotes("quotes"),
            Load.QuotesWithKeys("quotes with keys"), Load.Any("quotes read", await IssueAsync(server.Client)),
        ];
        var samples = new List<(double Megabytes, int Handles, long Log)>();
        var (requests, failures) = (0L, 0L);
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < duration)
        {
            var results = await Task.WhenAll(loads.Select(load => load.RunAsync(server, Connections, Seconds)));
            requests += results.Sum(result => result.Requests);
            failures += results.Sum(result => result.Failures);

            var log = new FileInfo(product.InFolder("soak.db-wal"));
            samples.Add((server.PrivateMegabytes, server.Handles, log.Exists ? log.Length : 0));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{watch.Elapsed:mm\\:ss}  {requests,9} requests  {failures} failures  {samples[^1].Megabytes,6:F0} MB private  {samples[^1].Handles,4} handles  {samples[^1].Log / 1048576.0,5:F1} MB write-ahead log"));
        }

        string[] faults =
        [
            .. failures > 0 ? [$"{failures} requests failed."] : Array.Empty<string>(),
            .. Grows(samples, sample => sample.Megabytes, before => Math.Min(before * MostGrowth, MostMegabytes)) ? ["Memory grows."] : Array.Empty<string>(),
            .. Grows(samples, sample => sample.Handles, before => before + MostMoreHandles) ? ["Handles grow."] : Array.Empty<string>(),
            .. samples.Exists(sample => sample.Log > MostBytesOfLog) ? ["The write-ahead log grows."] : Array.Empty<string>(),
        ];
        Console.WriteLine(faults.Length == 0 ? "No failure; memory, handles and log stayed flat." : string.Join(' ', faults));
        return faults.Length;
    }

    private static async Task<List<string>> IssueAsync(HttpClient client)
    {
        var paths = new List<string>();
        for (var count = 0; count < QuotesRead; count++)
        {
            using var body = new StringContent("""{"items":[{"treatment":"chemotherapy"}]}""", null, "application/json");
            using var issued = await client.PostAsync("/v1/quotes", body);
            paths.Add(issued.EnsureSuccessStatusCode().Headers.Location!.ToString());
        }

        return paths;
    }

    // The first third is warming up.
    private static bool Grows(
        List<(double Megabytes, int Handles, long Log)> samples, Func<(double Megabytes, int Handles, long Log), double> figure, Func<double, double> most)
    {
        var third = Math.Max(1, samples.Count / 3);
        double Median(IEnumerable<(double Megabytes, int Handles, long Log)> some) => some.Select(figure).Order().ElementAt((third - 1) / 2);
        return Median(samples.TakeLast(third)) > most(Median(samples.SkipLast(third).TakeLast(third)));
    }
}
