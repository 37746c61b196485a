using Microsoft.Playwright;

namespace CostEstimator.Api.Tests.Browser;

/// <summary>The machine's own Chromium, driven by Playwright.</summary>
public static class Chromium
{
    /// <summary>The environment variable that may name the browser.</summary>
    public const string Variable = "CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Where the browser is; null: there is none.</summary>
    public static string? Executable { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? named
            : (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
               from name in Names
               let file = Path.Combine(folder, name)
               where File.Exists(file)
               select file).FirstOrDefault();

    /// <summary>Why there are no tests with the browser; null: there are.</summary>
    public static string? WhyNot { get; } = Executable is null && Environment.GetEnvironmentVariable("CI") != "true"
        ? $"There is no Chromium on the PATH. Install it (on Debian: apt-get install chromium), or name it in {Variable}."
        : null;

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Executable ?? throw new InvalidOperationException("There is no Chromium on the PATH."),
        Args = Arguments,
    });
}
