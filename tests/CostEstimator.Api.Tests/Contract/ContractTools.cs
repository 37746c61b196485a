using System.Diagnostics;
using System.Runtime.CompilerServices;
using CostEstimator.Api.Tests.Contract;

[assembly: AssemblyFixture(typeof(ContractTools))]

namespace CostEstimator.Api.Tests.Contract;

/// <summary>The programs in <c>tests/contract</c> that hold the document to its word, installed by npm when a test first needs them.</summary>
public sealed class ContractTools : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _installing = new(1);

    /// <summary>Where they are.</summary>
    public static string Folder { get; } = FolderBeside();

    public void Dispose() => _installing.Dispose();

    /// <summary>Runs one of them to its end.</summary>
    /// <returns>Its exit code, and all that it said.</returns>
    public async Task<(int ExitCode, string Output)> RunAsync(string tool, params string[] arguments)
    {
        using var process = await StartAsync(tool, arguments);
        return await EndAsync(process);
    }

    /// <summary>Starts one of them, without input.</summary>
    public async Task<Process> StartAsync(string tool, params string[] arguments)
    {
        await InstallAsync();
        var process = Start(Path.Combine(Folder, "node_modules", ".bin", tool), arguments);
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Starts a program there that talks with whoever started it.</summary>
    public static Process Start(string program, IEnumerable<string> arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task<(int ExitCode, string Output)> EndAsync(Process process)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    // npm notes at the end of an installation what it has installed.
    private async Task InstallAsync()
    {
        await _installing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            var wanted = new FileInfo(Path.Combine(Folder, "package-lock.json"));
            var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
            if (installed.Exists && installed.LastWriteTimeUtc >= wanted.LastWriteTimeUtc)
            {
                return;
            }

            using var npm = Start("npm", ["ci"]);
            npm.StandardInput.Close();
            var (exitCode, output) = await EndAsync(npm);
            Assert.True(exitCode == 0, $"npm could not install the tools of tests/contract: {output}");
        }
        finally
        {
            _installing.Release();
        }
    }

    private static string FolderBeside([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "contract"));
}
