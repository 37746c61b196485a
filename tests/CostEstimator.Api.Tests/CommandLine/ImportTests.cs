using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.CommandLine;

/// <summary><c>import DIR</c>: other price data in the place of all that there are, or nothing.</summary>
public sealed class ImportTests
{
    [Fact]
    public async Task Import_IntoANewDatabase_IsWhatTheNextStartServes()
    {
        using var folder = new TempFolder();
        DataSet.OfOneScan("100", "200").WriteTo(folder["data"]);

        var run = await ProgramRun.OfAsync(folder, "import", "data");

        Assert.True(run.ExitCode == 0, run.Error);
        await using var host = await EstimatorHost.StartAsync(new HostSetup { DatabaseFile = ProductProcess.DatabaseIn(folder) });
        var estimate = await host.Client.EstimateAsync("item=scan");
        Assert.Equal("$100 – $200", estimate.StringAt("/total/text"));
        Assert.Contains(estimate.StringAt("/priceListVersion")!, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_FaultyData_ChangesNothing()
    {
        using var folder = new TempFolder();
        await using var host = await EstimatorHost.StartAsync();
        var before = await host.Client.EstimateAsync("item=chemotherapy");
        new DataSet().Treatment("scan").Rule("scan-a", "scan", "1").Rule("scan-b", "scan", "x").WriteTo(folder["data"]);

        var run = await ProgramRun.WithAsync(folder, [("Storage__ConnectionString", $"Data Source={host.Database.File}")], "import", "data");

        run.AssertRefused("fault: price-rules.csv:3:", "Nothing was imported");
        Assert.Equal(8L, host.Database.Value<long>("SELECT count(*) FROM treatments"));
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(before.Text, (await host.Client.EstimateAsync("item=chemotherapy")).Text);
    }

    [Theory]
    [InlineData("Storage__ConnectionString", "Data Source=:memory:", "Storage:ConnectionString")]
    [InlineData("Pricing__TimeZone", "Mars/Olympus", "Pricing:TimeZone")]
    public async Task Import_BadSetting_FailsAndNamesIt(string name, string value, string setting)
    {
        using var folder = new TempFolder();

        var run = await ProgramRun.WithAsync(folder, [(name, value)], "import", DataSet.ShippedDirectory);

        run.AssertRefused(setting);
    }

    [Fact]
    public async Task Import_DatabaseLocked_FailsAndChangesNothing()
    {
        using var folder = new TempFolder();
        await using var host = await EstimatorHost.StartAsync();
        using var other = host.Database.Connect();
        TestDatabase.Execute(other, "BEGIN IMMEDIATE");

        var run = await ProgramRun.WithAsync(
            folder, [("Storage__ConnectionString", $"Data Source={host.Database.File}")], "import", DataSet.ShippedDirectory);

        run.AssertRefused(host.Database.File, "locked");
    }
}
