using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Readme;

/// <summary>The examples that the README shows to partners, run as they stand against a real server.</summary>
public sealed partial class PartnerExampleTests(SeedHost seed) : IClassFixture<SeedHost>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ProgramFact("curl", "sh")]
    public async Task Curl_AsItStands_GivesAnEstimate()
    {
        var output = await RunAsync("sh", Write("example.sh", "sh"));

        var estimate = new ApiAnswer(200, new Dictionary<string, string>(), Encoding.UTF8.GetBytes(output));
        Assert.Equal("EUR ru acute-leukaemia", $"{estimate.StringAt("/currency")} {estimate.StringAt("/language")} {estimate.StringAt("/programme")}");
    }

    [ProgramFact("node")]
    public async Task JavaScript_AsItStands_ShowsTheRangeAndItsLines()
    {
        var lines = (await RunAsync("node", Write("example.mjs", "js"))).Split('\n');

        Assert.Equal("$66.000 ve üzeri", lines[0]);
        Assert.Equal(3, lines.Count(line => line.Length > 0));
    }

    [Fact]
    public async Task CSharp_AsItStands_IssuesAQuoteAndReadsItAgain()
    {
        var before = seed.Host.Database.QuoteCount();

        var lines = (await RunAsync(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", "run", Write("example.cs", "csharp"))).Split('\n');

        Assert.StartsWith("from €", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("This quote is valid through ", lines[1], StringComparison.Ordinal);
        Assert.Equal("200", lines[2]);
        Assert.Equal(before + 1, seed.Host.Database.QuoteCount());
    }

    private static string ReadmeFile([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "README.md"));

    private string Write(string file, string language)
    {
        var code = Example().Matches(File.ReadAllText(ReadmeFile()).ReplaceLineEndings("\n")).Single(match => match.Groups[1].Value == language).Groups[2].Value;
        Assert.Contains("http://localhost:5080", code, StringComparison.Ordinal);
        File.WriteAllText(_folder[file], code.Replace("http://localhost:5080", seed.Host.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
        return _folder[file];
    }

    private async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == 0, await error + await output);
        return await output;
    }

    [GeneratedRegex("^```(sh|js|csharp)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
