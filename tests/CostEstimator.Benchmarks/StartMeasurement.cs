using System.Diagnostics;
using System.Globalization;
using CostEstimator.Benchmarks.Servers;

namespace CostEstimator.Benchmarks;

/// <summary>Publishes the server, and measures from its start on an existing database to its first estimate.</summary>
internal static class StartMeasurement
{
    public static async Task<int> RunAsync(int rounds)
    {
        using var product = await Product.PublishAsync();
        Print("first start, which creates the database", [await MeasureAsync(product)]);
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            times.Add(await MeasureAsync(product));
        }

        Print("start to first answer on an existing database", times);
        return 0;
    }

    private static async Task<double> MeasureAsync(Product product)
    {
        var watch = Stopwatch.StartNew();
        await using var server = await product.StartAsync("existing.db");
        return watch.Elapsed.TotalMilliseconds;
    }

    private static void Print(string name, List<double> times)
    {
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: median {times[times.Count / 2]:F0} ms, from {times[0]:F0} to {times[^1]:F0} ms ({times.Count} rounds)"));
    }
}
