using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Hosting;

/// <summary>A log whose disk is full: its lines are lost, and nobody waits for them, then or later.</summary>
public sealed class LogDiskFullTests
{
    private const string Full = "/dev/full";
    private const string Writer = "Console logger";

    [Fact]
    public async Task Log_DiskFull_IsStillWrittenApartFromRequests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), $"Only Linux has {Full}, and tells the threads of a process.");
        using var folder = new TempFolder();
        var address = FreeAddress();
        var start = ProductProcess.Prepare(folder, [], [("ASPNETCORE_URLS", address.ToString())]).InShell($"exec \"$0\" \"$@\" > {Full}");
        using var process = Process.Start(start)!;
        try
        {
            using var client = new HttpClient { BaseAddress = address };
            await WaitAsync(client, process);
            for (var time = 0; time < 5; time++)
            {
                Assert.Equal(404, (await client.FetchAsync("/nothing")).Status);
            }

            // Without it, whoever has something to log writes it himself, and stands still when the disk does.
            Assert.Contains(ThreadsOf(process), thread => thread.StartsWith(Writer, StringComparison.Ordinal));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task Check_DiskOfItsOutputFull_SaysSoAndFails()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), $"Only Linux has {Full}.");
        using var folder = new TempFolder();
        var start = ProductProcess.Prepare(folder, ["check", DataSet.ShippedDirectory], []).InShell($"exec \"$0\" \"$@\" > {Full}");
        using var process = Process.Start(start)!;

        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("cannot be written", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> ThreadsOf(Process process) =>
        Directory.GetDirectories($"/proc/{process.Id}/task").Select(task => File.ReadAllText(Path.Combine(task, "comm")));

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }

    private static async Task WaitAsync(HttpClient client, Process process)
    {
        for (var attempt = 0; !process.HasExited && attempt < 600; attempt++)
        {
            try
            {
                await client.GetAsync("/health/live", TestContext.Current.CancellationToken);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }

        Assert.Fail(process.HasExited ? await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken) : "It does not answer.");
    }
}
