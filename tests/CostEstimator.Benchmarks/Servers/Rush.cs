using System.Globalization;

namespace CostEstimator.Benchmarks.Servers;

/// <summary>
/// Loads the published product, and a bare server, when they have just started: at once, and once the product has had time to rehearse.
/// </summary>
internal static class Rush
{
    private const int Connections = 64;
    private const int Seconds = 5;

    private static readonly TimeSpan ForRehearsal = TimeSpan.FromSeconds(15);

    public static async Task<int> RunAsync()
    {
        using var product = await Product.PublishAsync();
        await (await product.StartAsync("product.db")).DisposeAsync();
        await using (var server = await product.StartAsync("product.db"))
        {
            await (await BareServer.StartAsync(product, server.Client)).DisposeAsync();
        }

        Load[] loads =
        [
            Load.NeverRepeated("never-repeated estimates"),
            Load.NeverRepeated("never-repeated programmes", Product.ConvertedProgramme),
            Load.QuotesNeverRepeated("never-repeated quotes"),
        ];
        Console.WriteLine($"{Connections} connections, the first {Seconds} s of load: at once after the start, and {ForRehearsal.TotalSeconds:F0} s later");
        Console.WriteLine($"{"",-34}{"product/s",10}{"later",8}{"p99 ms",8}{"later",8}{"bare/s",10}{"later",8}{"p99 ms",8}{"later",8}");
        var failures = 0L;
        foreach (var load in loads)
        {
            LoadResult[] results =
            [
                await RunAsync(load, () => product.StartAsync("product.db"), TimeSpan.Zero),
                await RunAsync(load, () => product.StartAsync("product.db"), ForRehearsal),
                await RunAsync(load, () => BareServer.StartAsync(product), TimeSpan.Zero),
                await RunAsync(load, () => BareServer.StartAsync(product), ForRehearsal),
            ];
            failures += results.Sum(result => result.Failures);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{load.Name,-34}{results[0].PerSecond,10:F0}{results[1].PerSecond,8:F0}{results[0].P99,8:F1}{results[1].P99,8:F1}{results[2].PerSecond,10:F0}{results[3].PerSecond,8:F0}{results[2].P99,8:F1}{results[3].P99,8:F1}"));
        }

        return failures == 0 ? 0 : 1;
    }

    private static async Task<LoadResult> RunAsync(Load load, Func<Task<ServerProcess>> start, TimeSpan wait)
    {
        await using var server = await start();
        await Task.Delay(wait);
        return await load.RunAsync(server, Connections, Seconds);
    }
}
