using BenchmarkDotNet.Running;
using CostEstimator.Benchmarks;

switch (args)
{
    case ["engine"]:
        BenchmarkRunner.Run<EngineBenchmarks>();
        return 0;
    case ["start", .. var rest]:
        return await StartMeasurement.RunAsync(rest is [var rounds] ? int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture) : 5);
    default:
        Console.Error.WriteLine("""
            dotnet run -c Release --project tests/CostEstimator.Benchmarks -- VERB
              engine          time and allocation of estimates in the engine, beside a bare sum of the same prices
              start [ROUNDS]  from the start of the published server, on an existing database, to its first answer
            """);
        return 2;
}
