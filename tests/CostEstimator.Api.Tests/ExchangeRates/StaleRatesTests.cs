using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.ExchangeRates;

/// <summary>When exchange rates are called stale: the bulletin is older than the setting allows on the day of the estimate.</summary>
public sealed class StaleRatesTests
{
    [Theory]
    [InlineData(null, "2026-09-18", false)]
    [InlineData(null, "2026-09-25", false)]
    [InlineData(null, "2026-09-26", true)]
    [InlineData("7", "2026-09-25", false)]
    [InlineData("7", "2026-09-26", true)]
    [InlineData("0", "2026-09-18", false)]
    [InlineData("0", "2026-09-19", true)]
    [InlineData("365", "2027-09-18", false)]
    [InlineData("365", "2027-09-19", true)]
    public async Task Stale_BulletinOfSomeAge_IsSaidOfOldOnesOnly(string? days, string on, bool stale)
    {
        await using var host = await EstimatorHost.StartAsync(Setup(days));

        var rates = await host.Client.FetchAsync($"/v1/exchange-rates?on={on}");
        var estimate = await host.Client.EstimateAsync($"item=chemotherapy&currency=EUR&on={on}");

        Assert.Equal(stale, rates.At("/stale").GetBoolean());
        Assert.Equal(stale, estimate.At("/exchange/stale").GetBoolean());
        Assert.Equal(stale ? ["open-total", "converted", "stale-rates"] : ["open-total", "converted"], Notes(estimate));
    }

    [Fact]
    public async Task Stale_DaysCurrenciesAndLanguagesInTurn_EachHasItsOwn()
    {
        string[] queries =
        [
            .. from currency in new[] { "EUR", "TRY" }
               from language in new[] { "en", "ru" }
               from day in new[] { "2026-09-25", "2026-09-26", "2026-09-18", "2026-11-22" }
               select $"item=chemotherapy&currency={currency}&language={language}&on={day}"
        ];
        await using var asked = await EstimatorHost.StartAsync(Setup(null));
        foreach (var query in queries.Concat(Enumerable.Reverse(queries)))
        {
            await asked.Client.EstimateAsync(query);
        }

        foreach (var query in queries)
        {
            // Which knows of no other.
            await using var fresh = await EstimatorHost.StartAsync(Setup(null));

            var estimate = await asked.Client.EstimateAsync($"{query}&fact=donor:related");

            Assert.Equal((await fresh.Client.EstimateAsync($"{query}&fact=donor:related")).Body, estimate.Body);
        }
    }

    [Fact]
    public async Task Stale_QuoteOfOldRates_SaysSoAndNamesTheDay()
    {
        await using var host = await EstimatorHost.StartAsync(Setup("64"));

        var quote = await host.Client.PostQuoteAsync("""{"items":[{"treatment":"chemotherapy"}],"currency":"EUR"}""");

        // From 2026-09-18 to 2026-11-22 there are 65 days.
        Assert.True(quote.At("/exchange/stale").GetBoolean());
        var note = quote.At("/notes").EnumerateArray().Single(note => note.GetProperty("code").GetString() == "stale-rates");
        Assert.Contains("September 18, 2026", note.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Converted_AnyConversion_NamesTheBulletinItsDayAndTheCurrency()
    {
        await using var host = await EstimatorHost.StartAsync(Setup("65"));

        var estimate = await host.Client.EstimateAsync("item=chemotherapy&currency=EUR");

        Assert.False(estimate.At("/exchange/stale").GetBoolean());
        var note = estimate.At("/notes").EnumerateArray().Single(note => note.GetProperty("code").GetString() == "converted").GetProperty("text").GetString();
        Assert.Contains("USD", note, StringComparison.Ordinal);
        Assert.Contains("2026/176", note, StringComparison.Ordinal);
        Assert.Contains("September 18, 2026", note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("item=chemotherapy")]
    [InlineData("item=chemotherapy&currency=USD")]
    [InlineData("item=radiation-therapy&currency=EUR")]
    public async Task Stale_NothingConverted_IsNotSaid(string query)
    {
        await using var host = await EstimatorHost.StartAsync(Setup("0"));

        var estimate = await host.Client.EstimateAsync(query);

        Assert.Equal("null", estimate.At("/exchange").GetRawText());
        Assert.DoesNotContain("converted", Notes(estimate));
        Assert.DoesNotContain("stale-rates", Notes(estimate));
    }

    [Fact]
    public async Task Stale_SettingChangedAtARestart_ClientsGetTheOtherAnswer()
    {
        const string Rates = "/v1/exchange-rates?on=2026-09-20";
        using var folder = new TempFolder();
        ApiAnswer before;
        await using (var patient = await EstimatorHost.StartAsync(Setup("7") with { DatabaseFile = folder["kept.db"] }))
        {
            before = await patient.Client.FetchAsync(Rates);
        }

        await using var strict = await EstimatorHost.StartAsync(Setup("1") with { DatabaseFile = folder["kept.db"] });
        var after = await strict.Client.FetchAsync(Rates, ("If-None-Match", before.Header("ETag")!));

        Assert.False(before.At("/stale").GetBoolean());
        Assert.Equal(200, after.Status);
        Assert.True(after.At("/stale").GetBoolean());
    }

    private static HostSetup Setup(string? days) => new()
    {
        Settings = days is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Pricing:BulletinStaleAfterDays"] = days },
    };

    private static IEnumerable<string> Notes(ApiAnswer estimate) =>
        estimate.At("/notes").EnumerateArray().Select(note => note.GetProperty("code").GetString()!);
}
