using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.CommandLine;

/// <summary><c>check DIR</c>: faults and warnings, and nothing written.</summary>
public sealed class CheckTests
{
    [Fact]
    public async Task Check_ShippedData_IsDoneWithItsWarnings()
    {
        using var folder = new TempFolder();

        var run = await ProgramRun.OfAsync(folder, "check", DataSet.ShippedDirectory);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Contains("warning: price-rules.csv:4:", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 faults", run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Check_FaultyData_NamesEveryFaultWithItsLine()
    {
        using var folder = new TempFolder();
        new DataSet().Treatment("scan").Fact("donor", "related")
            .Rule("scan-a", "scan", "1", "0").Rule("scan-a", "scan", "1.001").Rule("scan-b", "scan", "1", conditions: "donor=sister")
            .Rule("scan-c", "scan", "1", from: "2026-01-01", to: "2026-01-01").Text("treatment.scan", "").WriteTo(folder["data"]);

        var run = await ProgramRun.OfAsync(folder, "check", "data");

        run.AssertRefused(
            "fault: price-rules.csv:2:", "fault: price-rules.csv:3:", "fault: price-rules.csv:4:", "fault: price-rules.csv:5:", "fault: texts.csv:");
        Assert.Equal([folder["data"]], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Check_DataFromBeforeProgrammesAndRates_IsDoneWithWarnings()
    {
        using var folder = new TempFolder();
        DataSet.OfOneScan("1", "2").WriteTo(folder["data"]);
        File.Delete(Path.Combine(folder["data"], "programmes.csv"));
        Directory.Delete(Path.Combine(folder["data"], "exchange-rates"));

        var run = await ProgramRun.OfAsync(folder, "check", "data");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("warning: programmes.csv", run.Output, StringComparison.Ordinal);
        Assert.Contains("warning: exchange-rates", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_FaultyProgrammesAndBulletins_NamesEveryFaultWithItsPlace()
    {
        using var folder = new TempFolder();
        DataSet.OfOneScan("1", "2").Fact("ward", "own").Item("stay", "day", "skan").Item("stay", "day", "scan", "0").Item("stay", "day", "scan", "6-4")
            .Item("stay", "night", "scan", conditions: "ward=shared").Item("Stay", "night", "scan")
            .Bulletin(new BulletinXml(new DateOnly(2026, 11, 20), "2026/1", ("USD", 1, "50", "40"))).WriteTo(folder["data"]);

        var run = await ProgramRun.OfAsync(folder, "check", "data");

        run.AssertRefused(
            "fault: programmes.csv:2:", "fault: programmes.csv:3:", "fault: programmes.csv:4:", "fault: programmes.csv:5:", "fault: programmes.csv:6:",
            "fault: exchange-rates/2026-11-20.xml:3:");
    }

    [Fact]
    public async Task Check_DirectoryThatIsNotThere_IsAFault()
    {
        using var folder = new TempFolder();

        var run = await ProgramRun.OfAsync(folder, "check", "none");

        run.AssertRefused("none", "does not exist");
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
