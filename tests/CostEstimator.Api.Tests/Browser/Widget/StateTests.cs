using CostEstimator.Api.Tests.Fixture;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CostEstimator.Api.Tests.Browser.Widget;

/// <summary>What the widget shows while the API is slow, away, back again, or refuses.</summary>
public sealed class StateTests(SharedBrowser browser)
{
    private const string Programme = "programme=\"acute-leukaemia\" language=\"en\"";

    [ChromiumTheory]
    [InlineData(1280, 720, Programme)]
    [InlineData(390, 844, Programme)]
    [InlineData(820, 1180, Programme)]
    [InlineData(1280, 1300, Programme)]
    [InlineData(1280, 720, "items=\"chemotherapy:4-6 allogeneic-bmt\"")]
    [InlineData(390, 844, "items=\"chemotherapy\"")]
    public async Task Loading_FromASlowServer_HoldsThePlaceOfWhatComes(int width, int height, string attributes)
    {
        await using var host = await EstimatorHost.StartAsync();
        var waiting = new TaskCompletionSource();
        await using var visit = await Visit.BeginAsync(
            browser,
            PartnerPages.StartAsync(
                $"<treatment-cost-estimator {attributes}><p>Call us.</p></treatment-cost-estimator><p>What comes after.</p>",
                PartnerPages.ScriptOf(host) + "<style>treatment-cost-estimator { display: flow-root; min-height: max(60em, 100vh) }</style>"),
            new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height } },
            page => SlowAsync(page, waiting.Task));
        var widget = visit.Widget;

        await widget.Element.Locator("[part=skeleton]").WaitForAsync();
        await Expect(visit.Page.GetByText("Call us.")).ToBeVisibleAsync();
        await Expect(widget.Element.GetByText("Loading prices…")).ToHaveCountAsync(1);
        await Expect(widget.Disclaimer).ToHaveTextAsync("All prices here are estimates, not an offer.");
        await visit.Tab.PictureAsync($"loading-{width}-{height}");
        Assert.Equal("", await visit.Tab.ViolationsAsync());
        await Expect(widget.Frame).ToHaveAttributeAsync("data-state", "loading");
        waiting.SetResult();
        await widget.SettledAsync();
        await Expect(visit.Page.GetByText("Call us.")).ToBeHiddenAsync();
        await visit.AssertFlawlessAsync();
    }

    [ChromiumFact]
    public async Task Price_ThatANewOneIsLongAwaitedFor_IsOutOfSight()
    {
        await using var host = await EstimatorHost.StartAsync();
        await using var visit = await Visit.BeginReadyAsync(browser, host, Programme);
        var widget = visit.Widget;
        await SlowAsync(visit.Page, Task.Delay(2500, TestContext.Current.CancellationToken));

        await widget.Option("Allogeneic transplant (a donor’s cells)").CheckAsync();
        await Expect(widget.Frame).ToHaveAttributeAsync("aria-busy", "true");
        await Expect(widget.QuoteButton).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(widget.Total).ToBeHiddenAsync();
        await widget.SettledAsync();
        await Expect(widget.Total).ToBeVisibleAsync();
        Assert.Null(await widget.QuoteButton.GetAttributeAsync("aria-disabled"));
    }

    [ChromiumFact]
    public async Task Server_AwayAtFirst_IsSaidAndTriedAgain()
    {
        using var folder = new TempFolder();
        var (visit, port) = await VisitAndStopAsync(folder);
        await using var _ = visit;
        await visit.Page.EvaluateAsync("() => { const old = document.querySelector('treatment-cost-estimator'); old.replaceWith(old.cloneNode(true)); }");
        var widget = visit.Widget;

        await Expect(widget.Problem).ToContainTextAsync("The price could not be loaded");
        await Expect(widget.Problem).ToContainTextAsync("The price service cannot be reached.");
        await Expect(widget.Disclaimer).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("Call us.")).ToBeVisibleAsync();
        Assert.Equal("", await visit.Tab.ViolationsAsync());
        Assert.Empty(await visit.Tab.JumpsAsync());
        await visit.Tab.PictureAsync("away-at-first");
        await using var again = await RestartAsync(folder, port);
        await widget.Retry.ClickAsync();
        await widget.SettledAsync();
        await Expect(widget.Total).ToHaveTextAsync("from $6,000");
    }

    [ChromiumFact]
    public async Task Server_AwayInBetween_CostsNoAnswer()
    {
        using var folder = new TempFolder();
        var (visit, port) = await VisitAndStopAsync(folder, "Allogeneic transplant (a donor’s cells)");
        await using var _ = visit;
        var widget = visit.Widget;
        var errors = visit.Page.EvaluateAsync<int>(
            "() => new Promise(done => document.querySelector('treatment-cost-estimator').addEventListener('error', ({ detail }) => done(detail.status), { once: true }))");

        await widget.Questions.Last.GetByRole(AriaRole.Radio).Last.ScrollIntoViewIfNeededAsync();
        await widget.Option("Unrelated donor").CheckAsync();
        await Expect(widget.Problem).ToContainTextAsync("Your answers are kept.");
        await Expect(widget.Retry).ToBeInViewportAsync();
        Assert.Equal(0, await errors);
        await Expect(widget.Total).ToBeHiddenAsync();
        await Expect(widget.QuoteButton).ToBeHiddenAsync();
        await Expect(widget.Element.Locator("[part=option-total]:visible")).ToHaveCountAsync(0);
        await Expect(widget.Option("Unrelated donor")).ToBeCheckedAsync();
        await Expect(widget.Disclaimer).ToBeVisibleAsync();
        Assert.Equal("", await visit.Tab.ViolationsAsync());
        await visit.Tab.PictureAsync("away");

        await using var again = await RestartAsync(folder, port);
        await widget.Retry.PressAsync("Enter");
        await widget.SettledAsync();
        await Expect(widget.Option("Unrelated donor")).ToBeCheckedAsync();
        await Expect(widget.Option("Allogeneic transplant (a donor’s cells)")).ToBeCheckedAsync();
        await Expect(widget.Total).ToHaveTextAsync(
            (await again.Client.EstimateAsync("programme=acute-leukaemia&fact=transplant:allogeneic&fact=donor:unrelated")).StringAt("/total/text")!);
        await Expect(widget.Sentence).ToBeFocusedAsync();
    }

    [ChromiumFact]
    public async Task Visitor_OfflineAndBack_SeesThePriceAgain()
    {
        await using var host = await EstimatorHost.StartAsync();
        await using var visit = await Visit.BeginReadyAsync(browser, host, Programme);
        var widget = visit.Widget;
        await visit.Page.Context.SetOfflineAsync(true);
        await widget.Option("No transplant").CheckAsync();
        await widget.SettledAsync("failed");
        await widget.Language.SelectOptionAsync("ru");
        await Expect(widget.Problem).ToContainTextAsync("Сервис цен недоступен.");
        await Expect(widget.Problem).ToHaveAttributeAsync("lang", "ru");
        await widget.Retry.FocusAsync();
        await visit.Page.Context.SetOfflineAsync(false);

        await widget.SettledAsync();
        await Expect(widget.Sentence).ToBeFocusedAsync();
        await Expect(widget.Option("Без трансплантации")).ToBeCheckedAsync();
    }

    [ChromiumFact]
    public async Task Focus_OnWhatGoesAway_PassesToWhatComes()
    {
        await using var host = await EstimatorHost.StartAsync();
        await using var visit = await Visit.BeginReadyAsync(browser, host, Programme);
        var widget = visit.Widget;
        await widget.Element.Locator("summary:visible").Nth(2).FocusAsync();
        await widget.SetAsync("facts", "consolidation:radiation-therapy");
        await Expect(widget.Sentence).ToBeFocusedAsync();

        var waiting = new TaskCompletionSource();
        await SlowAsync(visit.Page, waiting.Task);
        await widget.Option("No transplant").CheckAsync();
        await widget.QuoteButton.FocusAsync();
        await Expect(widget.Frame).ToHaveAttributeAsync("aria-busy", "true");
        await visit.Page.Context.SetOfflineAsync(true);
        waiting.SetResult();
        await widget.SettledAsync("failed");
        await Expect(widget.Retry).ToBeFocusedAsync();
    }

    [ChromiumTheory]
    [InlineData(1280, 720)]
    [InlineData(320, 568)]
    [InlineData(640, 360)]
    public async Task Failure_FarDownOnAnyScreen_IsInSight(int width, int height)
    {
        await using var host = await EstimatorHost.StartAsync();
        await using var visit = await Visit.BeginReadyAsync(
            browser, host, "programme=\"acute-leukaemia\" language=\"ru\"", new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });
        var widget = visit.Widget;
        var before = await widget.Frame.EvaluateAsync<int>("node => node.offsetHeight");
        await visit.Page.Context.SetOfflineAsync(true);
        await widget.Questions.Last.GetByRole(AriaRole.Radio).Last.PressAsync("Space");
        await widget.SettledAsync("failed");
        await Expect(widget.Problem).ToBeInViewportAsync(new() { Ratio = 0.9f });
        await Expect(widget.Lines.First).ToBeHiddenAsync();
        Assert.InRange(await widget.Frame.EvaluateAsync<int>("node => node.offsetHeight"), before - 200, before + 200);

        await visit.Page.Context.SetOfflineAsync(false);
        await widget.SettledAsync();
        await widget.Element.Locator("summary:visible").Last.FocusAsync();
        await visit.Page.Context.SetOfflineAsync(true);
        await widget.SetAsync("currency", "EUR");
        await widget.SettledAsync("failed");
        await Expect(widget.Retry).ToBeFocusedAsync();
        await Expect(widget.Retry).ToBeInViewportAsync(new() { Ratio = 0.9f });
    }

    [ChromiumFact]
    public async Task Offer_WhoseFirstTotalComesLate_MovesNothing()
    {
        await using var host = await EstimatorHost.StartAsync();
        await using var visit = await Visit.BeginAsync(browser, host, "");
        await visit.Widget.SettledAsync("empty");
        await SlowAsync(visit.Page, Task.Delay(2500, TestContext.Current.CancellationToken));

        await visit.Widget.Element.GetByRole(AriaRole.Button, new() { Name = "Autologous bone marrow transplant: one more" }).ClickAsync();
        await visit.Widget.SettledAsync();
        await Expect(visit.Widget.Total).ToBeVisibleAsync();
        await visit.AssertFlawlessAsync();
    }

    [ChromiumFact]
    public async Task Prices_ReplacedWhileTheyAreAskedFor_AreShownOfOnePriceList()
    {
        var cheap = new DataSet().Treatment("scan").Fact("hall", "a", "b").Rule("a", "scan", "100", "150", "hall=a").Rule("b", "scan", "120", "200", "hall=b");
        var dear = new DataSet().Treatment("scan").Fact("hall", "a", "b").Rule("a", "scan", "1000", "1500", "hall=a").Rule("b", "scan", "1200", "2000", "hall=b");
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = cheap });
        await using var visit = await Visit.BeginReadyAsync(browser, host, "items=\"scan\" language=\"en\"");
        var before = (await host.Client.EstimateAsync("item=scan")).StringAt("/priceListVersion")!;
        var asked = new TaskCompletionSource();
        var replaced = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/v1/estimates?item=scan&language=en", async route =>
        {
            asked.TrySetResult();
            await replaced.Task;
            await route.ContinueAsync();
        });

        await visit.Widget.Option("hall is a").CheckAsync();
        await asked.Task;
        host.Database.Import(dear);
        await host.WaitForOtherPricesAsync(before);
        replaced.SetResult();
        await visit.Widget.SettledAsync();
        Assert.Equal(
            ["Which hall?: I don’t know yet = $1,000 – $2,000 | hall is a = $1,000 – $1,500 | hall is b = $1,200 – $2,000"],
            await visit.Widget.AskedAsync());
        await Expect(visit.Widget.Total).ToHaveTextAsync("$1,000 – $1,500");
    }

    [ChromiumFact]
    public async Task Quote_OfNewPrices_BringsTheTotalThatItHas()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = DataSet.OfOneScan("100", "150") });
        await using var visit = await Visit.BeginReadyAsync(browser, host, "items=\"scan\" language=\"en\"");
        var before = (await host.Client.EstimateAsync("item=scan")).StringAt("/priceListVersion")!;
        host.Database.Import(DataSet.OfOneScan("1000", "1500"));
        await host.WaitForOtherPricesAsync(before);

        await visit.Widget.QuoteButton.ClickAsync();
        await Expect(visit.Widget.Quote).ToContainTextAsync("$1,000 – $1,500");
        await Expect(visit.Widget.Total).ToHaveTextAsync("$1,000 – $1,500");
    }

    [ChromiumFact]
    public async Task Quote_WhileTheServerIsAway_IsSaidAndCanBeHadLater()
    {
        using var folder = new TempFolder();
        var (visit, port) = await VisitAndStopAsync(folder, "Autologous transplant (the patient’s own cells)");
        await using var _ = visit;
        var widget = visit.Widget;

        await widget.QuoteButton.ClickAsync();
        await Expect(widget.Problem).ToContainTextAsync("The quote could not be issued. The price service cannot be reached.");
        await Expect(widget.Total).ToBeVisibleAsync();
        Assert.Equal("", await visit.Tab.ViolationsAsync());
        await visit.Tab.PictureAsync("quote-refused");
        await using var again = await RestartAsync(folder, port);
        await widget.QuoteButton.ClickAsync();
        await Expect(widget.Reference).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Q-", default, TimeSpan.FromSeconds(1)));
        await Expect(widget.Problem).ToHaveCountAsync(0);
        Assert.Equal(1, again.Database.QuoteCount());

        await widget.ChooseAsync("No transplant");
        await Expect(widget.Quote).ToContainTextAsync("You have changed your choices since.");
        await widget.ChooseAsync("Autologous transplant (the patient’s own cells)");
        await Expect(widget.Quote).Not.ToContainTextAsync("You have changed your choices since.");
    }

    [ChromiumFact]
    public async Task Refusal_SaysWhatTheApiSays()
    {
        await using var host = await EstimatorHost.StartAsync();
        await using var visit = await Visit.BeginAsync(browser, host, "programme=\"acute-leukemia\" language=\"ru\"");
        var refused = await host.Client.FetchAsync("/v1/programmes/acute-leukemia?language=ru");
        var estimate = await host.Client.EstimateAsync("programme=acute-leukemia&language=ru");
        await visit.Widget.SettledAsync("failed-first");

        var shown = await visit.Widget.Problem.InnerTextAsync();
        Assert.True(shown.Contains(refused.StringAt("/detail")!, StringComparison.Ordinal) || shown.Contains(estimate.StringAt("/detail")!, StringComparison.Ordinal), shown);
        await visit.Tab.PictureAsync("refused");
        await visit.Widget.SetAsync("programme", "acute-leukaemia");
        await visit.Widget.SettledAsync();
    }

    [ChromiumFact]
    public async Task TooManyRequests_AreSaid_AndComeAgainOnceTheyMay()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string> { ["Limits:AnonymousPerMinute"] = "4" } });
        await using var visit = await Visit.BeginAsync(browser, host, Programme, prepare: page => page.Clock.InstallAsync());
        await visit.Widget.SettledAsync();

        await visit.Widget.Option("No transplant").CheckAsync();
        await visit.Widget.SettledAsync("failed");
        await Expect(visit.Widget.Problem).ToContainTextAsync("Your answers are kept.");
        await Expect(visit.Widget.Total).ToBeHiddenAsync();

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await visit.Page.Clock.FastForwardAsync(60_000);
        await visit.Widget.SettledAsync();
        await Expect(visit.Widget.Option("No transplant")).ToBeCheckedAsync();
    }

    /// <summary>Lets every request to the API, which is answered by the real server, take longer.</summary>
    private static Task<IAsyncDisposable> SlowAsync(IPage page, Task until) => page.RouteAsync("**/v1/{estimates,programmes,treatments,texts,exchange-rates}**", async route =>
    {
        await until;
        await route.ContinueAsync();
    });

    private static Task<EstimatorHost> RestartAsync(TempFolder folder, int port) => EstimatorHost.StartAsync(new HostSetup
    {
        DatabaseFile = folder["kept.db"],
        Settings = new Dictionary<string, string> { ["urls"] = $"http://127.0.0.1:{port}" },
    });

    /// <summary>A visitor whose widget is ready, and perhaps answered, when the server stops.</summary>
    private async Task<(Visit Visit, int Port)> VisitAndStopAsync(TempFolder folder, string? answer = null)
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { DatabaseFile = folder["kept.db"] });
        var visit = await Visit.BeginReadyAsync(browser, host, Programme);
        if (answer is not null)
        {
            await visit.Widget.ChooseAsync(answer);
        }

        return (visit, host.Address.Port);
    }
}
