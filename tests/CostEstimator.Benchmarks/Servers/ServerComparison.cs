using System.Globalization;

namespace CostEstimator.Benchmarks.Servers;

/// <summary>
/// Loads the published product and a bare server in turn, and compares them round by round: the machine may be noisy, but then it is
/// for both.
/// </summary>
internal static class ServerComparison
{
    private const int Connections = 64;
    private const int Seconds = 5;

    // Until the runtime has compiled what a load takes: that of the first one is all of the server. How it serves before that, `rush` tells.
    private const int SecondsOfFirstWarmUp = 12;
    private const int SecondsOfWarmUp = 3;

    public static async Task<int> RunAsync(int rounds)
    {
        using var product = await Product.PublishAsync();
        await (await product.StartAsync("product.db")).DisposeAsync();
        await using var server = await product.StartAsync("product.db");
        await using var bare = await BareServer.StartAsync(product, server.Client);
        Load[] loads =
        [
            Load.Get("repeated estimate", Product.TwoItems),
            Load.Get("repeated estimate of a programme", Product.Programme),
            Load.NeverRepeated("never-repeated estimates"),
            Load.NeverRepeated("the same converted, in Russian", Product.Converted),
            Load.NeverRepeated("never-repeated programmes", Product.ConvertedProgramme),
            Load.Quotes("quotes"),
            Load.QuotesNeverRepeated("never-repeated quotes"),
            Load.QuotesWithKeys("quotes with keys"),
        ];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"first answer {server.StartedIn.TotalMilliseconds:F0} ms after the start, on a database that is there; bare {bare.StartedIn.TotalMilliseconds:F0} ms"));
        Console.WriteLine($"{Connections} connections, {rounds} rounds of {Seconds} s each, after others that do not count; medians; the ratios are medians of those of pairs, and the bytes those of an answer with its headers");
        Console.WriteLine($"{"",-34}{"product/s",10}{"bare/s",10}{"ratio",8}{"p50 ms",8}{"bare",8}{"ratio",8}{"p99 ms",8}{"bare",8}{"ratio",8}{"bytes",8}{"bare",8}{"failures",9}");
        var (failures, requests) = (0L, 0L);
        foreach (var load in loads)
        {
            var warmUp = load == loads[0] ? SecondsOfFirstWarmUp : SecondsOfWarmUp;
            await load.RunAsync(server, Connections, warmUp);
            await load.RunAsync(bare, Connections, warmUp);
            var pairs = new List<(LoadResult Product, LoadResult Bare)>();
            for (var round = 0; round < rounds; round++)
            {
                var first = round % 2 == 0 ? await load.RunAsync(server, Connections, Seconds) : null;
                var other = await load.RunAsync(bare, Connections, Seconds);
                pairs.Add((first ?? await load.RunAsync(server, Connections, Seconds), other));
            }

            requests += pairs.Sum(pair => pair.Product.Requests);
            failures += pairs.Sum(pair => pair.Product.Failures + pair.Bare.Failures);
            Print(load.Name, pairs);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"private memory after {requests} requests: {server.PrivateMegabytes:F0} MB, bare {bare.PrivateMegabytes:F0} MB"));
        return failures == 0 ? 0 : 1;
    }

    private static void Print(string name, List<(LoadResult Product, LoadResult Bare)> pairs)
    {
        double Median(Func<(LoadResult Product, LoadResult Bare), double> figure) => pairs.Select(figure).Order().ElementAt(pairs.Count / 2);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-34}{Median(pair => pair.Product.PerSecond),10:F0}{Median(pair => pair.Bare.PerSecond),10:F0}{Median(pair => pair.Product.PerSecond / pair.Bare.PerSecond),8:F2}{Median(pair => pair.Product.P50),8:F2}{Median(pair => pair.Bare.P50),8:F2}{Median(pair => pair.Product.P50 / pair.Bare.P50),8:F2}{Median(pair => pair.Product.P99),8:F2}{Median(pair => pair.Bare.P99),8:F2}{Median(pair => pair.Product.P99 / pair.Bare.P99),8:F2}{Median(pair => pair.Product.Bytes),8:F0}{Median(pair => pair.Bare.Bytes),8:F0}{pairs.Sum(pair => pair.Product.Failures + pair.Bare.Failures),9}"));
    }
}
