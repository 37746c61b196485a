using System.Globalization;
using CostEstimator.Benchmarks.Servers;

namespace CostEstimator.Benchmarks;

/// <summary>Measures from the start of the published server on an existing database to its first estimate, beside a bare server.</summary>
internal static class StartMeasurement
{
    public static async Task<int> RunAsync(int rounds)
    {
        using var product = await Product.PublishAsync();
        await using (var server = await product.StartAsync("existing.db"))
        {
            Print("first start, which creates the database", [server.StartedIn.TotalMilliseconds]);
            await (await BareServer.StartAsync(product, server.Client)).DisposeAsync();
        }

        var (ours, bares) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            await using (var server = await product.StartAsync("existing.db"))
            {
                ours.Add(server.StartedIn.TotalMilliseconds);
            }

            await using var bare = await BareServer.StartAsync(product);
            bares.Add(bare.StartedIn.TotalMilliseconds);
        }

        var ratios = ours.Zip(bares, (our, bare) => our / bare).Order().ToList();
        Print("start to first answer on an existing database", ours);
        Print("the bare server", bares);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median ratio {ratios[rounds / 2]:F2}"));
        return 0;
    }

    private static void Print(string name, List<double> times)
    {
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: median {times[times.Count / 2]:F0} ms, from {times[0]:F0} to {times[^1]:F0} ms ({times.Count} rounds)"));
    }
}
