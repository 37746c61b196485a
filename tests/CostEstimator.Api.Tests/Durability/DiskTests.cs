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
            await using var host = await EstimatorHost.StartAsync(new HostSetup { DatabaseFile = Path.Combine(disk, "quotes.db") });
            var issued = await FillAsync(host, Path.Combine(disk, "ballast"));

            await QuotesUnavailable.AssertRefusesAsync(host);
            (await host.Client.FetchAsync("/health/ready")).AssertRefused(503, "unavailable");
            File.Delete(Path.Combine(disk, "ballast"));

            await QuotesUnavailable.AssertWorksAsync(host, issued.Count + 1);
            foreach (var quote in issued)
            {
                Assert.Equal(quote.Body, (await host.Client.FetchAsync(quote.Header("Location")!)).Body);
            }
        }
        finally
        {
            Privileged.Run("umount", "--lazy", disk);
        }
    }

    [Fact]
    public async Task Quotes_FileReadOnly_AreRefusedMeanwhileOnly()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { DatabaseFile = _folder["quotes.db"] });
        Assert.Equal(201, (await host.Client.PostQuoteAsync(QuotesUnavailable.Quote)).Status);
        var isRoot = Environment.IsPrivilegedProcess;
        SetReadOnly(isRoot, true);
        try
        {
            await QuotesUnavailable.AssertRefusesAsync(host);
            (await host.Client.FetchAsync("/health/ready")).AssertRefused(503, "unavailable");
        }
        finally
        {
            SetReadOnly(isRoot, false);
        }

        await QuotesUnavailable.AssertWorksAsync(host, 2);
    }

    // Leaves no room for another page; what the file and its log have already may still take some quotes.
    private static async Task<List<ApiAnswer>> FillAsync(EstimatorHost host, string ballast)
    {
        var issued = new List<ApiAnswer>();
        for (var count = 0; count < 5; count++)
        {
            issued.Add(await host.Client.PostQuoteAsync(QuotesUnavailable.Quote));
            Assert.Equal(201, issued[^1].Status);
        }

        try
        {
            using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
            while (true)
            {
                file.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // It is full.
        }

        for (var count = 0; count < MostQuotes; count++)
        {
            var answer = await host.Client.PostQuoteAsync(QuotesUnavailable.Quote);
            if (answer.Status != 201)
            {
                return issued;
            }

            issued.Add(answer);
        }

        throw new InvalidOperationException("The disk does not get full.");
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
