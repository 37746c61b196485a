using CostEstimator.Api.Tests.Fixture;
using Microsoft.Playwright;

namespace CostEstimator.Api.Tests.Browser.Widget;

/// <summary>A visitor's tab on a page of a partner, with the widget that stands there.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly PartnerPages _pages;

    private Visit(PartnerPages pages, Tab tab)
    {
        _pages = pages;
        Tab = tab;
        Widget = new WidgetElement(tab.Page.Locator("treatment-cost-estimator").First);
    }

    public Tab Tab { get; }

    public IPage Page => Tab.Page;

    public WidgetElement Widget { get; }

    /// <summary>Opens a page whose widget has these attributes, the tab prepared before it goes there, and waits for nothing.</summary>
    public static Task<Visit> BeginAsync(
        SharedBrowser browser, EstimatorHost host, string attributes, BrowserNewContextOptions? options = null, Func<IPage, Task>? prepare = null) =>
        BeginAsync(
            browser,
            PartnerPages.StartAsync($"<treatment-cost-estimator {attributes}><p>Call us.</p></treatment-cost-estimator>", PartnerPages.ScriptOf(host)),
            options,
            prepare);

    /// <summary>Opens a page.</summary>
    public static async Task<Visit> BeginAsync(
        SharedBrowser browser, Task<PartnerPages> starting, BrowserNewContextOptions? options = null, Func<IPage, Task>? prepare = null)
    {
        var pages = await starting;
        var tab = await browser.OpenAsync(options);
        await (prepare?.Invoke(tab.Page) ?? Task.CompletedTask);
        await tab.Page.GotoAsync(pages.Url, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        return new Visit(pages, tab);
    }

    /// <summary>The same, and waits until the widget shows its first answer.</summary>
    public static async Task<Visit> BeginReadyAsync(SharedBrowser browser, EstimatorHost host, string attributes, BrowserNewContextOptions? options = null)
    {
        var visit = await BeginAsync(browser, host, attributes, options);
        await visit.Widget.SettledAsync();
        return visit;
    }

    /// <summary>Asserts that nothing went wrong and nothing jumped all the while.</summary>
    public async Task AssertFlawlessAsync()
    {
        Assert.Empty(Tab.Complaints);
        Assert.Empty(await Tab.JumpsAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Tab.DisposeAsync();
        await _pages.DisposeAsync();
    }
}
