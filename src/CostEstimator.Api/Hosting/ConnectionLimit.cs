using System.Globalization;

namespace CostEstimator.Api.Hosting;

/// <summary>How many connections may be open at a time.</summary>
/// <remarks>A process that cannot open another file ends where the runtime needs one, so connections leave it some.</remarks>
internal static class ConnectionLimit
{
    // Each takes some ten kilobytes and a handle: all of them a hundred megabytes.
    private const int Most = 10_000;
    private const int Least = 16;

    // The program holds about 300 when it serves; the others are for the database, the log and the collector of metrics.
    private const int OtherHandles = 400;

    // What it holds when it serves, the least number of connections, and some for what comes and goes.
    private const int FewestHandles = 360;

    private static readonly int Handles = HandlesHere();

    /// <summary>The limit here.</summary>
    public static int Here { get; } = Of(Handles);

    /// <summary>Whether it is lower than it would be elsewhere, because the process may open few files.</summary>
    public static bool IsLowered => Here < Most;

    /// <summary>The limit of a process that may open so many files and connections.</summary>
    internal static int Of(int handles) => Math.Clamp(handles - OtherHandles, Least, Most);

    /// <summary>Refuses to serve where no quote could be kept, or not even a part of the program be loaded.</summary>
    /// <exception cref="StartException">The process may open too few files.</exception>
    public static void RefuseTooFewFiles()
    {
        if (Handles < FewestHandles)
        {
            throw new StartException(
                $"The server cannot start: this process may open {Handles} files at a time, and needs {FewestHandles}. Allow it more, for example with 'ulimit -n 1024'.");
        }
    }

    // Only Linux tells. The runtime has raised the first figure to the second when it started.
    private static int HandlesHere()
    {
        const string Name = "Max open files";
        try
        {
            var line = File.ReadLines("/proc/self/limits").FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal));
            return int.TryParse(line?[Name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var handles)
                ? handles
                : int.MaxValue;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return int.MaxValue;
        }
    }
}
