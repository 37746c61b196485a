namespace CostEstimator.Api.Tests.Durability;

/// <summary>A disk that a test can fill, mounted for it alone.</summary>
internal sealed class SmallDisk : IDisposable
{
    /// <summary>Mounts a disk; where that is not allowed, the test is skipped.</summary>
    /// <param name="folder">Where; it is made.</param>
    /// <param name="size">How large, such as <c>6m</c>.</param>
    public SmallDisk(string folder, string size)
    {
        Folder = Directory.CreateDirectory(folder).FullName;
        Privileged.RunOrSkip("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", Folder);
    }

    public string Folder { get; }

    /// <summary>The path of a file on it.</summary>
    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>Leaves no room for another page in any file.</summary>
    public void FillUp()
    {
        try
        {
            using var file = new FileStream(this["ballast"], FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
            while (true)
            {
                file.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    /// <summary>Takes away what filled it.</summary>
    public void MakeRoom() => File.Delete(this["ballast"]);

    public void Dispose() => Privileged.Run("umount", "--lazy", Folder);
}
