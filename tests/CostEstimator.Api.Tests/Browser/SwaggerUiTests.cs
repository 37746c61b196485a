using CostEstimator.Api.Tests.Fixture;
using Microsoft.Playwright;

namespace CostEstimator.Api.Tests.Browser;

public sealed class SwaggerUiTests(SeedHost host, SharedBrowser browser) : IClassFixture<SeedHost>
{
    [ChromiumFact]
    public async Task Execute_EveryOperationWithItsExampleAsItStands_Succeeds()
    {
        await using var tab = await browser.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync(new Uri(host.Host.Address, "/swagger/").ToString());
        var operations = page.Locator(".opblock");
        await operations.First.WaitForAsync();
        var statuses = new List<string>();
        for (var place = 0; place < await operations.CountAsync(); place++)
        {
            statuses.Add(await ExecuteAsync(operations.Nth(place)));
        }

        Assert.Equal(
            [
                "/health/live 200", "/health/ready 200", "/v1/estimates 200", "/v1/exchange-rates 200", "/v1/price-rules 200",
                "/v1/price-rules/{code} 200", "/v1/programmes 200", "/v1/programmes/{code} 200", "/v1/quotes 201",
                "/v1/quotes/{reference} 200", "/v1/treatments 200", "/v1/treatments/{code} 200",
            ],
            statuses.Order(StringComparer.Ordinal));
        Assert.Empty(tab.Complaints);
    }

    [ChromiumFact]
    public async Task Authorize_WithAKey_SendsItAlong()
    {
        var partner = await PartnerSite.AddAsync(host.Host, "clinic-swagger");
        await using var tab = await browser.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync(new Uri(host.Host.Address, "/swagger/").ToString());
        await page.Locator("button.authorize").First.ClickAsync();
        await page.Locator(".auth-container input[type=text]").FillAsync(partner.Key);
        await page.Locator(".auth-btn-wrapper button.authorize").ClickAsync();
        await page.Locator(".auth-btn-wrapper button.btn-done").ClickAsync();
        var operation = page.Locator(".opblock").Filter(new() { Has = page.Locator("[data-path='/v1/treatments']") });
        var sent = page.WaitForRequestAsync("**/v1/treatments*");
        await operation.Locator(".opblock-summary-control").ClickAsync();
        await operation.Locator("button.execute").ClickAsync();

        Assert.Equal(partner.Key, await (await sent).HeaderValueAsync("x-api-key"));
        await operation.Locator(".live-responses-table tbody .response-col_status").First.WaitForAsync();
        Assert.StartsWith("200", await operation.Locator(".live-responses-table tbody .response-col_status").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(tab.Complaints);
    }

    private static async Task<string> ExecuteAsync(ILocator operation)
    {
        await operation.Locator(".opblock-summary-control").ClickAsync();
        await operation.Locator("button.execute").ClickAsync();
        var status = operation.Locator(".live-responses-table tbody .response-col_status").First;
        var path = await operation.Locator(".opblock-summary-path").GetAttributeAsync("data-path");
        var answered = (await status.InnerTextAsync()).Split('\n')[0].Trim();

        // Every open operation, with all its examples, makes the page slower.
        await operation.Locator(".opblock-summary-control").ClickAsync();
        return $"{path} {answered}";
    }
}
