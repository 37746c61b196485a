using CostEstimator.Api.Tests.Fixture;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CostEstimator.Api.Tests.Browser.Widget;

/// <summary>The widget for those who use no mouse, see little or nothing, or have a small screen.</summary>
public sealed class AccessibilityTests(SeedHost seed, SharedBrowser browser) : IClassFixture<SeedHost>
{
    private const string Programme = "programme=\"acute-leukaemia\" language=\"en\"";

    [ChromiumTheory]
    [InlineData("light", ColorScheme.Light, ForcedColors.None)]
    [InlineData("dark", ColorScheme.Dark, ForcedColors.None)]
    [InlineData("high-contrast", ColorScheme.Dark, ForcedColors.Active)]
    public async Task EveryState_InEveryTheme_HasNoViolation(string theme, ColorScheme scheme, ForcedColors forced)
    {
        TaskCompletionSource route = new();
        await using var visit = await Visit.BeginAsync(
            browser,
            PartnerPages.StartAsync(
                $"<treatment-cost-estimator {Programme} items=\"chemotherapy:4-6\"></treatment-cost-estimator>",
                PartnerPages.ScriptOf(seed.Host) + "<meta name=\"color-scheme\" content=\"light dark\">"),
            new BrowserNewContextOptions { ColorScheme = scheme, ForcedColors = forced },
            async page => route = await HoldAsync(page));
        var widget = visit.Widget;
        await widget.Element.Locator("[part=skeleton]").WaitForAsync();
        await ExamineAsync("loading");
        await visit.Page.Context.SetOfflineAsync(true);
        await GoOnAsync("failed-first");
        await ExamineAsync("failed-first");
        await visit.Page.Context.SetOfflineAsync(false);
        await widget.SettledAsync();
        await ExamineAsync("ready");
        if (forced == ForcedColors.None)
        {
            Assert.Equal(
                scheme == ColorScheme.Dark ? "rgb(20, 25, 31)" : "rgb(255, 255, 255)",
                await widget.Frame.EvaluateAsync<string>("node => getComputedStyle(node).backgroundColor"));
        }

        await widget.ChooseCurrencyAsync("EUR");
        await widget.ChooseAsync("Allogeneic transplant (a donor’s cells)");
        foreach (var details in await widget.Element.Locator("summary:visible").AllAsync())
        {
            await details.ClickAsync();
        }

        await ExamineAsync("answered");
        route = await HoldAsync(visit.Page);
        await widget.Quantities.GetByRole(AriaRole.Spinbutton).PressAsync("Backspace");
        await widget.Quantities.GetByRole(AriaRole.Spinbutton).PressSequentiallyAsync("2.5");
        await Expect(widget.Total).ToBeHiddenAsync();
        await ExamineAsync("invalid");
        await widget.Quantities.GetByRole(AriaRole.Spinbutton).BlurAsync();
        await Expect(widget.Total).ToBeHiddenAsync();
        await ExamineAsync("busy");
        await GoOnAsync("ready");
        await visit.Page.Context.SetOfflineAsync(true);
        await widget.QuoteButton.ClickAsync();
        await Expect(widget.Problem).ToBeVisibleAsync();
        await ExamineAsync("quote-refused");
        await visit.Page.Context.SetOfflineAsync(false);
        await widget.QuoteButton.ClickAsync();
        await Expect(widget.Quote).ToBeVisibleAsync();
        await ExamineAsync("quote");
        await Expect(widget.Element.Locator("[part=option]:has(:checked)").First).ToHaveCSSAsync("outline-style", "none");
        await widget.Language.SelectOptionAsync("tr");
        await widget.SettledAsync();
        await Expect(widget.Quote.Locator("[lang=en]")).ToHaveCountAsync(2);
        await widget.SetAsync("programme", null);
        await widget.SetAsync("items", "chemotherapy:0");
        await widget.SettledAsync("empty");
        await ExamineAsync("empty");
        await widget.SetAsync("items", "chemotherapy");
        await widget.SettledAsync();
        await visit.Page.Context.SetOfflineAsync(true);
        await widget.ChooseCurrencyAsync("JPY", "failed");
        await ExamineAsync("failed");

        async Task GoOnAsync(string state)
        {
            route.SetResult();
            await widget.SettledAsync(state);
        }

        async Task ExamineAsync(string state)
        {
            await visit.Tab.PictureAsync($"{theme}-{state}");
            var violations = await visit.Tab.ViolationsAsync();
            Assert.True(violations.Length == 0, $"{state}: {violations}");
        }
    }

    [ChromiumFact]
    public async Task Keyboard_Alone_DoesEverythingInASensibleOrder()
    {
        await using var visit = await Visit.BeginReadyAsync(
            browser, seed.Host, Programme + " items=\"chemotherapy:4-6\"", new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        var widget = visit.Widget;
        var keys = visit.Page.Keyboard;
        var order = new List<string>();
        for (var step = 0; step < 9; step++)
        {
            await keys.PressAsync("Tab");
            order.Add(await FocusAsync(visit.Page));
            Assert.True(await IsFocusSeenAsync(visit.Page), order[^1]);
        }

        Assert.Equal(
            ["SELECT", "SELECT", "Chemotherapy: one less", "Chemotherapy: quantity", "Chemotherapy: one more", "Chemotherapy: not known yet", "radio transplant", "radio consolidation", "Get this as a quote"],
            order);
        await Expect(widget.QuoteButton).ToBeFocusedAsync();

        // Back to the first question, and to its last option; the one that is new comes where the order says.
        await keys.PressAsync("Shift+Tab");
        await keys.PressAsync("Shift+Tab");
        await keys.PressAsync("ArrowUp");
        await widget.SettledAsync();
        await Expect(widget.Option("Allogeneic transplant (a donor’s cells)")).ToBeCheckedAsync();
        await Expect(widget.Option("Allogeneic transplant (a donor’s cells)")).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        Assert.Equal("radio donor", await FocusAsync(visit.Page));
        await keys.PressAsync("ArrowDown");
        await widget.SettledAsync();
        await Expect(widget.Option("Related donor")).ToBeCheckedAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Expect(widget.Quote).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Space");
        await Expect(widget.Copy).ToHaveTextAsync("Copied");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Expect(widget.Element.Locator("details[open]")).ToHaveCountAsync(1);
        await visit.AssertFlawlessAsync();
    }

    [ChromiumFact]
    public async Task Total_WhenItChanges_IsAnnouncedPolitelyAndOnce()
    {
        await using var visit = await Visit.BeginReadyAsync(browser, seed.Host, Programme);
        await visit.Widget.Element.EvaluateAsync(
            """
            widget => {
              window.announced = [];
              const region = widget.shadowRoot.querySelector('.sentence');
              new MutationObserver(() => window.announced.push(region.textContent)).observe(region, { subtree: true, childList: true, characterData: true });
            }
            """);
        await visit.Widget.ChooseAsync("Autologous transplant (the patient’s own cells)");

        Assert.Equal(["Estimated total: from $51,000"], await visit.Page.EvaluateAsync<string[]>("() => window.announced"));
        await Expect(visit.Widget.Element.GetByRole(AriaRole.Status).Filter(new() { HasText = "Estimated total: from $51,000" })).ToHaveCountAsync(1);
    }

    [ChromiumTheory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("tr")]
    public async Task Screen_320PixelsWide_LosesNothing(string language)
    {
        await using var visit = await Visit.BeginReadyAsync(
            browser,
            seed.Host,
            $"programme=\"acute-leukaemia\" items=\"chemotherapy:4-6 allogeneic-bmt\" language=\"{language}\"",
            new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 256 } });
        await visit.Widget.QuoteButton.ClickAsync();
        await Expect(visit.Widget.Quote).ToBeVisibleAsync();

        // 320 by 256 is also what 400 % leave of 1280 by 1024.
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty(await CutOffAsync(visit.Widget));
        await Expect(visit.Widget.Total).Not.ToBeInViewportAsync();
        await visit.Page.SetViewportSizeAsync(320, 900);
        await visit.Tab.PictureAsync($"320-{language}");
        Assert.Equal("", await visit.Tab.ViolationsAsync());
    }

    [ChromiumFact]
    public async Task Total_InLargeLettersOnASmallScreen_IsNotCutWithinItsNumber()
    {
        await using var visit = await Visit.BeginAsync(
            browser,
            PartnerPages.StartAsync(
                "<treatment-cost-estimator items=\"allogeneic-bmt:10 chemotherapy\" language=\"ru\" currency=\"JPY\"></treatment-cost-estimator>",
                PartnerPages.ScriptOf(seed.Host) + "<style>treatment-cost-estimator { --tce-font-size: 24px }</style>"),
            new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 640 } });
        await visit.Widget.SettledAsync();

        Assert.InRange(
            await visit.Widget.Total.EvaluateAsync<int>("node => { const text = document.createRange(); text.selectNodeContents(node); return text.getClientRects().length; }"), 1, 2);
        Assert.Empty(await CutOffAsync(visit.Widget));
        await visit.Tab.PictureAsync("large");
    }

    [ChromiumTheory]
    [InlineData(320, 640, 16)]
    [InlineData(320, 400, 16)]
    [InlineData(390, 844, 28)]
    [InlineData(1280, 720, 16)]
    public async Task Focus_OnTheWayBack_IsNeverBehindTheTotal(int width, int height, int letters)
    {
        await using var visit = await Visit.BeginAsync(
            browser,
            PartnerPages.StartAsync(
                "<treatment-cost-estimator items=\"chemotherapy:4-6 autologous-bmt allogeneic-bmt\" language=\"ru\" currency=\"RUB\"></treatment-cost-estimator>",
                PartnerPages.ScriptOf(seed.Host) + $"<style>treatment-cost-estimator {{ --tce-font-size: {letters}px }}</style>"),
            new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });
        await visit.Widget.SettledAsync();
        await visit.Widget.Element.Locator("summary:visible").Last.FocusAsync();
        var covered = new List<string>();
        for (var step = 0; step < 16; step++)
        {
            await visit.Page.Keyboard.PressAsync("Shift+Tab");
            covered.Add(await visit.Widget.Element.EvaluateAsync<string>(
                """
                widget => {
                  const { activeElement: focused } = widget.shadowRoot;
                  const total = widget.shadowRoot.querySelector('[part=total]').getBoundingClientRect();
                  const { top, bottom } = focused?.getBoundingClientRect() ?? {};
                  return top < total.bottom && bottom > total.top || top < 0 || bottom > innerHeight ? `${focused.outerHTML} ${top} ${bottom} ${total.top} ${total.bottom}` : '';
                }
                """));
        }

        Assert.DoesNotContain(covered, place => place.Length > 0);
        await visit.Tab.PictureAsync($"total-{width}-{height}", isWhole: false);
    }

    [ChromiumTheory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Targets_AreLargeEnough(int width)
    {
        await using var visit = await Visit.BeginReadyAsync(
            browser, seed.Host, Programme + " items=\"chemotherapy:4-6\"", new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        await visit.Widget.QuoteButton.ClickAsync();
        await Expect(visit.Widget.Copy).ToBeVisibleAsync();

        Assert.Empty(await visit.Widget.Element.EvaluateAsync<string[]>(
            """
            widget => [...widget.shadowRoot.querySelectorAll('button, select, input[type=number], label, summary')]
              .filter(node => node.checkVisibility()).map(node => [node, node.getBoundingClientRect()])
              .filter(([, { width, height }]) => width < 24 || height < 24).map(([node, { width, height }]) => `${node.outerHTML} ${width} ${height}`)
            """));
    }

    [ChromiumTheory]
    [InlineData(ReducedMotion.NoPreference, "0.5s")]
    [InlineData(ReducedMotion.Reduce, "0s")]
    public async Task Bar_MovesUnlessReducedMotionIsAskedFor(ReducedMotion motion, string duration)
    {
        await using var visit = await Visit.BeginReadyAsync(browser, seed.Host, Programme, new BrowserNewContextOptions { ReducedMotion = motion });

        Assert.Equal(duration, await visit.Widget.Range.EvaluateAsync<string>("bar => getComputedStyle(bar).transitionDuration"));
    }

    [ChromiumFact]
    public async Task Theme_ByPropertiesAndParts_IsThePages()
    {
        await using var visit = await Visit.BeginAsync(browser, PartnerPages.StartAsync(
            $"<treatment-cost-estimator {Programme}></treatment-cost-estimator>",
            PartnerPages.ScriptOf(seed.Host) + "<style>treatment-cost-estimator { --tce-accent: rgb(1, 2, 3) } ::part(title) { color: rgb(4, 5, 6) }</style>"));
        await visit.Widget.SettledAsync();

        Assert.Equal("rgb(1, 2, 3)", await visit.Widget.Range.EvaluateAsync<string>("node => getComputedStyle(node).backgroundColor"));
        Assert.Equal("rgb(4, 5, 6)", await visit.Widget.Title.EvaluateAsync<string>("node => getComputedStyle(node).color"));
    }

    /// <summary>Lets no answer about prices through until what is returned is set.</summary>
    private static async Task<TaskCompletionSource> HoldAsync(IPage page)
    {
        var until = new TaskCompletionSource();
        await page.RouteAsync("**/v1/estimates?*", async route =>
        {
            await until.Task;
            await route.ContinueAsync();
        });
        return until;
    }

    private static Task<string> FocusAsync(IPage page) => page.EvaluateAsync<string>(
        """
        () => {
          const node = document.activeElement.shadowRoot?.activeElement ?? document.activeElement;
          return node.ariaLabel ?? (node.type === 'radio' ? `radio ${node.name}` : node.type === 'button' ? node.textContent : node.tagName);
        }
        """);

    /// <summary>Whether what has the focus, or the label that stands for it, is outlined and within the window.</summary>
    private static Task<bool> IsFocusSeenAsync(IPage page) => page.EvaluateAsync<bool>(
        """
        () => {
          const node = document.activeElement.shadowRoot?.activeElement;
          const { top, bottom } = node?.getBoundingClientRect() ?? {};
          return [node, node?.closest('label')].some(one => one && parseFloat(getComputedStyle(one).outlineWidth) >= 2 && getComputedStyle(one).outlineStyle === 'solid')
            && top >= 0 && bottom <= innerHeight;
        }
        """);

    private static Task<string[]> CutOffAsync(WidgetElement widget) => widget.Element.EvaluateAsync<string[]>(
        """
        widget => [...widget.shadowRoot.querySelectorAll('*')]
          .filter(node => node.checkVisibility() && !node.closest('.unseen') && node.getBoundingClientRect().right > document.documentElement.clientWidth)
          .map(node => node.outerHTML.slice(0, 120))
        """);
}
