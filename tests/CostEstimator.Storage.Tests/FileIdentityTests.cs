using System.Diagnostics;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests;

/// <summary>The log beside a database gets its rights, and nothing else does.</summary>
public sealed class FileIdentityTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly string _database;
    private readonly string _log;

    public FileIdentityTests()
    {
        Assert.SkipUnless(FileIdentity.IsKnown, "The rights of files are looked at on Linux only.");
        _database = FileOf("quotes.db", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        _log = _folder.FileNamed("quotes.db-wal");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TryGiveRights_FileOfTheSameOwner_GetsThemAll()
    {
        FileOf("quotes.db-wal", UnixFileMode.UserRead);

        Assert.True(FileIdentity.TryGiveRights(_database, _log));

        Assert.Equal(RightsOf(_database), RightsOf(_log));
    }

    [Fact]
    public void TryGiveRights_LinkToAnotherFile_LeavesThatAlone()
    {
        var secret = FileOf("secret", UnixFileMode.UserRead);
        File.CreateSymbolicLink(_log, secret);

        Assert.False(FileIdentity.TryGiveRights(_database, _log));

        Assert.Equal(UnixFileMode.UserRead, RightsOf(secret));
    }

    [Fact]
    public void TryGiveRights_SecondNameOfAnotherFile_LeavesThatAlone()
    {
        var secret = FileOf("secret", UnixFileMode.UserRead);
        using (var linking = Process.Start("ln", [secret, _log]))
        {
            linking.WaitForExit();
        }

        Assert.True(File.Exists(_log));
        Assert.False(FileIdentity.TryGiveRights(_database, _log));

        Assert.Equal(UnixFileMode.UserRead, RightsOf(secret));
    }

    [Fact]
    public void TryGiveRights_NoPlainFile_LeavesItAlone()
    {
        using (var making = Process.Start("mkfifo", ["-m", "400", _log]))
        {
            making.WaitForExit();
        }

        Assert.True(File.Exists(_log));
        Assert.False(FileIdentity.TryGiveRights(_database, _log));

        Assert.Equal(UnixFileMode.UserRead, RightsOf(_log));
    }

    [Fact]
    public void TryGiveRights_FileOfAnotherOwner_LeavesItAlone()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can give a file away.");
        FileOf("quotes.db-wal", UnixFileMode.UserRead);
        using (var giving = Process.Start("chown", ["65534", _log]))
        {
            giving.WaitForExit();
        }

        Assert.False(FileIdentity.TryGiveRights(_database, _log));

        Assert.Equal(UnixFileMode.UserRead, RightsOf(_log));
    }

    [Fact]
    public void TryGiveRights_FileIsGone_DoesNothing()
    {
        Assert.False(FileIdentity.TryGiveRights(_database, _log));

        Assert.False(File.Exists(_log));
    }

    private static UnixFileMode RightsOf(string file) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file);

    private string FileOf(string name, UnixFileMode rights)
    {
        var file = _folder.FileNamed(name);
        File.WriteAllText(file, "");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, rights);
        }

        return file;
    }
}
