using System.Diagnostics;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>
/// A disk that says of one file of a process that it could not keep what was written to it, or says nothing: strace answers the system calls. Where it may
/// not, as in some containers, the test is skipped; the gate tries for itself whether it may.
/// </summary>
internal sealed class FailingFlushes : IDisposable
{
    private readonly Process _tracer;

    private FailingFlushes(Process tracer) => _tracer = tracer;

    /// <summary>Begins; from now on no flush of the file succeeds.</summary>
    /// <param name="process">The process.</param>
    /// <param name="file">The file's path.</param>
    public static Task<FailingFlushes> OfAsync(int process, string file) => OfAsync(process, file, "error=EIO");

    /// <summary>Begins; from now on no flush of the file comes to an end until the disk is as good as before.</summary>
    /// <param name="process">The process.</param>
    /// <param name="file">The file's path.</param>
    public static Task<FailingFlushes> HangAsync(int process, string file) =>
        OfAsync(process, file, $"delay_enter={TimeSpan.FromMinutes(2).TotalMicroseconds:0}");

    private static async Task<FailingFlushes> OfAsync(int process, string file, string how)
    {
        var tracer = Process.Start(new ProcessStartInfo(
            "strace",
            ["-f", "-p", $"{process}", "-P", file, "-e", "trace=fsync,fdatasync", "-e", $"inject=fsync,fdatasync:{how}", "-o", "/dev/null"])
        { RedirectStandardError = true })!;
        var failing = new FailingFlushes(tracer);
        var said = new List<string>();
        while (await tracer.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said.Add(line);
            if (line.Contains("attached", StringComparison.Ordinal))
            {
                // What it says at its end would fill a pipe that nobody reads.
                _ = tracer.StandardError.ReadToEndAsync(CancellationToken.None);
                return failing;
            }
        }

        failing.Dispose();
        Assert.Skip($"This needs 'strace -p', as root: {string.Join(' ', said)}");
        throw new UnreachableException();
    }

    /// <summary>The disk is as good as it was before.</summary>
    public void Dispose()
    {
        if (!_tracer.HasExited)
        {
            // Told so, it leaves the process to itself; killed, it would take it along.
            using var kill = Process.Start("kill", [$"{_tracer.Id}"]);
            kill.WaitForExit();
            _tracer.WaitForExit();
        }

        _tracer.Dispose();
    }
}
