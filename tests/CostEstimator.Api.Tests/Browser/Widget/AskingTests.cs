using CostEstimator.Api.Tests.Fixture;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CostEstimator.Api.Tests.Browser.Widget;

/// <summary>How the widget asks the API: what the page's attributes say, what is asked last, and no more often than it must.</summary>
public sealed class AskingTests(SeedHost seed, SharedBrowser browser) : IClassFixture<SeedHost>
{
    [ChromiumFact]
    public async Task Attributes_Changed_AreFollowed()
    {
        await using var visit = await Visit.BeginReadyAsync(browser, seed.Host, "programme=\"acute-leukaemia\" facts=\"transplant:allogeneic, donor:related\"");
        var widget = visit.Widget;
        await TotalIsAsync("programme=acute-leukaemia&fact=transplant:allogeneic&fact=donor:related");
        var order = await AskedFactsAsync();
        await widget.SetAsync("facts", "donor:related transplant:allogeneic");
        await widget.SettledAsync();
        Assert.Equal(order, await AskedFactsAsync());
        await widget.SetAsync("facts", "transplant:none");
        await TotalIsAsync("programme=acute-leukaemia&fact=transplant:none");
        await widget.SetAsync("currency", "TRY");
        await TotalIsAsync("programme=acute-leukaemia&fact=transplant:none&currency=TRY");
        await widget.SetAsync("language", "ru");
        await TotalIsAsync("programme=acute-leukaemia&fact=transplant:none&currency=TRY&language=ru");
        await Expect(widget.Frame).ToHaveAttributeAsync("lang", "ru");
        await widget.SetAsync("items", "chemotherapy:2");
        await TotalIsAsync("programme=acute-leukaemia&item=chemotherapy:2&fact=transplant:none&currency=TRY&language=ru");
        await widget.SetAsync("programme", null);
        await widget.SetAsync("facts", null);
        await widget.SetAsync("currency", null);
        await TotalIsAsync("item=chemotherapy:2&language=ru");
        await using var other = await EstimatorHost.StartAsync(new HostSetup { Now = new DateTimeOffset(2027, 2, 3, 9, 0, 0, TimeSpan.Zero) });
        await widget.SetAsync("api", other.Address.ToString());
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('treatment-cost-estimator').estimate?.on === '2027-02-03'");
        Assert.Empty(visit.Tab.Complaints);

        Task<string[]> AskedFactsAsync() =>
            widget.Questions.EvaluateAllAsync<string[]>("questions => questions.map(question => question.querySelector('input').name)");

        async Task TotalIsAsync(string query) =>
            await Expect(widget.Total).ToHaveTextAsync((await seed.Client.EstimateAsync(query)).StringAt("/total/text")!);
    }

    [ChromiumFact]
    public async Task Attribute_ChangedAgainAndAgain_IsAskedForOnce()
    {
        await using var visit = await Visit.BeginReadyAsync(browser, seed.Host, "items=\"chemotherapy:1\"");
        var asked = 0;
        visit.Page.Request += (_, request) => asked += request.Url.Contains("/v1/estimates", StringComparison.Ordinal) ? 1 : 0;
        await visit.Widget.Element.EvaluateAsync(
            """
            async widget => {
              for (let count = 2; count <= 20; count++) {
                widget.setAttribute('items', `chemotherapy:${count}`);
                await new Promise(done => setTimeout(done, 10));
              }
            }
            """);
        await visit.Widget.SettledAsync();

        await Expect(visit.Widget.Total).ToHaveTextAsync("from $30,000");
        Assert.InRange(asked, 1, 3);
    }

    [ChromiumFact]
    public async Task Answers_ThatComeLate_NeverOverwriteNewerOnes()
    {
        await using var visit = await Visit.BeginReadyAsync(browser, seed.Host, "programme=\"acute-leukaemia\"");
        var widget = visit.Widget;
        await visit.Page.RouteAsync("**/v1/estimates?*currency=RUB*", async route =>
        {
            await Task.Delay(1500);
            await route.ContinueAsync();
        });

        await widget.Currency.SelectOptionAsync("RUB");
        await visit.Page.WaitForTimeoutAsync(400);
        await widget.Currency.SelectOptionAsync("JPY");
        await widget.SettledAsync();
        var soon = await widget.Total.InnerTextAsync();
        await visit.Page.WaitForTimeoutAsync(1800);

        Assert.Equal((await seed.Client.EstimateAsync("programme=acute-leukaemia&currency=JPY")).StringAt("/total/text"), soon);
        Assert.Equal(soon, await widget.Total.InnerTextAsync());
        Assert.Equal("JPY", (await widget.EstimateAsync()).GetProperty("currency").GetString());
    }

    [ChromiumFact]
    public async Task Number_TypedOverAnotherWhoseAnswerIsAwaited_IsTheOneThatCounts()
    {
        await using var visit = await Visit.BeginReadyAsync(browser, seed.Host, "items=\"chemotherapy:5 autologous-bmt\"");
        var field = visit.Widget.Quantities.First.GetByRole(AriaRole.Spinbutton);
        await visit.Page.RouteAsync("**/v1/estimates?*", async route =>
        {
            await Task.Delay(400);
            await route.ContinueAsync();
        });

        await field.PressAsync("Control+A");
        await field.PressAsync("2");
        await visit.Page.WaitForTimeoutAsync(300);
        await field.PressAsync("Backspace");
        await visit.Page.WaitForTimeoutAsync(500);
        await field.PressAsync("7");
        await visit.Widget.SettledAsync();

        await Expect(field).ToHaveValueAsync("7");
        await Expect(visit.Widget.Total).ToHaveTextAsync((await seed.Client.EstimateAsync("item=chemotherapy:7&item=autologous-bmt")).StringAt("/total/text")!);
    }

    [ChromiumFact]
    public async Task Estimate_SeenBefore_IsAskedForByItsTag()
    {
        await using var visit = await Visit.BeginReadyAsync(browser, seed.Host, "programme=\"acute-leukaemia\"");
        await visit.Widget.ChooseAsync("No transplant");
        var again = visit.Page.WaitForRequestAsync(request => request.Url.EndsWith("/v1/estimates?programme=acute-leukaemia&language=en", StringComparison.Ordinal));
        await visit.Widget.Option("I don’t know yet").First.CheckAsync();
        var headers = await (await again).AllHeadersAsync();

        Assert.Contains("if-none-match", headers.Keys);
        await visit.AssertFlawlessAsync();
    }
}
