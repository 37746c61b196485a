using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Hosting;

/// <summary>
/// A database of the version before programmes, exchange rates and languages: <c>former-version.sql</c> is what such a build wrote, with
/// its price data and two quotes.
/// </summary>
public sealed class FormerVersionTests : IDisposable
{
    private const string Reference = "Q-FDV7-JB8Z-XZZ8";

    private readonly TempFolder _folder = new();
    private readonly TestDatabase _database;

    public FormerVersionTests()
    {
        _database = new TestDatabase(ProductProcess.DatabaseIn(_folder));
        _database.Execute(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Hosting", "former-version.sql")));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_FormerDatabase_KeepsPricesAndQuotes()
    {
        var answers = _database.Value<string>("SELECT group_concat(hex(answer) ORDER BY reference) FROM quotes");

        await using var host = await StartAsync();
        var estimate = await host.Client.EstimateAsync("item=chemotherapy:4-6&item=allogeneic-bmt&fact=donor:related");
        var quote = await host.Client.FetchAsync($"/v1/quotes/{Reference}");

        Assert.Equal(10L, _database.Value<long>("SELECT count(*) FROM schema_migrations"));
        Assert.Equal("from $66,000", estimate.StringAt("/total/text"));
        Assert.Equal("6000.00 open", $"{quote.StringAt("/lines/0/price/low")} {quote.StringAt("/status")}");
        Assert.Contains(Convert.ToHexString(quote.Body), answers, StringComparison.Ordinal);
        Assert.Equal(answers, _database.Value<string>("SELECT group_concat(hex(answer) ORDER BY reference) FROM quotes"));
        Assert.Equal(2L, _database.Value<long>("SELECT count(*) FROM quotes WHERE language = 'en' AND bulletin IS NULL AND partner IS NULL"));
    }

    [Fact]
    public async Task GetQuote_OfTheFormerVersion_IsEnglishWhateverTheClientPrefers()
    {
        await using var host = await StartAsync();

        var quote = await host.Client.FetchAsync($"/v1/quotes/{Reference}", ("Accept-Language", "ru"));

        Assert.Equal(200, quote.Status);
        Assert.Equal("en", quote.Header("Content-Language"));
        Assert.Equal("en", quote.StringAt("/language"));
        Assert.Equal("274eef555a10f840", quote.Header("Price-List-Version"));
    }

    [Fact]
    public async Task GetQuote_OfTheFormerVersion_Expires()
    {
        await using var host = await StartAsync();
        var open = await host.Client.FetchAsync($"/v1/quotes/{Reference}");

        host.Clock.AdjustTime(new DateTimeOffset(2026, 12, 23, 9, 0, 0, TimeSpan.Zero));
        var expired = await host.Client.FetchAsync($"/v1/quotes/{Reference}");

        Assert.Equal(open.Text.Replace("\"status\":\"open\"", "\"status\":\"expired\"", StringComparison.Ordinal), expired.Text);
        Assert.NotEqual(open.Text, expired.Text);
    }

    [Fact]
    public async Task Start_FormerDatabase_HasNoProgrammesAndNoRatesUntilTheyAreImported()
    {
        await using var host = await StartAsync();
        var none = await host.Client.FetchAsync("/v1/programmes");
        var noRate = await host.Client.EstimateAsync("item=chemotherapy&currency=EUR");
        var russian = await host.Client.EstimateAsync("item=chemotherapy&language=ru");

        var run = await ProgramRun.OfAsync(_folder, "import", DataSet.ShippedDirectory);
        await host.WaitForOtherPricesAsync(none.Header("Price-List-Version")!);

        Assert.Equal("[]", none.Text);
        noRate.AssertRefused(422, "no-exchange-rate", "currency");
        Assert.Equal("""["USD"]""", noRate.At("/errors/0/known").GetRawText());
        Assert.Equal("Химиотерапия", russian.StringAt("/lines/0/name"));
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("from $6,000", (await host.Client.EstimateAsync("programme=acute-leukaemia")).StringAt("/total/text"));
        Assert.Equal("€1,304.45", (await host.Client.EstimateAsync("item=chemotherapy&currency=EUR")).StringAt("/total/text")!["from ".Length..]);
        Assert.Equal(200, (await host.Client.FetchAsync($"/v1/quotes/{Reference}")).Status);
    }

    [Fact]
    public async Task Rates_FormerDatabase_IsBroughtUpToDate()
    {
        var run = await ProgramRun.OfAsync(_folder, "rates", BulletinXml.ShippedFile);

        Assert.True(run.ExitCode == 0, run.Error);
        await using var host = await StartAsync();
        Assert.Equal("52178.33", (await host.Client.EstimateAsync("item=allogeneic-bmt&fact=donor:related&currency=EUR")).StringAt("/total/low"));
    }

    private Task<EstimatorHost> StartAsync() => EstimatorHost.StartAsync(new HostSetup { DatabaseFile = _database.File });
}
