using System.Security.Cryptography;
using CostEstimator.Api.Tests.Fixture;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CostEstimator.Api.Tests.Browser.Widget;

/// <summary>The widget in pages of all sorts, all of another origin than the API's.</summary>
public sealed class PartnerPageTests(SeedHost seed, SharedBrowser browser) : IClassFixture<SeedHost>
{
    private const string Tag = "<treatment-cost-estimator programme=\"acute-leukaemia\"><p>Call us.</p></treatment-cost-estimator>";

    // What a careless style sheet does to everything it finds.
    private const string Hostile =
        """
        <style>
        * { all: unset !important }
        *, *::before, *::after { color: red !important; font: 44px/3 fantasy !important; letter-spacing: 1em !important; text-transform: uppercase !important;
          text-align: right !important; direction: rtl; visibility: visible; word-spacing: 2em !important; text-indent: 5em !important; white-space: nowrap !important;
          cursor: none !important; user-select: none !important; columns: 3 !important; list-style: square !important; float: left; display: inline !important; margin: 9px !important; padding: 9px !important }
        *::before { content: 'x' !important }
        div, p, span, button, input, select, label, li, ul, ol, section, header { display: none !important; border: 5px solid red !important }
        [part], [class] { display: none !important }
        </style>
        """;

    private string Api => seed.Host.Address.GetLeftPart(UriPartial.Authority);

    [ChromiumFact]
    public async Task Widgets_TwoOnAPage_DoNotDisturbEachOther()
    {
        await using var visit = await Visit.BeginAsync(browser, PartnerPages.StartAsync(
            $"""
            {Tag}
            <treatment-cost-estimator programme="acute-leukaemia" language="tr" currency="TRY"></treatment-cost-estimator>
            """,
            PartnerPages.ScriptOf(seed.Host)));
        var other = new WidgetElement(visit.Page.Locator("treatment-cost-estimator").Last);
        await visit.Widget.SettledAsync();
        await other.SettledAsync();
        var before = await other.Total.InnerTextAsync();

        await visit.Widget.ChooseAsync("No transplant");
        await Expect(other.Option("Henüz bilmiyorum").First).ToBeCheckedAsync();
        Assert.Equal(before, await other.Total.InnerTextAsync());
        await other.ChooseAsync("Kemoterapi");
        await Expect(visit.Widget.Option("No transplant")).ToBeCheckedAsync();
        await Expect(visit.Widget.Option("Chemotherapy")).Not.ToBeCheckedAsync();
        await Expect(visit.Widget.Total).ToHaveTextAsync("from $6,000");
        await visit.AssertFlawlessAsync();
    }

    [ChromiumFact]
    public async Task Page_WithAStrictPolicy_NeedsToAllowNothingInline()
    {
        var policy = $"default-src 'none'; script-src {Api}; connect-src {Api}; img-src data:; base-uri 'none'; form-action 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'";
        await using var visit = await Visit.BeginAsync(browser, PartnerPages.StartAsync(Tag, PartnerPages.ScriptOf(seed.Host), policy));
        await visit.Widget.SettledAsync();

        await visit.Widget.ChooseAsync("No transplant");
        Assert.Equal("rgb(255, 255, 255)", await visit.Widget.Frame.EvaluateAsync<string>("node => getComputedStyle(node).backgroundColor"));
        Assert.StartsWith("inset(", await visit.Widget.Range.EvaluateAsync<string>("node => getComputedStyle(node).clipPath"), StringComparison.Ordinal);
        await visit.AssertFlawlessAsync();
    }

    [ChromiumFact]
    public async Task Page_WithHostileStyles_ChangesNothing()
    {
        await using var plain = await Visit.BeginAsync(browser, PartnerPages.StartAsync(Tag, PartnerPages.ScriptOf(seed.Host)));
        await using var hostile = await Visit.BeginAsync(browser, PartnerPages.StartAsync(Tag, PartnerPages.ScriptOf(seed.Host) + Hostile));
        await plain.Widget.SettledAsync();
        await hostile.Widget.SettledAsync();
        await hostile.Tab.PictureAsync("hostile", isWhole: false);

        Assert.Equal(await LookAsync(plain.Widget), await LookAsync(hostile.Widget));
        await hostile.Widget.ChooseAsync("No transplant");
        Assert.Empty(hostile.Tab.Complaints);
    }

    [ChromiumTheory]
    [InlineData("display: flex")]
    [InlineData("display: flex; flex-direction: column; align-items: center")]
    [InlineData("display: grid; place-items: center")]
    [InlineData("display: inline-block")]
    [InlineData("writing-mode: vertical-rl")]
    public async Task Page_OfAnyLayout_LeavesRoomForTheWidget(string layout)
    {
        await using var visit = await Visit.BeginAsync(
            browser,
            PartnerPages.StartAsync($"<div>{Tag}</div>", PartnerPages.ScriptOf(seed.Host) + $"<style>body > div {{ {layout} }}</style>"),
            new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 700, Height = 900 } });
        await visit.Widget.SettledAsync();
        var box = await visit.Widget.Frame.BoundingBoxAsync();

        Assert.InRange(box!.Width, 600, 700);
        Assert.Equal(0, await OverflowAsync(visit.Page));
        Assert.Empty(visit.Tab.Complaints);
    }

    [ChromiumTheory]
    [InlineData("article", "display: grid")]
    [InlineData("article", "display: grid; grid-template-columns: 1fr")]
    [InlineData("article", "display: flex; flex-wrap: wrap")]
    [InlineData("article", "display: flex; flex-direction: column; align-items: center")]
    [InlineData("article", "display: inline-block")]
    [InlineData("fieldset", "border: 0; margin: 0; padding: 0")]
    public async Task Page_OfAnyLayoutOnASmallScreen_IsNoWiderThanItsScreen(string element, string layout)
    {
        await using var visit = await Visit.BeginAsync(
            browser,
            PartnerPages.StartAsync($"<div><{element}>{Tag}</{element}></div>", PartnerPages.ScriptOf(seed.Host) + $"<style>main > div, fieldset {{ {layout} }}</style>"),
            new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 640 } });
        await visit.Widget.SettledAsync();

        Assert.Equal(0, await OverflowAsync(visit.Page));
        Assert.InRange((await visit.Widget.Frame.BoundingBoxAsync())!.Width, 280, 320);
    }

    [ChromiumTheory]
    [InlineData("dir=\"rtl\" lang=\"ar\"")]
    [InlineData("lang=\"fr\"")]
    public async Task Page_OfAnotherWritingOrLanguage_DoesNotBreakIt(string html)
    {
        await using var visit = await Visit.BeginAsync(
            browser,
            PartnerPages.StartAsync(Tag, PartnerPages.ScriptOf(seed.Host), html: html),
            new BrowserNewContextOptions { Locale = "ru-RU", ViewportSize = new ViewportSize { Width = 600, Height = 900 } });
        await visit.Widget.SettledAsync();

        await Expect(visit.Widget.Title).ToHaveTextAsync("Лечение острого лейкоза");
        Assert.Equal("ltr", await visit.Widget.Title.EvaluateAsync<string>("node => getComputedStyle(node).direction"));
        Assert.Equal(
            html.Contains("rtl", StringComparison.Ordinal) ? "rtl" : "ltr",
            await visit.Page.GetByText("Call us.").EvaluateAsync<string>("node => getComputedStyle(node).direction"));
        Assert.Equal(0, await OverflowAsync(visit.Page));
        Assert.Equal("", await visit.Tab.ViolationsAsync());
        await visit.Tab.PictureAsync($"page-{(html.Contains("rtl", StringComparison.Ordinal) ? "rtl" : "fr")}");
        await visit.AssertFlawlessAsync();
    }

    [ChromiumFact]
    public async Task Page_InALanguageOfTheWidget_IsFollowed()
    {
        await using var visit = await Visit.BeginAsync(browser, PartnerPages.StartAsync(Tag, PartnerPages.ScriptOf(seed.Host), html: "lang=\"tr-TR\""));
        await visit.Widget.SettledAsync();

        await Expect(visit.Widget.Title).ToHaveTextAsync("Akut lösemi tedavisi");
    }

    [ChromiumFact]
    public async Task Page_WithoutScripts_ShowsWhatStandsBetweenTheTags()
    {
        await using var visit = await Visit.BeginAsync(
            browser, PartnerPages.StartAsync(Tag, PartnerPages.ScriptOf(seed.Host)), new BrowserNewContextOptions { JavaScriptEnabled = false });

        await Expect(visit.Page.GetByText("Call us.")).ToBeVisibleAsync();
    }

    [ChromiumTheory]
    [InlineData(null)]
    [InlineData("treatment-cost-estimator.js")]
    [InlineData("element.js")]
    [InlineData("view.js")]
    public async Task Page_ThatPinsTheDigests_RunsNothingElse(string? tampered)
    {
        string[] files = ["element.js", "styles.js", "view.js"];
        var pinned = string.Concat(await Task.WhenAll(files.Select(async file =>
            $"<link rel=\"modulepreload\" href=\"{Api}/widget/v1/{file}\" integrity=\"{await DigestAsync(file)}\" crossorigin>")));
        const string Entry = "treatment-cost-estimator.js";
        var script = $"<script type=\"module\" src=\"{Api}/widget/v1/{Entry}\" integrity=\"{await DigestAsync(Entry)}\" crossorigin></script>";
        await using var visit = await Visit.BeginAsync(browser, PartnerPages.StartAsync(Tag, pinned + script), prepare: page =>
            page.RouteAsync($"**/widget/v1/{tampered ?? "none"}", async route =>
            {
                var answer = await route.FetchAsync();
                await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = await answer.TextAsync() + "\n// and more" });
            }));

        if (tampered is null)
        {
            await visit.Widget.SettledAsync();
            await visit.AssertFlawlessAsync();
        }
        else
        {
            await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await Expect(visit.Page.GetByText("Call us.")).ToBeVisibleAsync();
            Assert.False(await visit.Page.EvaluateAsync<bool>("() => customElements.get('treatment-cost-estimator') !== undefined"));
        }
    }

    [ChromiumFact]
    public async Task Frame_TellsItsHeightAndLetsTheReferenceBeCopied()
    {
        var partner = await PartnerSite.AddAsync(seed.Host, "clinic-frame");
        await using var visit = await Visit.BeginAsync(browser, PartnerPages.StartAsync(
            $$"""
            <iframe title="Estimator" width="700" height="300" src="{{Api}}/widget/v1/embed?programme=acute-leukaemia&language=tr&currency=EUR#api-key={{partner.Key}}"></iframe>
            <script>
            addEventListener('message', ({ origin, data }) => {
              if (origin === '{{Api}}' && data.type === 'treatment-cost-estimator:height') document.querySelector('iframe').height = data.height;
            });
            </script>
            """));
        var frame = visit.Page.FrameLocator("iframe");
        var widget = new WidgetElement(frame.Locator("treatment-cost-estimator"));
        await widget.SettledAsync();
        await Expect(widget.Title).ToHaveTextAsync("Akut lösemi tedavisi");
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('iframe').height > 1000");
        var inner = visit.Page.Frames[1];

        Assert.Equal(0, await inner.EvaluateAsync<int>("() => document.documentElement.scrollHeight - innerHeight"));
        Assert.Equal("tr", await inner.EvaluateAsync<string>("() => document.documentElement.lang"));
        Assert.DoesNotContain(partner.Key, await inner.EvaluateAsync<string>("() => performance.getEntries().map(({ name }) => name).filter(name => !name.includes('#')).join(' ')"), StringComparison.Ordinal);
        await visit.Tab.PictureAsync("frame");
        await widget.QuoteButton.ClickAsync();
        await widget.Copy.ClickAsync();
        await Expect(widget.Copy).ToHaveTextAsync("Kopyalandı");
        await visit.Page.EvaluateAsync("() => document.querySelector('main').append(document.createElement('textarea'))");
        await visit.Page.Locator("textarea").PressAsync("Control+V");
        await Expect(visit.Page.Locator("textarea")).ToHaveValueAsync(await widget.Reference.InnerTextAsync());
        Assert.Empty(visit.Tab.Complaints);
    }

    [ChromiumFact]
    public async Task Frame_WithoutALanguage_FollowsTheBrowserAndThenTheVisitor()
    {
        await using var tab = await browser.OpenAsync(new BrowserNewContextOptions { Locale = "ru-RU" });
        await tab.Page.GotoAsync($"{Api}/widget/v1/embed?programme=acute-leukaemia");
        var widget = new WidgetElement(tab.Page.Locator("treatment-cost-estimator"));
        await widget.SettledAsync();
        await Expect(widget.Title).ToHaveTextAsync("Лечение острого лейкоза");
        await Expect(tab.Page).ToHaveTitleAsync("Стоимость лечения");

        await widget.Language.SelectOptionAsync("tr");
        await Expect(tab.Page).ToHaveTitleAsync("Tedavi maliyeti");
        Assert.Equal("tr", await tab.Page.EvaluateAsync<string>("() => document.documentElement.lang"));
        await tab.Page.GotoAsync($"{Api}/widget/v1/embed?programme=acute-leukaemia&language=toString");
        await Expect(tab.Page).ToHaveTitleAsync("Стоимость лечения");
    }

    /// <summary>How the parts of a widget look, and where they are within it.</summary>
    private static Task<string[]> LookAsync(WidgetElement widget) => widget.Element.EvaluateAsync<string[]>(
        """
        async widget => {
          await Promise.all(document.getAnimations().map(one => one.finished));
          const frame = widget.shadowRoot.querySelector('[part=widget]');
          const names = ['color', 'display', 'fontFamily', 'fontSize', 'fontWeight', 'letterSpacing', 'lineHeight', 'textTransform', 'textAlign', 'wordSpacing', 'textIndent',
            'whiteSpace', 'cursor', 'listStyleType', 'direction', 'visibility', 'marginLeft', 'paddingLeft', 'borderTopColor', 'backgroundColor', 'userSelect', 'columnCount'];
          return [...frame.querySelectorAll('*')].filter(node => !node.closest('slot')).map(node => {
            const style = getComputedStyle(node);
            return `${node.tagName} ${node.part} ${names.map(name => style[name])}`;
          }).concat(getComputedStyle(widget).columnCount, getComputedStyle(widget, '::before').content);
        }
        """);

    private static Task<int> OverflowAsync(IPage page) => page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    private async Task<string> DigestAsync(string file) =>
        $"sha384-{Convert.ToBase64String(SHA384.HashData((await seed.Client.FetchAsync($"/widget/v1/{file}")).Body))}";
}
