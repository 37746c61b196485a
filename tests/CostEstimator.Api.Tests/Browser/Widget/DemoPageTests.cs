using CostEstimator.Api.Tests.Fixture;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CostEstimator.Api.Tests.Browser.Widget;

/// <summary>The page that shows partners what the widget can do.</summary>
public sealed class DemoPageTests(SeedHost seed, SharedBrowser browser) : IClassFixture<SeedHost>
{
    [ChromiumFact]
    public async Task Attributes_PlayedWith_ChangeTheWidgetAndTheSnippetThatRuns()
    {
        await using var tab = await browser.OpenAsync(new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        var page = tab.Page;
        await page.GotoAsync(seed.Host.Address.ToString());
        var widget = new WidgetElement(page.Locator("treatment-cost-estimator"));
        await widget.SettledAsync();
        Assert.Empty(await tab.JumpsAsync());
        Assert.Equal("", await tab.ViolationsAsync());
        await tab.PictureAsync("demo");

        await page.Locator("[name=language]").SelectOptionAsync("ru");
        await page.Locator("[name=currency]").FillAsync("EUR");
        await page.Locator("[name=facts]").FillAsync("transplant:allogeneic");
        await page.Locator("[name=facts]").BlurAsync();
        await Expect(widget.Total).ToHaveTextAsync(
            (await seed.Client.EstimateAsync("programme=acute-leukaemia&fact=transplant:allogeneic&currency=EUR&language=ru")).StringAt("/total/text")!);
        await Expect(page.Locator("#event")).ToContainTextAsync("\"currency\": \"EUR\"");
        await page.Locator("#accent").FillAsync("#123456");
        await page.Locator("#scheme").SelectOptionAsync("dark");
        await page.Locator("[name=api]").FillAsync(seed.Host.Address.ToString());
        await page.Locator("[name=api]").BlurAsync();
        await widget.SettledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Copied", new() { Exact = true })).ToBeVisibleAsync();
        var snippet = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Contains("integrity=\"sha384-", snippet, StringComparison.Ordinal);
        Assert.Empty(tab.Complaints);

        await using var visit = await Visit.BeginAsync(browser, PartnerPages.StartAsync(snippet));
        await visit.Widget.SettledAsync();
        await Expect(visit.Widget.Element).ToHaveAttributeAsync("api", seed.Host.Address.ToString());
        await Expect(visit.Widget.Range).ToHaveCSSAsync("background-color", "rgb(18, 52, 86)");
        await Expect(visit.Widget.Frame).ToHaveCSSAsync("background-color", "rgb(20, 25, 31)");
        Assert.Equal(await widget.Total.InnerTextAsync(), await visit.Widget.Total.InnerTextAsync());
        await visit.AssertFlawlessAsync();
    }

    [ChromiumFact]
    public async Task Page_OfAServerThatAsksForAKey_SuggestsOnceThereIsOne()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string> { ["Partners:RequireKey"] = "true" } });
        var partner = await PartnerSite.AddAsync(host, "clinic-demo");
        await using var tab = await browser.OpenAsync();
        await tab.Page.GotoAsync(host.Address.ToString());
        var widget = new WidgetElement(tab.Page.Locator("treatment-cost-estimator"));
        await widget.SettledAsync("failed-first");
        await Expect(tab.Page.Locator("#programmes option")).ToHaveCountAsync(0);
        Assert.All(tab.Complaints, complaint => Assert.Contains("401", complaint, StringComparison.Ordinal));

        await tab.Page.Locator("[name=api-key]").FillAsync(partner.Key);
        await tab.Page.Locator("[name=api-key]").BlurAsync();
        await widget.SettledAsync();
        await Expect(tab.Page.Locator("#programmes option")).ToHaveCountAsync(1);
    }

    [ChromiumTheory]
    [InlineData("Swagger UI", "**/swagger/**")]
    [InlineData("OpenAPI document", "**/openapi/v1.json")]
    public async Task Link_ForDevelopers_LeadsThere(string link, string address)
    {
        await using var tab = await browser.OpenAsync();
        await tab.Page.GotoAsync(seed.Host.Address.ToString());
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();

        await tab.Page.WaitForURLAsync(address);
    }

    [ChromiumTheory]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 320)]
    public async Task Page_OnAnyScreen_HasNoViolation(ColorScheme scheme, int width)
    {
        await using var tab = await browser.OpenAsync(new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = 800 } });
        await tab.Page.GotoAsync(seed.Host.Address.ToString());
        await new WidgetElement(tab.Page.Locator("treatment-cost-estimator")).SettledAsync();

        Assert.Equal("", await tab.ViolationsAsync());
        Assert.Equal(0, await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await tab.PictureAsync($"demo-{width}");
    }
}
