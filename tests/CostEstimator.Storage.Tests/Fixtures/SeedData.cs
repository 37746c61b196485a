using CostEstimator.Storage.DataFiles;

namespace CostEstimator.Storage.Tests.Fixtures;

/// <summary>The data files that the product ships with.</summary>
internal static class SeedData
{
    public static string Directory { get; } = Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>Reads the files as of the day on which the newest of their sources was read.</summary>
    public static DataDirectoryReading Read()
    {
        var sources = DataDirectory.Read(Directory, DataSet.Today).Data!.Sources;
        return DataDirectory.Read(Directory, sources.Max(source => source.ReadOn));
    }
}
