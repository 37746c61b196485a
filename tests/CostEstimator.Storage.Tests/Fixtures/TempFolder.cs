using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Tests.Fixtures;

/// <summary>A folder of one test's own, gone afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cost-estimator-").FullName;

    public string FileNamed(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        // An idle connection of a pool would keep its file open.
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
