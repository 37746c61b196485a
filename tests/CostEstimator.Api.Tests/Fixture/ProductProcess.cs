using System.Diagnostics;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>How the built program is started as a process of its own, in a folder of its own, on a free port of the loopback.</summary>
internal static class ProductProcess
{
    private static readonly string[] OwnSettings = ["ASPNETCORE_", "DOTNET_", "STORAGE__", "PRICEDATA__", "PRICING__", "QUOTES__", "RATES__", "LIMITS__", "PARTNERS__", "PROXIES__", "REHEARSAL__", "OTEL_", "XDG_"];

    /// <summary>The file in which a program that is told nothing else keeps its data.</summary>
    public static string DatabaseIn(TempFolder folder) => folder["cost-estimator.db"];

    public static ProcessStartInfo Prepare(TempFolder folder, IEnumerable<string> arguments, IEnumerable<(string Name, string? Value)> settings)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "CostEstimator.Api.dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. arguments])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOwn).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["HOME"] = folder.Path;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Storage__ConnectionString"] = $"Data Source={DatabaseIn(folder)}";

        // It would take half of the machine from other tests.
        start.Environment["Rehearsal__Enabled"] = "false";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Has a shell start the program: in the command, <c>"$0" "$@"</c> stand for it.</summary>
    public static ProcessStartInfo InShell(this ProcessStartInfo start, string command)
    {
        string[] arguments = ["-c", command, start.FileName, .. start.ArgumentList];
        start.FileName = "sh";
        start.ArgumentList.Clear();
        Array.ForEach(arguments, start.ArgumentList.Add);
        return start;
    }

    private static bool IsOwn(string name) =>
        name != "DOTNET_ROOT" && Array.Exists(OwnSettings, setting => name.StartsWith(setting, StringComparison.OrdinalIgnoreCase));
}
