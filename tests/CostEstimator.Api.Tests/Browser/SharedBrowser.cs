using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(CostEstimator.Api.Tests.Browser.SharedBrowser))]

namespace CostEstimator.Api.Tests.Browser;

/// <summary>One browser for all tests, started when the first of them asks; each opens tabs that share nothing with the others'.</summary>
public sealed class SharedBrowser : IAsyncDisposable
{
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _started = new(StartAsync);

    public async Task<Tab> OpenAsync(BrowserNewContextOptions? options = null)
    {
        var context = await (await _started.Value).Browser.NewContextAsync(options ?? new BrowserNewContextOptions());
        return await Tab.OpenAsync(context);
    }

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated)
        {
            var (playwright, browser) = await _started.Value;
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await Chromium.LaunchAsync(playwright));
    }
}
