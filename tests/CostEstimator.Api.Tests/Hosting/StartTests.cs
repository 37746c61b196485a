using System.Net.Sockets;
using System.Text.RegularExpressions;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Hosting;

/// <summary>The program started as operators start it.</summary>
public sealed partial class StartTests
{
    private const int SeededEvent = 2;
    private const string Quote = """{"items":[{"treatment":"chemotherapy"}]}""";

    [Fact]
    public async Task Start_ToldToEndOnTheWay_EndsWithoutAFault()
    {
        // Until the runtime hears signals, they end the process as they end any.
        const int ByTheSignal = 128 + 15;
        using var folder = new TempFolder();
        for (var milliseconds = 500; milliseconds <= 1_300; milliseconds += 100)
        {
            var (exitCode, error) = await ServerProcess.BreakOffAsync(folder, TimeSpan.FromMilliseconds(milliseconds));

            Assert.True(exitCode is 0 or ByTheSignal, $"Exit code {exitCode} after {milliseconds} ms: {error}");
        }
    }

    [Fact]
    public async Task Start_FirstAndSecondTime_FillsTheDatabaseOnceAndSaysSo()
    {
        using var folder = new TempFolder();
        ApiAnswer quote;
        string? version;
        await using (var first = await ServerProcess.StartAsync(folder))
        {
            Assert.Matches(Version(), first.Start.GetProperty("Version").GetString());
            Assert.Equal(ProductProcess.DatabaseIn(folder), first.Start.GetProperty("DatabaseFile").GetString());
            Assert.Equal(6, first.Start.GetProperty("RuleCount").GetInt32());
            Assert.Equal("127.0.0.1", first.Client.BaseAddress!.Host);
            quote = await first.Client.PostQuoteAsync(Quote);
            version = quote.Header("Price-List-Version");
            Assert.Equal(version, first.Start.GetProperty("PriceListVersion").GetString());
            Assert.Equal("2026/176 of 2026-09-18", first.Start.GetProperty("Bulletin").GetString());

            Assert.Equal(0, await first.TerminateAsync());
            Assert.Equal(1, first.CountOf(SeededEvent));
            Assert.Equal("", first.Error.Trim());
        }

        var other = DataSet.OfOneScan("1", "2").WriteTo(folder["other"]);
        await using var second = await ServerProcess.StartAsync(folder, ("PriceData__Directory", other));
        Assert.Equal(version, second.Start.GetProperty("PriceListVersion").GetString());
        Assert.Equal(0, second.CountOf(SeededEvent));
        Assert.Equal(quote.Body, (await second.Client.FetchAsync(quote.Header("Location")!)).Body);
    }

    [Fact]
    public async Task Start_TwoAtOnceOnANewDatabase_ServeTheSame()
    {
        using var folder = new TempFolder();

        var servers = await Task.WhenAll(ServerProcess.StartAsync(folder), ServerProcess.StartAsync(folder));
        await using var one = servers[0];
        await using var other = servers[1];

        Assert.Equal(1, one.CountOf(SeededEvent) + other.CountOf(SeededEvent));
        var quote = await one.Client.PostQuoteAsync(Quote);
        Assert.Equal(quote.Body, (await other.Client.FetchAsync(quote.Header("Location")!)).Body);
    }

    [Fact]
    public async Task Start_AfterTheProcessWasKilled_HasEveryQuoteThatWasAnswered()
    {
        using var folder = new TempFolder();
        ApiAnswer[] quotes;
        await using (var killed = await ServerProcess.StartAsync(folder))
        {
            quotes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => killed.Client.PostQuoteAsync(Quote)));
        }

        await using var host = await EstimatorHost.StartAsync(new HostSetup { DatabaseFile = ProductProcess.DatabaseIn(folder) });
        foreach (var quote in quotes)
        {
            Assert.Equal(quote.Body, (await host.Client.FetchAsync(quote.Header("Location")!)).Body);
        }
    }

    [Fact]
    public async Task Start_NoDatabaseSet_KeepsItInTheUsersDataFolder()
    {
        using var folder = new TempFolder();

        await using var server = await ServerProcess.StartAsync(
            folder, ["serve", "--Quotes:ValidityDays=14"], [("Storage__ConnectionString", null)]);

        var file = server.Start.GetProperty("DatabaseFile").GetString()!;
        Assert.Equal("cost-estimator.db", Path.GetFileName(file));
        Assert.StartsWith(folder.Path, file, StringComparison.Ordinal);
        Assert.True(File.Exists(file));
        var quote = await server.Client.PostQuoteAsync(Quote);
        Assert.Equal(14, DateOnly.Parse(quote.StringAt("/validUntil")!, null).DayNumber - DateOnly.Parse(quote.StringAt("/on")!, null).DayNumber);
    }

    [Fact]
    public async Task Start_FaultyData_ReportsEveryFaultAndImportsNothing()
    {
        using var folder = new TempFolder();
        var faulty = new DataSet().Treatment("scan").Treatment("walk", 5, 2)
            .Rule("scan-a", "scan", "20", "10").Rule("scan-b", "scan", "many").Rule("scan-c", "skan", "1", currency: "DOLLAR")
            .WriteTo(folder["faulty"]);

        var refused = await ProgramRun.WithAsync(folder, [("PriceData__Directory", faulty)]);

        refused.AssertRefused("treatments.csv:3:", "price-rules.csv:2:", "price-rules.csv:3:", "price-rules.csv:4:", "skan", "DOLLAR");
        Assert.Equal(0L, new TestDatabase(ProductProcess.DatabaseIn(folder)).Value<long>("SELECT count(*) FROM treatments"));
        var good = DataSet.OfOneScan("100", "200").WriteTo(folder["good"]);
        await using var server = await ServerProcess.StartAsync(folder, ("PriceData__Directory", good));
        Assert.Equal("$100 – $200", (await server.Client.EstimateAsync("item=scan")).StringAt("/total/text"));
        Assert.Equal(1, server.CountOf(SeededEvent));
    }

    [Fact]
    public async Task Start_BadSettings_FailsAndNamesThem()
    {
        using var folder = new TempFolder();

        var refused = await ProgramRun.WithAsync(folder, [("Quotes__ValidityDays", "0"), ("Pricing__TimeZone", "Mars/Olympus")]);

        refused.AssertRefused("Quotes:ValidityDays", "Pricing:TimeZone", "Mars/Olympus");
        Assert.False(File.Exists(ProductProcess.DatabaseIn(folder)));
    }

    [Fact]
    public async Task Start_WithoutCultureData_FailsAndSaysWhatToInstall()
    {
        using var folder = new TempFolder();

        var refused = await ProgramRun.WithAsync(folder, [("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")]);

        refused.AssertRefused("ICU", "apt-get install libicu");
        Assert.False(File.Exists(ProductProcess.DatabaseIn(folder)));
    }

    [Fact]
    public async Task Start_AddressInUse_FailsAndNamesIt()
    {
        using var folder = new TempFolder();
        using var occupier = new TcpListener(System.Net.IPAddress.Loopback, 0);
        occupier.Start();

        var refused = await ProgramRun.WithAsync(folder, [("ASPNETCORE_URLS", $"http://{occupier.LocalEndpoint}")]);

        refused.AssertRefused($"{occupier.LocalEndpoint}", "in use");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData(";")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://192.0.2.1:5080")]
    public async Task Start_BadAddress_FailsAndSaysWhy(string address)
    {
        using var folder = new TempFolder();

        var refused = await ProgramRun.WithAsync(folder, [("ASPNETCORE_URLS", address)]);

        refused.AssertRefused("The server cannot start");
    }

    [GeneratedRegex(@"\A[0-9]+\.[0-9]+\.[0-9]+")]
    private static partial Regex Version();
}
