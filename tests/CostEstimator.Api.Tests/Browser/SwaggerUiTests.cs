using CostEstimator.Api.Tests.Fixture;
using Microsoft.Playwright;

namespace CostEstimator.Api.Tests.Browser;

public sealed class SwaggerUiTests(SeedHost host) : IClassFixture<SeedHost>
{
    [ChromiumFact]
    public async Task Execute_EveryOperationWithItsExampleAsItStands_Succeeds()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await browser.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => Complain(message, complaints);
        page.PageError += (_, error) => complaints.Add(error);
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
        Assert.Empty(complaints);
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

    private static void Complain(IConsoleMessage message, List<string> complaints)
    {
        if (message.Type == "error")
        {
            complaints.Add(message.Text);
        }
    }
}
