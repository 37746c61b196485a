using System.ComponentModel;
using System.Diagnostics;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>Programs that make a disk fail, for which a test must be root.</summary>
internal static class Privileged
{
    /// <summary>Runs a program; where that is not allowed, as in most containers, the test is skipped. The gate tries for itself whether it is.</summary>
    public static void RunOrSkip(string program, params string[] arguments)
    {
        if (!TryRun(program, arguments, out var reason))
        {
            Assert.Skip($"This needs '{program} {string.Join(' ', arguments)}', as root: {reason}");
        }
    }

    /// <summary>Runs a program that undoes what another one did.</summary>
    public static void Run(string program, params string[] arguments)
    {
        if (!TryRun(program, arguments, out var reason))
        {
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' failed: {reason}");
        }
    }

    private static bool TryRun(string program, string[] arguments, out string reason)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            reason = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception fault)
        {
            reason = fault.Message;
            return false;
        }
    }
}
