using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.CommandLine;

/// <summary>The verbs <c>backup</c> and <c>quotes purge</c>, run as an operator runs them beside a server.</summary>
public sealed class KeepingTests : IDisposable
{
    private const string Quote = """{"items":[{"treatment":"chemotherapy"}]}""";

    private readonly TempFolder _folder = new();

    private TestDatabase Database => new(ProductProcess.DatabaseIn(_folder));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Backup_OfARunningSystem_CanBeRestored()
    {
        ApiAnswer issued;
        await using (var server = await ServerProcess.StartAsync(_folder))
        {
            issued = await server.Client.PostQuoteAsync(Quote);
            var run = await ProgramRun.OfAsync(_folder, "backup", _folder["copy.db"]);
            Assert.True(run.ExitCode == 0, run.Error);
            Assert.Contains(_folder["copy.db"], run.Output, StringComparison.Ordinal);
            Assert.Equal(201, (await server.Client.PostQuoteAsync(Quote)).Status);
            await server.KillAsync();
        }

        foreach (var part in new[] { "", "-wal", "-shm" })
        {
            File.Delete(ProductProcess.DatabaseIn(_folder) + part);
        }

        File.Copy(_folder["copy.db"], ProductProcess.DatabaseIn(_folder));
        await using var restored = await ServerProcess.StartAsync(_folder);
        Assert.Equal(issued.Body, (await restored.Client.FetchAsync(issued.Header("Location")!)).Body);
        Assert.Equal(1, Database.QuoteCount());
        Assert.Equal(200, (await restored.Client.EstimateAsync("item=chemotherapy")).Status);
    }

    [Fact]
    public async Task Backup_OverAFileOrOfNothing_IsRefused()
    {
        (await ProgramRun.OfAsync(_folder, "backup", _folder["copy.db"])).AssertRefused(ProductProcess.DatabaseIn(_folder), "not copied");
        await File.WriteAllTextAsync(_folder["taken.db"], "precious", TestContext.Current.CancellationToken);
        (await ProgramRun.OfAsync(_folder, "backup", _folder["taken.db"])).AssertRefused(_folder["taken.db"], "there already");
        Assert.Equal("precious", await File.ReadAllTextAsync(_folder["taken.db"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Purge_WhileServing_DeletesWhatExpiredAndNothingElse()
    {
        await using var server = await ServerProcess.StartAsync(_folder);
        var (old, recent) = (await server.Client.PostQuoteAsync(Quote), await server.Client.PostQuoteAsync(Quote));
        Database.Execute("UPDATE quotes SET valid_until = '2020-01-31', row_checksum = NULL WHERE rowid = (SELECT min(rowid) FROM quotes)");

        Assert.Contains("Deleted 0 quotes", (await ProgramRun.OfAsync(_folder, "quotes", "purge", "--expired-before", "2020-01-31")).Output, StringComparison.Ordinal);
        Assert.Contains("Deleted 1 quotes", (await ProgramRun.OfAsync(_folder, "quotes", "purge", "--expired-before", "2020-02-01")).Output, StringComparison.Ordinal);

        var statuses = new[] { old, recent }.Select(quote => server.Client.FetchAsync(quote.Header("Location")!));
        Assert.Equal([200, 404], (await Task.WhenAll(statuses)).Select(answer => answer.Status).Order());
        Assert.Equal(201, (await server.Client.PostQuoteAsync(Quote)).Status);
    }

    [Theory]
    [InlineData("9999-12-31", "in the future")]
    [InlineData("tomorrow", "is not a day")]
    [InlineData("31.01.2026", "is not a day")]
    [InlineData("", "is not a day")]
    public async Task Purge_DayThatWillNotDo_IsRefused(string day, string reason)
    {
        (await ProgramRun.OfAsync(_folder, "quotes", "purge", "--expired-before", day)).AssertRefused(reason, "Nothing was deleted");
        Assert.False(File.Exists(ProductProcess.DatabaseIn(_folder)));
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("backup", "a", "b")]
    [InlineData("quotes")]
    [InlineData("quotes", "purge")]
    [InlineData("quotes", "purge", "--expired-before")]
    [InlineData("quotes", "sell")]
    public async Task Any_WordsThatMakeNoSense_AreNotUnderstood(params string[] words) =>
        Assert.Equal(2, (await ProgramRun.OfAsync(_folder, words)).ExitCode);
}
