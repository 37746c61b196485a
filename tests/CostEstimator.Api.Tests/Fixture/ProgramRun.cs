using System.Diagnostics;

namespace CostEstimator.Api.Tests.Fixture;

/// <summary>A run of the program that ends by itself: its exit code, and all that it printed.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task<ProgramRun> OfAsync(TempFolder folder, params string[] arguments) => WithAsync(folder, [], arguments);

    public static Task<ProgramRun> WithAsync(TempFolder folder, (string Name, string? Value)[] settings, params string[] arguments) =>
        OfAsync(ProductProcess.Prepare(folder, arguments, settings));

    /// <summary>Has a shell start the program: in the command, <c>"$0" "$@"</c> stand for it.</summary>
    public static Task<ProgramRun> InShellAsync(TempFolder folder, string command, params string[] arguments) =>
        OfAsync(ProductProcess.Prepare(folder, arguments, []).InShell(command));

    private static async Task<ProgramRun> OfAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new ProgramRun(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    /// <summary>Checks that the run did what it was to do.</summary>
    public void AssertDone() => Assert.True(ExitCode == 0, $"Exit code {ExitCode}: {Error}{Output}");

    /// <summary>Checks that the run failed for a reason that it gives on standard error, in words for an operator.</summary>
    public void AssertRefused(params string[] reasons)
    {
        Assert.True(ExitCode == 1, $"Exit code {ExitCode}: {Error}{Output}");
        foreach (var reason in reasons)
        {
            Assert.Contains(reason, Error, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Unhandled exception", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
    }
}
