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
    public async Task Check_DirectoryThatIsNotThere_IsAFault()
    {
        using var folder = new TempFolder();

        var run = await ProgramRun.OfAsync(folder, "check", "none");

        run.AssertRefused("none", "does not exist");
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
