using System.Globalization;

namespace CostEstimator.Benchmarks.Servers;

/// <summary>The load that asks the server to remember most: everything twice, and never again. It must not keep more than it may.</summary>
internal static class Memory
{
    private const int Connections = 16;
    private const int Seconds = 10;
    private const long Requests = 1_000_000;
    private const double MostMegabytes = 200;

    public static async Task<int> RunAsync()
    {
        using var product = await Product.PublishAsync();
        await using var server = await product.StartAsync("memory.db");
        Load[] loads = [Load.EstimatesTwice("estimates, each twice"), Load.QuotesTwice("quotes, each twice"), Load.Get("repeated", Product.TwoItems)];
        var (requests, failures, most) = (0L, 0L, 0.0);
        while (requests < Requests)
        {
            foreach (var load in loads)
            {
                var result = await load.RunAsync(server, Connections, Seconds);
                (requests, failures, most) = (requests + result.Requests, failures + result.Failures, Math.Max(most, server.PrivateMegabytes));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{load.Name,-24}{result.PerSecond,8:F0}/s  {requests,9} requests  {failures} failures  {server.PrivateMegabytes,4:F0} MB private"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"at most {most:F0} MB of private memory, {MostMegabytes:F0} are allowed"));
        return failures == 0 && most <= MostMegabytes ? 0 : 1;
    }
}
