using System.Text.Json;
using CostEstimator.Api.Tests.Fixture;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CostEstimator.Api.Tests.Browser.Widget;

/// <summary>What a visitor does with the widget on a partner's page, and sees of it; the API itself says what is right.</summary>
public sealed class JourneyTests(SeedHost seed, SharedBrowser browser) : IClassFixture<SeedHost>
{
    [ChromiumTheory]
    [InlineData("en", "Treatment of acute leukaemia", "I don’t know yet")]
    [InlineData("ru", "Лечение острого лейкоза", "Пока не знаю")]
    [InlineData("tr", "Akut lösemi tedavisi", "Henüz bilmiyorum")]
    public async Task Visitor_FromFirstLookToQuote_SeesWhatTheApiSays(string language, string title, string unknown)
    {
        await using var visit = await Visit.BeginReadyAsync(
            browser, seed.Host, $"programme=\"acute-leukaemia\" language=\"{language}\"", new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        var widget = visit.Widget;
        await ListenAsync(visit.Page);

        await Expect(widget.Title).ToHaveTextAsync(title);
        await AssertShowsAsync(widget, $"programme=acute-leukaemia&language={language}", unknown);
        await visit.Tab.PictureAsync($"ready-{language}");

        var first = await OptionTextAsync($"programme=acute-leukaemia&language={language}", "transplant", "allogeneic");
        await widget.ChooseAsync(first);
        await AssertShowsAsync(widget, $"programme=acute-leukaemia&fact=transplant:allogeneic&language={language}", unknown);
        await Expect(widget.Option(first)).ToBeCheckedAsync();

        await widget.ChooseCurrencyAsync("EUR");
        await AssertShowsAsync(widget, $"programme=acute-leukaemia&fact=transplant:allogeneic&language={language}&currency=EUR", unknown);
        await Expect(widget.Element.Locator("[role=status] > [part=stale]")).ToBeVisibleAsync();
        await visit.Tab.PictureAsync($"stale-{language}");

        await widget.QuoteButton.ClickAsync();
        await Expect(widget.Quote).ToBeFocusedAsync();
        var reference = await widget.Reference.InnerTextAsync();
        var quote = await seed.Client.FetchAsync($"/v1/quotes/{reference}", ("Accept-Language", language));
        Assert.Equal(200, quote.Status);
        Assert.Equal("EUR", quote.StringAt("/currency"));
        await Expect(widget.Quote).ToContainTextAsync(quote.StringAt("/total/text")!);
        await Expect(widget.Quote).ToContainTextAsync(quote.StringAt("/validityText")!);
        await widget.Copy.ClickAsync();
        await Expect(widget.Copy).ToHaveTextAsync(language switch { "ru" => "Скопировано", "tr" => "Kopyalandı", _ => "Copied" });
        Assert.Equal(reference, await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        await visit.Tab.PictureAsync($"quote-{language}");

        Assert.Equal(
            ["estimate", "estimate", $"quote {reference}"],
            await visit.Page.EvaluateAsync<string[]>("() => window.heard"));
        await visit.AssertFlawlessAsync();
    }

    [ChromiumFact]
    public async Task Answer_NarrowsTheBarOnAScaleThatStays_AndCanBeTakenBack()
    {
        await using var visit = await Visit.BeginReadyAsync(browser, seed.Host, "items=\"allogeneic-bmt\"");
        var widget = visit.Widget;
        var wide = await EndsOfBarAsync(widget);

        await widget.ChooseAsync("Unrelated donor");
        var open = await EndsOfBarAsync(widget);
        await widget.ChooseAsync("Related donor");
        var narrow = await EndsOfBarAsync(widget);
        await widget.ChooseAsync("I don’t know yet");

        Assert.True(narrow.Low >= wide.Low && narrow.High <= wide.High && narrow.High - narrow.Low < wide.High - wide.Low, $"{wide} {open} {narrow}");
        Assert.Equal(wide, await EndsOfBarAsync(widget));

        var field = widget.Quantities.GetByRole(AriaRole.Spinbutton);
        await field.PressAsync("End");
        await field.PressSequentiallyAsync("00");
        await widget.SettledAsync();
        await field.PressAsync("Backspace");
        await field.PressAsync("Backspace");
        await widget.SettledAsync();
        Assert.Equal(wide, await EndsOfBarAsync(widget));
        await visit.AssertFlawlessAsync();
    }

    [ChromiumFact]
    public async Task Quantities_ByStepsByKeysOrLeftOpen_AreWhatIsAskedFor()
    {
        await using var visit = await Visit.BeginReadyAsync(browser, seed.Host, "items=\"chemotherapy:4-6, autologous-bmt\"");
        var widget = visit.Widget;
        var chemotherapy = widget.Quantities.First;
        var unknown = chemotherapy.GetByRole(AriaRole.Checkbox);
        var field = chemotherapy.GetByRole(AriaRole.Spinbutton);
        var asked = new List<string>();
        visit.Page.Request += (_, request) => asked.Add(new Uri(request.Url).PathAndQuery);

        await Expect(unknown).ToBeCheckedAsync();
        await Expect(chemotherapy).ToContainTextAsync("4–6 courses");
        await chemotherapy.GetByRole(AriaRole.Button, new() { Name = "Chemotherapy: one more" }).ClickAsync();
        await Expect(unknown).Not.ToBeCheckedAsync();
        await ShowsAsync("item=chemotherapy:4&item=autologous-bmt");
        await chemotherapy.GetByRole(AriaRole.Button, new() { Name = "Chemotherapy: one less" }).ClickAsync();
        await ShowsAsync("item=chemotherapy:3&item=autologous-bmt");
        asked.Clear();
        await TypeAsync("12");
        await ShowsAsync("item=chemotherapy:12&item=autologous-bmt");
        Assert.Equal(["/v1/estimates?item=chemotherapy%3A12&item=autologous-bmt&language=en"], asked.Where(path => path.StartsWith("/v1/estimates", StringComparison.Ordinal)));
        await unknown.CheckAsync();
        await ShowsAsync("item=chemotherapy:4-6&item=autologous-bmt");
        await field.PressAsync("ArrowUp");
        await ShowsAsync("item=chemotherapy:4&item=autologous-bmt");
        await field.PressAsync("ArrowDown");
        await ShowsAsync("item=chemotherapy:3&item=autologous-bmt");

        await TypeAsync("0");
        await ShowsAsync("item=autologous-bmt");
        await Expect(chemotherapy).ToContainTextAsync("Not included");
        await TypeAsync("1001");
        await Expect(field).ToHaveValueAsync("1000");
        await ShowsAsync("item=chemotherapy:1000&item=autologous-bmt");
        await TypeAsync("2.5");
        await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(chemotherapy.GetByRole(AriaRole.Status)).ToHaveTextAsync("A whole number from 0 to 1000, please.");
        await Expect(widget.Frame).ToHaveAttributeAsync("aria-busy", "true");
        await Expect(widget.Total).ToBeHiddenAsync();
        await Expect(widget.QuoteButton).ToBeDisabledAsync();
        await field.BlurAsync();
        await Expect(field).ToHaveValueAsync("2");
        Assert.Null(await field.GetAttributeAsync("aria-invalid"));
        await ShowsAsync("item=chemotherapy:2&item=autologous-bmt");
        await Expect(chemotherapy).ToContainTextAsync("2 courses");
        await TypeAsync("");
        await field.PressAsync("Delete");
        await Expect(unknown).ToBeCheckedAsync();
        await ShowsAsync("item=chemotherapy:4-6&item=autologous-bmt");
        await visit.AssertFlawlessAsync();

        async Task TypeAsync(string number)
        {
            await field.PressAsync("Control+A");
            await field.PressSequentiallyAsync(number);
        }

        async Task ShowsAsync(string query)
        {
            await widget.SettledAsync();
            await Expect(widget.Total).ToHaveTextAsync((await seed.Client.EstimateAsync(query)).StringAt("/total/text")!);
        }
    }

    [ChromiumFact]
    public async Task Widget_WithNeitherProgrammeNorItems_OffersEveryTreatment()
    {
        await using var visit = await Visit.BeginAsync(browser, seed.Host, "");
        var widget = visit.Widget;
        await widget.SettledAsync("empty");
        var offered = (await seed.Client.FetchAsync("/v1/treatments")).Json.EnumerateArray().Select(treatment => treatment.GetProperty("name").GetString()!).ToList();

        Assert.Equal(offered, await widget.Quantities.Locator(".name").AllInnerTextsAsync());
        await Expect(widget.Element).ToContainTextAsync("Choose at least one treatment to see what it costs.");
        await Expect(widget.Disclaimer).ToBeVisibleAsync();
        await Expect(widget.QuoteButton).ToBeDisabledAsync();
        await Expect(widget.Currency).ToHaveValueAsync("USD");
        await visit.Tab.PictureAsync("empty");
        await widget.Element.GetByRole(AriaRole.Button, new() { Name = "Chemotherapy: one more" }).ClickAsync();
        await widget.SettledAsync();
        await Expect(widget.Total).ToHaveTextAsync((await seed.Client.EstimateAsync("item=chemotherapy:1")).StringAt("/total/text")!);
        await Expect(widget.Currency).ToHaveValueAsync("USD");
        await widget.Element.GetByRole(AriaRole.Button, new() { Name = "Chemotherapy: one less" }).ClickAsync();
        await widget.SettledAsync("empty");

        await widget.SetAsync("programme", "acute-leukaemia");
        await widget.SettledAsync();
        await Expect(widget.Quantities).ToHaveCountAsync(0);
        await visit.AssertFlawlessAsync();
    }

    [ChromiumFact]
    public async Task Quote_ThatComesLate_LeavesWhoTypesElsewhereAlone()
    {
        await using var visit = await Visit.BeginAsync(browser, PartnerPages.StartAsync(
            "<input id=\"phone\"><treatment-cost-estimator items=\"allogeneic-bmt\"></treatment-cost-estimator>", PartnerPages.ScriptOf(seed.Host)));
        await visit.Widget.SettledAsync();
        var waiting = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/v1/quotes", async route =>
        {
            await waiting.Task;
            await route.ContinueAsync();
        });

        await visit.Widget.QuoteButton.ClickAsync();
        await visit.Page.Locator("#phone").PressSequentiallyAsync("555");
        waiting.SetResult();
        await visit.Widget.Reference.WaitForAsync();
        await visit.Page.Keyboard.TypeAsync("1234");
        await Expect(visit.Page.Locator("#phone")).ToHaveValueAsync("5551234");
    }

    [ChromiumFact]
    public async Task Quote_WhoseAnswersAreGivenAgainInAnotherOrder_IsStillOfTheSame()
    {
        await using var visit = await Visit.BeginReadyAsync(browser, seed.Host, "programme=\"acute-leukaemia\"");
        var widget = visit.Widget;
        await widget.ChooseAsync("No transplant");
        await widget.ChooseAsync("Radiation therapy");
        await widget.QuoteButton.ClickAsync();
        await widget.Reference.WaitForAsync();
        await widget.Option("I don’t know yet").First.CheckAsync();
        await Expect(widget.Quote).ToContainTextAsync("You have changed your choices since.");

        await widget.ChooseAsync("No transplant");
        await Expect(widget.Quote).Not.ToContainTextAsync("You have changed your choices since.");
        Assert.Empty(visit.Tab.Complaints);
    }

    private static async Task<(double Low, double High)> EndsOfBarAsync(WidgetElement widget)
    {
        var ends = await widget.Range.EvaluateAsync<double[]>("bar => ['--before', '--after'].map(name => parseFloat(bar.style.getPropertyValue(name)))");
        return (ends[0], 100 - ends[1]);
    }

    private static Task<JsonElement?> ListenAsync(IPage page) => page.EvaluateAsync(
        """
        () => {
          window.heard = [];
          document.addEventListener('estimate', ({ detail }) => detail.total.text && window.heard.push('estimate'));
          document.addEventListener('quote', ({ detail }) => window.heard.push(`quote ${detail.reference}`));
        }
        """);

    private async Task<string> OptionTextAsync(string query, string fact, string value)
    {
        var estimate = (await seed.Client.EstimateAsync(query)).Json;
        return estimate.GetProperty("questions").EnumerateArray().First(question => question.GetProperty("fact").GetString() == fact)
            .GetProperty("options").EnumerateArray().First(option => option.GetProperty("value").GetString() == value)
            .GetProperty("text").GetString()!;
    }

    /// <summary>Asserts that the widget shows the API's answer to a query: the total, the open questions with the totals of their options, lines, notes, disclaimer.</summary>
    private async Task AssertShowsAsync(WidgetElement widget, string query, string unknown)
    {
        var estimate = (await seed.Client.EstimateAsync(query)).Json;
        var total = TextOf(estimate.GetProperty("total"));
        await Expect(widget.Total).ToHaveTextAsync(total);
        var asked = await widget.AskedAsync();
        var place = -1;
        foreach (var question in estimate.GetProperty("questions").EnumerateArray())
        {
            var options = question.GetProperty("options").EnumerateArray()
                .Select(option => $"{TextOf(option)} = {TextOf(option.GetProperty("total"))}");
            var shown = Array.IndexOf(asked, $"{TextOf(question)}: {string.Join(" | ", options.Prepend($"{unknown} = {total}"))}");
            Assert.True(shown > place, $"{TextOf(question)} is not in its place among {string.Join(" / ", asked)}.");
            place = shown;
        }

        var lines = estimate.GetProperty("lines").EnumerateArray().ToList();
        await Expect(widget.Lines).ToHaveCountAsync(lines.Count);
        foreach (var (number, expected) in lines.Index())
        {
            var line = widget.Lines.Nth(number);
            await Expect(line).ToContainTextAsync(expected.GetProperty("name").GetString()!);
            await Expect(line.Locator("[part=price]")).ToHaveTextAsync(TextOf(expected.GetProperty("price")));
            await Expect(line).ToContainTextAsync(TextOf(expected));
            foreach (var rule in expected.GetProperty("basis").EnumerateArray())
            {
                await Expect(line.Locator("details")).ToContainTextAsync(rule.GetProperty("source").GetProperty("title").GetString()!);
                await Expect(line.Locator("details")).ToContainTextAsync(TextOf(rule.GetProperty("range")));
            }

            if (expected.TryGetProperty("assumption", out var assumption) && assumption.ValueKind == JsonValueKind.Object)
            {
                await Expect(line).ToContainTextAsync(TextOf(assumption));
            }
        }

        var notes = await widget.Notes.AllInnerTextsAsync();
        var stale = await widget.Stale.AllInnerTextsAsync();
        Assert.Equal(
            estimate.GetProperty("notes").EnumerateArray().Select(TextOf).Order(StringComparer.Ordinal),
            notes.Concat(stale.Where(text => text.Length > 0)).Order(StringComparer.Ordinal));
        await Expect(widget.Disclaimer).ToHaveTextAsync(TextOf(estimate.GetProperty("disclaimer")));
    }

    private static string TextOf(JsonElement part) => part.GetProperty("text").GetString()!;
}
