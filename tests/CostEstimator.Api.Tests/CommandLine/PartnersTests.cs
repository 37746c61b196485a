using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.CommandLine;

/// <summary>The verb <c>partners</c>, run as an operator runs it.</summary>
public sealed class PartnersTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private TestDatabase Database => new(ProductProcess.DatabaseIn(_folder));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Add_WhileServing_GivesAKeyThatHoldsAndIsNowhereElse()
    {
        await using var server = await ServerProcess.StartAsync(_folder, ("Limits__AnonymousPerMinute", "0"));

        var run = await ProgramRun.OfAsync(_folder, "partners", "add", "clinic-a", "--name", "Clinic A", "--origin", "https://Clinic.Example/", "--origin", "http://localhost:3000", "--per-minute", "7");

        Assert.Equal(0, run.ExitCode);
        var key = run.Output.Trim().Split('\n')[^1];
        Assert.Equal("\"partner\";q=7;w=60", (await UntilAsync(server, key, 200)).Header("RateLimit-Policy"));
        Assert.Equal(201, (await server.Client.PostQuoteAsync("""{"items":[{"treatment":"chemotherapy"}]}""", ("X-Api-Key", key), ("Origin", "https://clinic.example"))).Status);

        var list = await ProgramRun.OfAsync(_folder, "partners", "list");
        Assert.Contains($"clinic-a | Clinic A | active | key {key[..12]}...", list.Output, StringComparison.Ordinal);
        Assert.Contains("7 a minute | http://localhost:3000 https://clinic.example |", list.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(key, list.Output, StringComparison.Ordinal);

        await server.TerminateAsync();
        Assert.All(server.Log, line => Assert.DoesNotContain(key[^43..], line.GetRawText(), StringComparison.Ordinal));
        Assert.Single(server.Log, line => line.GetProperty("EventId").GetInt32() == 12);
    }

    [Fact]
    public async Task RotateAndRevoke_WhileServing_EndKeys()
    {
        var first = await AddAsync();
        await using var server = await ServerProcess.StartAsync(_folder, ("Limits__AnonymousPerMinute", "0"));

        var rotated = await ProgramRun.OfAsync(_folder, "partners", "rotate", "clinic-a");
        Assert.Equal(0, rotated.ExitCode);
        var second = rotated.Output.Trim().Split('\n')[^1];
        Assert.NotEqual(first, second);
        await UntilAsync(server, second, 200);
        Assert.Equal(401, (await server.Client.FetchAsync("/v1/treatments", ("X-Api-Key", first))).Status);

        Assert.Equal(0, (await ProgramRun.OfAsync(_folder, "partners", "revoke", "clinic-a")).ExitCode);
        await UntilAsync(server, second, 401);
        Assert.Contains("revoked 2", (await ProgramRun.OfAsync(_folder, "partners", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_SeveralFaults_NamesThemAllAndAddsNothing()
    {
        var run = await ProgramRun.OfAsync(_folder, "partners", "add", "Clinic A", "--name", " ", "--origin", "clinic.example", "--per-minute", "-1");

        run.AssertRefused("'Clinic A'", "--name", "'clinic.example'", "https://clinic.example", "--per-minute", "No partner was added");
        Assert.Equal("0 partners", (await ProgramRun.OfAsync(_folder, "partners", "list")).Output.Trim());
    }

    [Fact]
    public async Task Any_CodeThatIsWrong_IsRefused()
    {
        await AddAsync();

        (await ProgramRun.OfAsync(_folder, "partners", "add", "clinic-a", "--name", "B")).AssertRefused("clinic-a", "never given twice");
        (await ProgramRun.OfAsync(_folder, "partners", "rotate", "nobody")).AssertRefused("nobody");
        (await ProgramRun.OfAsync(_folder, "partners", "revoke", "nobody")).AssertRefused("nobody");
        Assert.Equal(1L, Database.Value<long>("SELECT count(*) FROM partners WHERE name = 'A' AND revoked_at IS NULL"));
    }

    [Theory]
    [InlineData("partners")]
    [InlineData("partners", "sell")]
    [InlineData("partners", "add", "clinic-a")]
    [InlineData("partners", "add", "--name", "A")]
    [InlineData("partners", "add", "clinic-a", "--name", "A", "--per-minute", "many")]
    [InlineData("partners", "add", "clinic-a", "clinic-b", "--name", "A")]
    [InlineData("partners", "add", "clinic-a", "--name", "A", "--color", "red")]
    [InlineData("partners", "list", "all")]
    [InlineData("partners", "rotate")]
    [InlineData("partners", "revoke", "clinic-a", "clinic-b")]
    public async Task Any_WordsThatMakeNoSense_AreNotUnderstood(params string[] words)
    {
        var run = await ProgramRun.OfAsync(_folder, words);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.False(File.Exists(ProductProcess.DatabaseIn(_folder)));
    }

    private static async Task<ApiAnswer> UntilAsync(ServerProcess server, string key, int status)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var answer = await server.Client.FetchAsync("/v1/treatments", ("X-Api-Key", key));
            if (answer.Status == status)
            {
                return answer;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"The key is never answered {status}.");
    }

    private async Task<string> AddAsync() =>
        (await ProgramRun.OfAsync(_folder, "partners", "add", "clinic-a", "--name", "A")).Output.Trim().Split('\n')[^1];
}
