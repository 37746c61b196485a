using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>The program where the runtime has no culture data.</summary>
public sealed class MissingCulturesTests
{
    private const string Invariant = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";
    private const string PredefinedOnly = "DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY";

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("1")]
    public async Task Start_NoCultureData_FailsAndSaysWhatToInstall(string? predefinedOnly)
    {
        using var folder = new TempFolder();

        var refused = await ProgramRun.WithAsync(folder, [(Invariant, "1"), (PredefinedOnly, predefinedOnly)], "serve");

        refused.AssertRefused("ICU", "apt-get install libicu", "apk add icu-libs icu-data-full", Invariant);
        Assert.False(File.Exists(ProductProcess.DatabaseIn(folder)));
    }

    [Fact]
    public async Task Start_NoCultureDataOnAnExistingDatabase_LeavesItAsItIs()
    {
        using var folder = new TempFolder();
        await using (var server = await ServerProcess.StartAsync(folder))
        {
            Assert.Equal(0, await server.TerminateAsync());
        }

        var before = await File.ReadAllBytesAsync(ProductProcess.DatabaseIn(folder), TestContext.Current.CancellationToken);
        var refused = await ProgramRun.WithAsync(folder, [(Invariant, "1")]);

        refused.AssertRefused("ICU");
        Assert.Equal(before, await File.ReadAllBytesAsync(ProductProcess.DatabaseIn(folder), TestContext.Current.CancellationToken));
    }
}
