using System.Globalization;
using CostEstimator.Storage.DataFiles;

namespace CostEstimator.Storage.Tests.Fixtures;

/// <summary>What a reading of data files must have found.</summary>
internal static class Expect
{
    /// <summary>One fault, and nothing that could be used.</summary>
    public static void Fault(DataDirectoryReading reading, string file, int? line, string reason)
    {
        Same([(file, line, reason)], reading.Faults);
        Assert.Null(reading.Data);
    }

    /// <summary>These faults and no others, in this order.</summary>
    public static void Faults(DataDirectoryReading reading, params (string File, int? Line, string Reason)[] faults)
    {
        Same(faults, reading.Faults);
        Assert.Null(reading.Data);
    }

    /// <summary>One warning, which keeps nothing from being used.</summary>
    public static void Warning(DataDirectoryReading reading, string file, int? line, string reason)
    {
        Assert.Empty(reading.Faults);
        Assert.NotNull(reading.Data);
        Same([(file, line, reason)], reading.Warnings);
    }

    /// <summary>Neither fault nor warning.</summary>
    public static void Nothing(DataDirectoryReading reading)
    {
        Assert.Empty(reading.Faults);
        Assert.Empty(reading.Warnings);
        Assert.NotNull(reading.Data);
    }

    private static void Same((string File, int? Line, string Reason)[] expected, IEnumerable<Finding> actual)
    {
        var found = actual.ToList();
        var isSame = found.Count == expected.Length && found.Zip(expected).All(pair =>
            pair.First.File == pair.Second.File
            && pair.First.Line == pair.Second.Line
            && pair.First.Reason.Contains(pair.Second.Reason, StringComparison.Ordinal));
        Assert.True(isSame, $"Expected:\n{Lines(expected.Select(Written))}\nFound:\n{Lines(found.Select(finding => finding.ToString()))}");
    }

    private static string Written((string File, int? Line, string Reason) finding) =>
        string.Create(CultureInfo.InvariantCulture, $"{finding.File}:{finding.Line}: … {finding.Reason} …");

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
