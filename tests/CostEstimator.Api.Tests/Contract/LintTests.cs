using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Contract;

/// <summary>The linters find nothing: neither an error nor a warning.</summary>
public sealed class LintTests(ContractTools tools) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ProgramFact("node", "npm")]
    public async Task Spectral_OasAndOwasp_FindNothing()
    {
        var (exitCode, output) = await SpectralAsync(document => document);

        Assert.True(exitCode == 0, output);
        Assert.Contains("No results with a severity of 'hint' or higher found!", output, StringComparison.Ordinal);
    }

    [ProgramFact("node", "npm")]
    public async Task Spectral_FaultyDocument_FindsTheFault()
    {
        var (exitCode, output) = await SpectralAsync(document => document.Replace("\"maxLength\": 3,", "", StringComparison.Ordinal));

        Assert.NotEqual(0, exitCode);
        Assert.Contains("owasp:api4:2023-string-limit", output, StringComparison.Ordinal);
    }

    [ProgramFact("node", "npm")]
    public async Task Redocly_RecommendedStrict_FindsNothing()
    {
        var (exitCode, output) = await RedoclyAsync(document => document);

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("warning", output.Replace("Deprecation warning", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [ProgramFact("node", "npm")]
    public async Task Redocly_FaultyDocument_FindsTheFault()
    {
        var (exitCode, output) = await RedoclyAsync(document => document.Replace("\"operationId\": \"getEstimate\",", "", StringComparison.Ordinal));

        Assert.NotEqual(0, exitCode);
        Assert.Contains("operation-operationId", output, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output)> SpectralAsync(Func<string, string> change) =>
        await tools.RunAsync("spectral", "lint", await WriteAsync(change), "--fail-severity=hint", "--display-only-failures");

    private async Task<(int ExitCode, string Output)> RedoclyAsync(Func<string, string> change) =>
        await tools.RunAsync("redocly", "lint", await WriteAsync(change), "--config", Path.Combine(ContractTools.Folder, "redocly.yaml"));

    private async Task<string> WriteAsync(Func<string, string> change)
    {
        await using var host = await PublishedDocument.StartHostAsync();
        var file = await PublishedDocument.WriteAsync(host, _folder);
        await File.WriteAllTextAsync(file, change(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);
        return file;
    }
}
