using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Health;

/// <summary>A database that somebody spoils under the running product: it says so, does what it still can, and recovers.</summary>
public sealed class SpoiledDatabaseTests
{
    private const string Quote = """{"items":[{"treatment":"chemotherapy"}]}""";

    [Theory]
    [InlineData("UPDATE price_rules SET currency = 'XXX' WHERE code = 'chemotherapy-from-list'", "UPDATE price_rules SET currency = 'USD'")]
    [InlineData("UPDATE price_rules SET valid_to = 'soon'", "UPDATE price_rules SET valid_to = NULL")]
    [InlineData(
        "PRAGMA foreign_keys = OFF; UPDATE treatments SET code = 'Donor Search' WHERE code = 'donor-search'",
        "UPDATE treatments SET code = 'donor-search' WHERE position = 6")]
    [InlineData("UPDATE programme_items SET stage = 'induction' WHERE position = 6", "UPDATE programme_items SET stage = 're-induction' WHERE position = 6")]
    [InlineData("UPDATE programme_items SET assumption = 'none'  WHERE position = 0", "UPDATE programme_items SET assumption = 'assumed-one-work-up' WHERE position = 0")]
    [InlineData("UPDATE texts SET key = 'x' WHERE key = 'programme.acute-leukaemia'", "UPDATE texts SET key = 'programme.acute-leukaemia' WHERE key = 'x'")]
    [InlineData("UPDATE exchange_rates SET buying = 'many' WHERE currency = 'EUR'", "UPDATE exchange_rates SET buying = '55.7981' WHERE currency = 'EUR'")]
    [InlineData("UPDATE exchange_rates SET buying = '0' WHERE currency = 'EUR'", "UPDATE exchange_rates SET buying = '55.7981' WHERE currency = 'EUR'")]
    [InlineData("UPDATE exchange_rates SET selling = '50' WHERE currency = 'EUR'", "UPDATE exchange_rates SET selling = '55.8986' WHERE currency = 'EUR'")]
    [InlineData("UPDATE exchange_rates SET currency = 'XXX' WHERE currency = 'EUR'", "UPDATE exchange_rates SET currency = 'EUR' WHERE currency = 'XXX'")]
    [InlineData("UPDATE bulletins SET number = ' '", "UPDATE bulletins SET number = '2026/176'")]
    [InlineData("UPDATE texts SET key = 'x' WHERE key = 'disclaimer'", "UPDATE texts SET key = 'disclaimer' WHERE key = 'x'")]
    public async Task GetReady_PricesChangedByHandDoNotFit_SaysSoAndTheOldOnesStayInForce(string spoil, string mend)
    {
        await using var host = await EstimatorHost.StartAsync();
        var before = await host.Client.EstimateAsync("item=chemotherapy&item=donor-search");

        host.Database.Execute(spoil);
        var unready = await WaitForReadyAsync(host, 503);
        var during = await host.Client.EstimateAsync("item=chemotherapy&item=donor-search");
        host.Database.Execute(mend);
        var ready = await WaitForReadyAsync(host, 200);

        unready.AssertRefused(503, "unavailable");
        Assert.NotNull(unready.Header("Retry-After"));
        Assert.Equal(before.Text, during.Text);
        Assert.Equal("""{"status":"ok"}""", ready.Text);
    }

    [Theory]
    [InlineData("ALTER TABLE quotes RENAME TO quotes_gone", "ALTER TABLE quotes_gone RENAME TO quotes")]
    [InlineData("CREATE TRIGGER no_quotes BEFORE INSERT ON quotes BEGIN SELECT RAISE(ABORT, 'no'); END", "DROP TRIGGER no_quotes")]
    public async Task PostQuote_TableCannotBeWritten_IsRefusedUntilItCan(string spoil, string mend)
    {
        await using var host = await EstimatorHost.StartAsync();

        host.Database.Execute(spoil);
        var refused = await host.Client.PostQuoteAsync(Quote);
        var estimate = await host.Client.EstimateAsync("item=chemotherapy");
        host.Database.Execute(mend);
        var created = await host.Client.PostQuoteAsync(Quote);

        refused.AssertRefused(503, "unavailable");
        Assert.Equal(200, estimate.Status);
        Assert.Equal(201, created.Status);
    }

    [Fact]
    public async Task GetReady_QuotesHaveNoTable_IsRefused()
    {
        await using var host = await EstimatorHost.StartAsync();

        host.Database.Execute("ALTER TABLE quotes RENAME TO quotes_gone");

        (await host.Client.FetchAsync("/health/ready")).AssertRefused(503, "unavailable");
    }

    [Fact]
    public async Task Get_BookkeepingOfPricesEmptied_ServerGoesOn()
    {
        await using var host = await EstimatorHost.StartAsync();

        host.Database.Execute("DELETE FROM price_data");

        var ready = await WaitForReadyAsync(host, 503);
        Assert.False(host.IsStopping);
        ready.AssertRefused(503, "unavailable");
        Assert.Equal(200, (await host.Client.EstimateAsync("item=chemotherapy")).Status);
    }

    private static async Task<ApiAnswer> WaitForReadyAsync(EstimatorHost host, int status)
    {
        ApiAnswer answer;
        var attempts = 0;
        do
        {
            host.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(20, TestContext.Current.CancellationToken);
            answer = await host.Client.FetchAsync("/health/ready");
        }
        while (answer.Status != status && ++attempts < 50);

        return answer;
    }
}
