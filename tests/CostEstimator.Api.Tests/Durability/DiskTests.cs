using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>A disk that is full, and a file that may not be written: quotes are refused meanwhile, and none that was answered is lost.</summary>
public sealed class DiskTests : IDisposable
{
    private const int MostQuotes = 20_000;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Quotes_DiskFull_AreRefusedMeanwhileOnly()
    {
        var disk = Directory.CreateDirectory(_folder["disk"]).FullName;
        Privileged.RunOrSkip("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk);
        try
        {
            var file = Path.Combine(disk, "quotes.db");
            await using var server = await StartAsync(file);
            var issued = await FillAsync(server.Client, Path.Combine(disk, "ballast"));

            await QuotesUnavailable.AssertRefusesAsync(server.Client);
            (await server.Client.FetchAsync("/health/ready")).AssertRefused(503, "unavailable");
            await AssertReadBackAsync(server.Client, issued);
            File.Delete(Path.Combine(disk, "ballast"));

            await AssertReadBackAsync(server.Client, issued);
            await QuotesUnavailable.AssertWorksAsync(server, file, issued.Count + 1);
        }
        finally
        {
            Privileged.Run("umount", "--lazy", disk);
        }
    }

    [Fact]
    public async Task Start_DiskFull_SaysSo()
    {
        var disk = Directory.CreateDirectory(_folder["disk"]).FullName;
        Privileged.RunOrSkip("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk);
        try
        {
            var file = Path.Combine(disk, "quotes.db");
            await using (var server = await StartAsync(file))
            {
                Assert.Equal(0, await server.TerminateAsync());
            }

            FillUp(Path.Combine(disk, "ballast"));
            var refused = await ProgramRun.WithAsync(_folder, SettingsOf(file));

            refused.AssertRefused(file, "its disk is full");
        }
        finally
        {
            Privileged.Run("umount", "--lazy", disk);
        }
    }

    [Fact]
    public async Task Backup_DiskFull_LeavesNothing()
    {
        var disk = Directory.CreateDirectory(_folder["disk"]).FullName;
        Privileged.RunOrSkip("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk);
        try
        {
            await using (var server = await StartAsync(_folder["quotes.db"]))
            {
                Assert.Equal(0, await server.TerminateAsync());
            }

            var refused = await ProgramRun.WithAsync(_folder, SettingsOf(_folder["quotes.db"]), "backup", Path.Combine(disk, "copy.db"));

            refused.AssertRefused("was not copied", "full");
            Assert.Empty(Directory.EnumerateFiles(disk));
        }
        finally
        {
            Privileged.Run("umount", "--lazy", disk);
        }
    }

    [Fact]
    public async Task Quotes_FileReadOnly_AreRefusedMeanwhileOnly()
    {
        await using var server = await StartAsync(_folder["quotes.db"]);
        var issued = await server.Client.PostQuoteAsync(QuotesUnavailable.Quote);
        Assert.Equal(201, issued.Status);
        var isRoot = Environment.IsPrivilegedProcess;
        SetReadOnly(isRoot, true);
        try
        {
            await QuotesUnavailable.AssertRefusesAsync(server.Client);
            (await server.Client.FetchAsync("/health/ready")).AssertRefused(503, "unavailable");
            await AssertReadBackAsync(server.Client, [issued]);
        }
        finally
        {
            SetReadOnly(isRoot, false);
        }

        await QuotesUnavailable.AssertWorksAsync(server, _folder["quotes.db"], 2);
    }

    private static async Task AssertReadBackAsync(HttpClient client, List<ApiAnswer> issued)
    {
        foreach (var quote in issued)
        {
            Assert.Equal(quote.Body, (await client.FetchAsync(quote.Header("Location")!)).Body);
        }
    }

    private Task<ServerProcess> StartAsync(string file) => ServerProcess.StartAsync(_folder, SettingsOf(file));

    private static (string Name, string? Value)[] SettingsOf(string file) =>
        [("Storage__ConnectionString", $"Data Source={file}"), ("Limits__AnonymousPerMinute", "0")];

    // Leaves no room for another page; what the file and its log have already may still take some quotes.
    private static async Task<List<ApiAnswer>> FillAsync(HttpClient client, string ballast)
    {
        var issued = new List<ApiAnswer>();
        for (var count = 0; count < 5; count++)
        {
            issued.Add(await client.PostQuoteAsync(QuotesUnavailable.Quote));
            Assert.Equal(201, issued[^1].Status);
        }

        var refused = 0;
        for (var count = 0; count < MostQuotes && refused < 3; count++)
        {
            FillUp(ballast);
            var answer = await client.PostQuoteAsync(QuotesUnavailable.Quote);
            refused = answer.Status == 201 ? 0 : refused + 1;
            if (answer.Status == 201)
            {
                issued.Add(answer);
            }
        }

        Assert.Equal(3, refused);
        return issued;
    }

    private static void FillUp(string ballast)
    {
        try
        {
            using var file = new FileStream(ballast, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
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

    // Root is not bound by rights, but by what the file system itself forbids.
    private void SetReadOnly(bool isRoot, bool isReadOnly)
    {
        var file = _folder["quotes.db"];
        if (isRoot && isReadOnly)
        {
            Privileged.RunOrSkip("chattr", "+i", file);
        }
        else if (isRoot)
        {
            Privileged.Run("chattr", "-i", file);
        }
        else if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, isReadOnly ? UnixFileMode.UserRead : UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
