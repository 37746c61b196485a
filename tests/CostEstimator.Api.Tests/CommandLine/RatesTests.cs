using System.Diagnostics;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.CommandLine;

/// <summary><c>rates FILE...</c>: bulletins are added to the database, or nothing is.</summary>
public sealed class RatesTests
{
    private const string HtmlPage = "<!DOCTYPE html>\n<html><head><title>TCMB</title></head><body>Kur bilgisi bulunamadı.</body></html>";

    [Fact]
    public async Task Rates_GoodFile_IsAddedAndSaid()
    {
        using var folder = new TempFolder();

        var run = await ProgramRun.OfAsync(folder, "rates", BulletinXml.ShippedFile);
        var again = await ProgramRun.OfAsync(folder, "rates", BulletinXml.ShippedFile);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal("", run.Error);
        Assert.Contains("Imported bulletin 2026/176 of 2026-09-18 with 4 currencies", run.Output, StringComparison.Ordinal);
        Assert.Contains(ProductProcess.DatabaseIn(folder), run.Output, StringComparison.Ordinal);
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("There already was bulletin 2026/176", again.Output, StringComparison.Ordinal);
        var database = new TestDatabase(ProductProcess.DatabaseIn(folder));
        Assert.Equal(1, database.BulletinCount());
        Assert.Equal("30.7666 100", database.Value<string>("SELECT buying || ' ' || unit FROM exchange_rates WHERE currency = 'JPY'"));
    }

    [Fact]
    public async Task Rates_BeforeTheFirstStart_AreKeptByIt()
    {
        using var folder = new TempFolder();
        var file = BulletinXml.Of("2026-10-02", 50).WriteTo(folder["b.xml"]);

        Assert.Equal(0, (await ProgramRun.OfAsync(folder, "rates", file)).ExitCode);

        await using var host = await EstimatorHost.StartAsync(new HostSetup { DatabaseFile = ProductProcess.DatabaseIn(folder) });
        Assert.Equal("2026-10-02", (await host.Client.FetchAsync("/v1/exchange-rates")).StringAt("/day"));
        Assert.Equal("2026-09-18", (await host.Client.FetchAsync("/v1/exchange-rates?on=2026-10-01")).StringAt("/day"));
        Assert.Equal("₺75,000", (await host.Client.EstimateAsync("item=chemotherapy&currency=TRY")).StringAt("/lines/0/price/text")!.Replace("from ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rates_SeveralFilesAndARunningServer_TakeEffectWithinTwoSeconds()
    {
        using var folder = new TempFolder();
        await using var server = await ServerProcess.StartAsync(
            folder, ("PriceData__Directory", DataSet.OfOneScan("100", "100").Bulletin(BulletinXml.Of("2026-09-18", 40)).WriteTo(folder["data"])));
        var before = await server.Client.EstimateAsync("item=scan&currency=TRY");
        var files = new[] { BulletinXml.Of("2026-10-02", 50), BulletinXml.Of("2026-10-01", 45) }.Index()
            .Select(file => file.Item.WriteTo(folder[$"{file.Index}.xml"]));

        var run = await ProgramRun.OfAsync(folder, ["rates", .. files]);
        var watch = Stopwatch.StartNew();
        var after = before;
        while (after.Text == before.Text && watch.Elapsed < TimeSpan.FromSeconds(5))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            after = await server.Client.EstimateAsync("item=scan&currency=TRY");
        }

        Assert.Equal(0, run.ExitCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
        Assert.Equal("₺4,000", before.StringAt("/total/text"));
        Assert.Equal("₺5,000", after.StringAt("/total/text"));
        Assert.Equal("₺4,500", (await server.Client.EstimateAsync("item=scan&currency=TRY&on=2026-10-01")).StringAt("/total/text"));
        Assert.Equal(before.Header("Price-List-Version"), after.Header("Price-List-Version"));
    }

    [Fact]
    public async Task Import_AfterRates_KeepsTheBulletinsOfOtherDays()
    {
        using var folder = new TempFolder();
        var first = DataSet.OfOneScan("100", "100").Bulletin(BulletinXml.Of("2026-09-18", 40)).WriteTo(folder["first"]);
        var second = DataSet.OfOneScan("200", "200").Bulletin(BulletinXml.Of("2026-09-18", 41)).WriteTo(folder["second"]);

        Assert.Equal(0, (await ProgramRun.OfAsync(folder, "import", first)).ExitCode);
        Assert.Equal(0, (await ProgramRun.OfAsync(folder, "rates", BulletinXml.Of("2026-10-02", 50).WriteTo(folder["b.xml"]))).ExitCode);
        Assert.Equal(0, (await ProgramRun.OfAsync(folder, "import", second)).ExitCode);

        await using var host = await EstimatorHost.StartAsync(new HostSetup { DatabaseFile = ProductProcess.DatabaseIn(folder) });
        Assert.Equal("₺10,000", (await host.Client.EstimateAsync("item=scan&currency=TRY")).StringAt("/total/text"));
        Assert.Equal("₺8,200", (await host.Client.EstimateAsync("item=scan&currency=TRY&on=2026-09-18")).StringAt("/total/text"));
    }

    [Theory]
    [InlineData("", "bad.xml", "empty")]
    [InlineData(HtmlPage, "bad.xml", "HTML page")]
    [InlineData("no bulletin", "bad.xml", "XML")]
    [InlineData("<Tarih_Date Tarih=\"18.09.2026\" Date=\"09/18/2026\" Bulten_No=\"2026/176\"><Currency CurrencyCode=\"USD\">", "bad.xml:1", "XML")]
    [InlineData("<Tarih_Date Tarih=\"18.09.2026\" Date=\"09/18/2026\" Bulten_No=\"2026/176\"/>", "bad.xml:1", "no rate")]
    [InlineData("<rss><channel/></rss>", "bad.xml:1", "rss")]
    [InlineData("<!DOCTYPE Tarih_Date [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Tarih_Date Bulten_No=\"&e;\"/>", "bad.xml", "DTD")]
    public async Task Rates_BrokenFile_IsRefusedAndNothingOfTheOthersKept(string content, string place, string reason)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["bad.xml"], content, TestContext.Current.CancellationToken);

        var run = await ProgramRun.OfAsync(folder, "rates", BulletinXml.ShippedFile, "bad.xml");

        run.AssertRefused($"fault: {place}", reason, "Nothing was imported.");
        Assert.DoesNotContain("root:", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.False(File.Exists(ProductProcess.DatabaseIn(folder)));
    }

    [Theory]
    [InlineData("none.xml")]
    [InlineData("folder")]
    [InlineData("")]
    public async Task Rates_FileThatCannotBeRead_IsRefusedByName(string name)
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["folder"]);

        var run = await ProgramRun.OfAsync(folder, "rates", name);

        run.AssertRefused($"fault: {name}", "cannot be read", "Nothing was imported.");
        Assert.False(File.Exists(ProductProcess.DatabaseIn(folder)));
    }

    [Fact]
    public async Task Rates_SeveralBrokenFiles_AreAllNamed()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder["a.xml"], HtmlPage, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["b.xml"], "<", TestContext.Current.CancellationToken);

        var run = await ProgramRun.OfAsync(folder, "rates", "a.xml", "b.xml", "c.xml");

        run.AssertRefused("fault: a.xml", "fault: b.xml", "fault: c.xml");
    }

    [Fact]
    public async Task Rates_TwoFilesOfOneDay_AreRefused()
    {
        using var folder = new TempFolder();
        BulletinXml.Of("2026-10-02", 50).WriteTo(folder["a.xml"]);
        BulletinXml.Of("2026-10-02", 51).WriteTo(folder["b.xml"]);

        var run = await ProgramRun.OfAsync(folder, "rates", "a.xml", "b.xml");

        run.AssertRefused("2026-10-02", "Nothing was imported.");
        Assert.False(File.Exists(ProductProcess.DatabaseIn(folder)));
    }

    [Fact]
    public async Task Rates_DayToCome_IsImportedWithAWarning()
    {
        using var folder = new TempFolder();
        BulletinXml.Of("2999-01-02", 50).WriteTo(folder["late.xml"]);

        var run = await ProgramRun.OfAsync(folder, "rates", "late.xml");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("warning: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("2999-01-02", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rates_BrokenFileUnderARunningServer_ChangesNothing()
    {
        using var folder = new TempFolder();
        await using var host = await EstimatorHost.StartAsync();
        await File.WriteAllTextAsync(folder["page.xml"], HtmlPage, TestContext.Current.CancellationToken);
        var before = await host.Client.FetchAsync("/v1/exchange-rates");
        var revision = host.Database.Value<long>("SELECT revision FROM price_data");

        var run = await ProgramRun.WithAsync(folder, [("Storage__ConnectionString", $"Data Source={host.Database.File}")], "rates", "page.xml");

        run.AssertRefused("page.xml", "HTML page");
        Assert.Equal(revision, host.Database.Value<long>("SELECT revision FROM price_data"));
        Assert.Equal(before.Text, (await host.Client.FetchAsync("/v1/exchange-rates")).Text);
    }

    [Fact]
    public async Task Rates_DatabaseLocked_FailsAndChangesNothing()
    {
        using var folder = new TempFolder();
        await using var host = await EstimatorHost.StartAsync();
        using var other = host.Database.Connect();
        TestDatabase.Execute(other, "BEGIN IMMEDIATE");

        var run = await ProgramRun.WithAsync(
            folder, [("Storage__ConnectionString", $"Data Source={host.Database.File}")], "rates", BulletinXml.Of("2026-10-02", 50).WriteTo(folder["b.xml"]));

        run.AssertRefused(host.Database.File, "locked");
    }

    [Theory]
    [InlineData("Storage__ConnectionString", "Data Source=:memory:", "Storage:ConnectionString")]
    [InlineData("Rates__RefreshHours", "0", "Rates:RefreshHours")]
    public async Task Rates_BadSetting_FailsAndNamesIt(string name, string value, string setting)
    {
        using var folder = new TempFolder();

        var run = await ProgramRun.WithAsync(folder, [(name, value)], "rates", BulletinXml.ShippedFile);

        run.AssertRefused(setting);
    }
}
