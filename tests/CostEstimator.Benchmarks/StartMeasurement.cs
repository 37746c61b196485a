using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CostEstimator.Benchmarks;

/// <summary>Publishes the server, and measures from its start on an existing database to its first estimate.</summary>
internal static class StartMeasurement
{
    private const string Query = "/v1/estimates?item=chemotherapy:4-6&item=allogeneic-bmt";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("cost-estimator-start-");
        try
        {
            var server = Path.Combine(folder.FullName, "server");
            await RunToEndAsync("dotnet", "publish", RepositoryPath("src/CostEstimator.Api"), "-c", "Release", "-o", server, "--nologo", "-v", "quiet");
            var database = Path.Combine(folder.FullName, "existing.db");
            Console.WriteLine($"first start, which creates the database: {await MeasureAsync(server, database):F0} ms");
            var times = new List<double>();
            for (var round = 0; round < rounds; round++)
            {
                times.Add(await MeasureAsync(server, database));
            }

            times.Sort();
            Console.WriteLine(
                $"start to first answer on an existing database: median {times[times.Count / 2]:F0} ms, from {times[0]:F0} to {times[^1]:F0} ms ({rounds} rounds)");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> MeasureAsync(string folder, string database)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "CostEstimator.Api.dll")]) { RedirectStandardOutput = true };
        start.Environment["Storage__ConnectionString"] = $"Data Source={database}";
        start.Environment["ASPNETCORE_URLS"] = address;
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        try
        {
            await FirstAnswerAsync(client, process, watch);
            return watch.Elapsed.TotalMilliseconds;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task FirstAnswerAsync(HttpClient client, Process process, Stopwatch watch)
    {
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(Query);
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (watch.Elapsed < Patience && !process.HasExited)
            {
                await Task.Delay(5);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunToEndAsync(string file, params string[] arguments)
    {
        using var process = Process.Start(file, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} failed.");
        }
    }

    private static string RepositoryPath(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CostEstimator.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("Run this inside the repository."), path);
    }
}
