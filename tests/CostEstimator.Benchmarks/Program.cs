using System.Globalization;
using BenchmarkDotNet.Running;
using CostEstimator.Benchmarks;
using CostEstimator.Benchmarks.Servers;

switch (args)
{
    case ["engine"]:
        BenchmarkRunner.Run<EngineBenchmarks>();
        return 0;
    case ["start", .. var rest]:
        return await StartMeasurement.RunAsync(NumberOf(rest, 5));
    case ["server", .. var rest]:
        return await ServerComparison.RunAsync(NumberOf(rest, 5));
    case ["rush"]:
        return await Rush.RunAsync();
    case ["soak", .. var rest]:
        return await Soak.RunAsync(TimeSpan.FromMinutes(NumberOf(rest, 10)));
    case ["memory"]:
        return await Memory.RunAsync();
    case ["kept"]:
        return await KeptQuotes.RunAsync();
    case ["bare", var folder, var database]:
        return await BareServer.RunAsync(folder, database);
    default:
        Console.Error.WriteLine("""
            dotnet run -c Release --project tests/CostEstimator.Benchmarks -- VERB
              engine           time and allocation of estimates in the engine, beside a bare sum of the same prices
              start [ROUNDS]   from the start of the published server, on an existing database, to its first answer, beside a bare one
              server [ROUNDS]  throughput, latency and memory of the published server, beside a bare one (needs wrk)
              rush             throughput and latency of the published server when it has just started, beside a bare one (needs wrk)
              soak [MINUTES]   mixed load on the published server: memory, handles and log must stay flat (needs wrk)
              memory           private memory of the published server after a million requests, of which each comes twice (needs wrk)
              kept             starting with a million quotes, and reading one of them, beside a thousand (needs wrk)
            """);
        return 2;
}

static int NumberOf(string[] rest, int otherwise) => rest is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : otherwise;
