namespace CostEstimator.Api.Tests.Fixture;

/// <summary>An empty folder that goes, with all that is in it, when its user is done.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cost-estimator-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A file of a process that was just killed may still be in use: the system's own clean-up takes the folder.
        }
    }
}
