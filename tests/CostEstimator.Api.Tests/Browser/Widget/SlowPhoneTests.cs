using System.Diagnostics;
using CostEstimator.Api.Tests.Fixture;
using Microsoft.Playwright;

namespace CostEstimator.Api.Tests.Browser.Widget;

/// <summary>What a visitor waits on a slow phone.</summary>
public sealed class SlowPhoneTests(SeedHost seed, SharedBrowser browser) : IClassFixture<SeedHost>
{
    [ChromiumFact]
    public async Task FirstTotal_At400MillisecondsAnd400Kilobits_ComesWithinSixSeconds()
    {
        await using var visit = await Visit.BeginAsync(browser, PartnerPages.StartAsync("<p>Nothing yet.</p>"), prepare: async page =>
        {
            var devtools = await page.Context.NewCDPSessionAsync(page);
            await devtools.SendAsync("Network.enable");
            await devtools.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
            {
                ["offline"] = false,
                ["latency"] = 400,
                ["downloadThroughput"] = 400_000 / 8,
                ["uploadThroughput"] = 400_000 / 8,
            });
        });
        await using var pages = await PartnerPages.StartAsync(
            "<treatment-cost-estimator programme=\"acute-leukaemia\" language=\"ru\" currency=\"EUR\"></treatment-cost-estimator>", PartnerPages.ScriptOf(seed.Host));
        var clock = Stopwatch.StartNew();
        await visit.Page.GotoAsync(pages.Url, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await new WidgetElement(visit.Page.Locator("treatment-cost-estimator")).SettledAsync();
        var waited = clock.Elapsed;

        TestContext.Current.TestOutputHelper?.WriteLine($"The first total shows after {waited.TotalSeconds:F1} s.");
        Assert.InRange(waited, TimeSpan.FromSeconds(1.2), TimeSpan.FromSeconds(6));
    }
}
