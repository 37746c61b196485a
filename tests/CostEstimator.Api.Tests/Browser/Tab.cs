using System.Runtime.CompilerServices;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CostEstimator.Api.Tests.Browser;

/// <summary>A tab that writes down what goes wrong in it: errors of the console and of scripts, and what moves without the visitor's doing.</summary>
public sealed class Tab : IAsyncDisposable
{
    /// <summary>Where pictures of the widget are written, to be looked at.</summary>
    private static readonly string Pictures = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "TestResults", "pictures");

    private readonly List<string> _complaints = [];

    private Tab(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Errors of the console and of scripts.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints];

    public static async Task<Tab> OpenAsync(IBrowserContext context)
    {
        await context.AddInitScriptAsync(
            """
            {
              window.jumps = [];
              const inputs = [];
              for (const type of ['pointerdown', 'keydown']) addEventListener(type, () => inputs.push(performance.now()), true);

              // Half a second after an input the browser takes no change for its answer: a busy machine may need longer for one.
              const isLateAnswer = when => {
                const input = inputs.findLast(one => one < when);
                return performance.getEntriesByType('resource').some(({ name, startTime, responseEnd }) => name.includes('/v1/')
                  && startTime >= input && startTime < input + 150 && responseEnd > input + 400 && responseEnd <= when);
              };
              new PerformanceObserver(list => {
                for (const { value, hadRecentInput, sources, startTime } of list.getEntries()) {
                  if (!hadRecentInput && !isLateAnswer(startTime)) window.jumps.push(`${value} ${sources.map(({ node }) => node?.outerHTML?.slice(0, 80))}`);
                }
              }).observe({ type: 'layout-shift', buffered: true });
            }
            """);
        var tab = new Tab(await context.NewPageAsync());
        tab.Page.SetDefaultTimeout(15_000);
        tab.Page.Console += (_, message) => tab.Note(message.Type is "error" or "warning", message.Text);
        tab.Page.PageError += (_, error) => tab.Note(isFault: true, error);
        return tab;
    }

    /// <summary>What has moved on the page since its first paint, except in answer to what the visitor did.</summary>
    public Task<string[]> JumpsAsync() => Page.EvaluateAsync<string[]>("() => window.jumps");

    /// <summary>What the accessibility checker finds on the page as it is now.</summary>
    public async Task<string> ViolationsAsync()
    {
        // Colours are measured where they end.
        await Page.EvaluateAsync("() => Promise.all(document.getAnimations().filter(one => one.effect.getTiming().iterations === 1).map(one => one.finished))");
        var result = await Page.RunAxe();
        return string.Join('\n', result.Violations.SelectMany(found => found.Nodes, (found, node) => $"{found.Id}: {node.Html} {node.Any.FirstOrDefault()?.Message}"));
    }

    public Task PictureAsync(string name, bool isWhole = true) =>
        Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = isWhole });

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private void Note(bool isFault, string text)
    {
        if (isFault)
        {
            _complaints.Add(text);
        }
    }
}
