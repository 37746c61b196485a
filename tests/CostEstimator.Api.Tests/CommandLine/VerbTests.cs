using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.CommandLine;

/// <summary>What the program understands, and what it says to what it does not.</summary>
public sealed class VerbTests
{
    [Fact]
    public async Task Help_Asked_NamesEveryVerbAndSetting()
    {
        using var folder = new TempFolder();

        var help = await ProgramRun.OfAsync(folder, "--help");

        Assert.Equal(0, help.ExitCode);
        foreach (var word in new[]
        {
            "serve", "check", "import", "rates", "DIR", "FILE", "Storage__ConnectionString", "PriceData__Directory", "Pricing__TimeZone",
            "Pricing__BulletinStaleAfterDays", "Rates__Url", "Rates__RefreshHours", "Quotes__ValidityDays", "ASPNETCORE_URLS",
            "http://localhost:5080", "Europe/Istanbul",
        })
        {
            Assert.Contains(word, help.Output, StringComparison.Ordinal);
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("Serve")]
    [InlineData("check")]
    [InlineData("check", "")]
    [InlineData("import", "")]
    [InlineData("serve", "now")]
    [InlineData("serve", "--Quotes:ValidityDays")]
    [InlineData("import", "DATA", "more")]
    [InlineData("import", "DATA", "--dry-run")]
    [InlineData("rates")]
    [InlineData("rates", "--all")]
    [InlineData("rates", "BULLETIN", "--dry-run")]
    [InlineData("rates", "--force", "BULLETIN")]
    [InlineData("Rates", "BULLETIN")]
    public async Task Start_NotUnderstood_FailsWithTwoAndDoesNothing(params string[] arguments)
    {
        using var folder = new TempFolder();

        var run = await ProgramRun.OfAsync(
            folder,
            [.. arguments.Select(argument => argument switch { "DATA" => DataSet.ShippedDirectory, "BULLETIN" => BulletinXml.ShippedFile, _ => argument })]);

        Assert.True(run.ExitCode == 2, $"Exit code {run.ExitCode}: {run.Error}{run.Output}");
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
