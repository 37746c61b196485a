using System.Diagnostics;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>A disk that is full, and a file that may not be written: quotes are refused meanwhile, and none that was answered is lost.</summary>
public sealed class DiskTests : IDisposable
{
    private const int MostQuotes = 20_000;
    private const string Unknown = "/v1/quotes/Q-0000-0000-0001";

    private static readonly (string Name, string Value) Key = ("Idempotency-Key", "order-1");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Quotes_DiskFull_AreRefusedMeanwhileOnly()
    {
        using var disk = new SmallDisk(_folder["disk"], "6m");
        await using var server = await StartAsync(disk["quotes.db"]);
        var issued = await FillAsync(server.Client, disk);

        await QuotesUnavailable.AssertRefusesAsync(server.Client);
        (await server.Client.FetchAsync("/health/ready")).AssertRefused(503, "unavailable");
        await AssertReadBackAsync(server.Client, issued);
        disk.MakeRoom();

        await AssertReadBackAsync(server.Client, issued);
        await QuotesUnavailable.AssertWorksAsync(server, disk["quotes.db"], issued.Count + 1);
    }

    [Fact]
    public async Task Quotes_DiskWasFullAndOnlyThoseWhoReadCome_AreKeptAgain()
    {
        using var disk = new SmallDisk(_folder["disk"], "6m");
        await using var server = await StartAsync(disk["quotes.db"]);
        var issued = await FillAsync(server.Client, disk);
        Assert.Equal(503, (await server.Client.PostQuoteAsync(QuotesUnavailable.Quote, Key)).Status);
        (await server.Client.FetchAsync(Unknown)).AssertRefused(503, "unavailable");
        disk.MakeRoom();

        for (var watch = Stopwatch.StartNew(); (await server.Client.FetchAsync(Unknown)).Status != 404;)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), "It waits for somebody who writes.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Equal(201, (await server.Client.PostQuoteAsync(QuotesUnavailable.Quote, Key)).Status);
        await QuotesUnavailable.AssertWorksAsync(server, disk["quotes.db"], issued.Count + 2);
    }

    [Fact]
    public async Task Start_DiskFull_SaysSo()
    {
        using var disk = new SmallDisk(_folder["disk"], "6m");
        await using (var server = await StartAsync(disk["quotes.db"]))
        {
            Assert.Equal(0, await server.TerminateAsync());
        }

        disk.FillUp();
        var refused = await ProgramRun.WithAsync(_folder, SettingsOf(disk["quotes.db"]));

        refused.AssertRefused(disk["quotes.db"], "its disk is full");
    }

    [Fact]
    public async Task Backup_DiskFull_LeavesNothing()
    {
        using var disk = new SmallDisk(_folder["disk"], "64k");
        await using (var server = await StartAsync(_folder["quotes.db"]))
        {
            Assert.Equal(0, await server.TerminateAsync());
        }

        var refused = await ProgramRun.WithAsync(_folder, SettingsOf(_folder["quotes.db"]), "backup", disk["copy.db"]);

        refused.AssertRefused("was not copied", "full");
        Assert.Empty(Directory.EnumerateFiles(disk.Folder));
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

    [Fact]
    public async Task Quotes_RightToWriteTakenForAWhile_AreRefusedMeanwhileOnly()
    {
        var file = ProductProcess.DatabaseIn(_folder);
        await using (var server = await StartAsOwnerAsync())
        {
            var issued = await server.Client.PostQuoteAsync(QuotesUnavailable.Quote);
            Assert.Equal(201, issued.Status);
            SetRights(file, isReadOnly: true);
            await QuotesUnavailable.AssertRefusesAsync(server.Client);
            (await server.Client.FetchAsync("/health/ready")).AssertRefused(503, "unavailable");
            await AssertReadBackAsync(server.Client, [issued]);
            SetRights(file, isReadOnly: false);

            await QuotesUnavailable.AssertWorksAsync(server, file, 2);
        }

        await using var again = await StartAsOwnerAsync();
        await QuotesUnavailable.AssertWorksAsync(again, file, 3);
    }

    [Fact]
    public async Task Import_LogWasLeftWithoutTheRightToWrite_IsDone()
    {
        await using (var server = await StartAsOwnerAsync())
        {
            Assert.Equal(0, await server.TerminateAsync());
        }

        foreach (var (end, bytes) in new[] { ("-wal", 0), ("-shm", 32_768) })
        {
            await File.WriteAllBytesAsync(ProductProcess.DatabaseIn(_folder) + end, new byte[bytes], TestContext.Current.CancellationToken);
            SetRights(ProductProcess.DatabaseIn(_folder) + end, isReadOnly: true);
        }

        (await ProgramRun.InShellAsync(_folder, AsOwner(), "import", DataSet.ShippedDirectory)).AssertDone();
    }

    private Task<ServerProcess> StartAsOwnerAsync() => ServerProcess.StartInShellAsync(_folder, AsOwner());

    // Root would write whatever rights a file has.
    private static string AsOwner()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there are the rights of a database looked at.");
        if (!Environment.IsPrivilegedProcess)
        {
            return """exec "$0" "$@" """;
        }

        Privileged.RunOrSkip("setpriv", "--inh-caps=-dac_override", "--bounding-set=-dac_override", "true");
        return """exec setpriv --inh-caps=-dac_override --bounding-set=-dac_override "$0" "$@" """;
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

    // What the file and its log have already may still take some quotes.
    private static async Task<List<ApiAnswer>> FillAsync(HttpClient client, SmallDisk disk)
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
            disk.FillUp();
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
        else
        {
            SetRights(file, isReadOnly);
        }
    }

    private static void SetRights(string file, bool isReadOnly)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, isReadOnly ? UnixFileMode.UserRead : UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
