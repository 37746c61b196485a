using System.Diagnostics;
using CostEstimator.Api.Tests.Fixture;
using CostEstimator.Storage;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Tests.Durability;

/// <summary>Imports that are killed, or that meet: a price list is in force whole, or not at all.</summary>
public sealed class ImportTests : IDisposable
{
    private const int Rounds = 8;
    private const int Rules = 2_000;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_KilledAtAnyMoment_LeavesTheOldPriceListOrTheNewOneWhole()
    {
        var database = new TestDatabase(ProductProcess.DatabaseIn(_folder));
        Large("200").WriteTo(_folder["old"]);
        Large("300").WriteTo(_folder["new"]);
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, (await ProgramRun.OfAsync(_folder, "import", "new")).ExitCode);
        var (whole, latest) = (watch.Elapsed, VersionIn(database));
        Assert.Equal(0, (await ProgramRun.OfAsync(_folder, "import", "old")).ExitCode);
        var former = VersionIn(database);
        var killed = 0;

        // The writing is the last part of it.
        for (var round = 0; round < Rounds; round++)
        {
            using (var import = Process.Start(ProductProcess.Prepare(_folder, ["import", "new"], []))!)
            {
                await Task.Delay(whole * ((0.5 + round) / Rounds), TestContext.Current.CancellationToken);
                import.Kill();
                await import.WaitForExitAsync(TestContext.Current.CancellationToken);
                killed += import.ExitCode == 0 ? 0 : 1;
            }

            var version = VersionIn(database);
            Assert.True(version == former || version == latest, $"{version} is neither the old price list nor the new one.");
            Assert.Equal("ok", database.Value<string>("PRAGMA integrity_check"));
            if (version == latest)
            {
                Assert.Equal(0, (await ProgramRun.OfAsync(_folder, "import", "old")).ExitCode);
            }
        }

        Assert.True(killed >= Rounds / 2, $"Only {killed} imports were killed before they were done.");
    }

    [Fact]
    public async Task Import_TwoAtOnce_OneWinsWholeAndTheOtherIsTold()
    {
        var database = new TestDatabase(ProductProcess.DatabaseIn(_folder));
        DataSet.OfOneScan("1", "2").WriteTo(_folder["old"]);
        DataSet.OfOneScan("3", "4").WriteTo(_folder["a"]);
        DataSet.OfOneScan("5", "6").WriteTo(_folder["b"]);
        Assert.Equal(0, (await ProgramRun.OfAsync(_folder, "import", "old")).ExitCode);
        Task<ProgramRun> first, second;
        using (var other = database.Connect())
        {
            // Both have read their data by the time that one of them may write.
            TestDatabase.Execute(other, "BEGIN IMMEDIATE");
            (first, second) = (ProgramRun.OfAsync(_folder, "import", "a"), ProgramRun.OfAsync(_folder, "import", "b"));
            await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
            TestDatabase.Execute(other, "ROLLBACK");
        }

        var runs = await Task.WhenAll(first, second);

        var winner = Assert.Single(runs, run => run.ExitCode == 0);
        Assert.Single(runs, run => run.ExitCode != 0).AssertRefused("Nothing was imported", "somebody else changed");
        Assert.Contains(VersionIn(database), winner.Output, StringComparison.Ordinal);
    }

    private static DataSet Large(string high)
    {
        var data = new DataSet();
        for (var number = 0; number < Rules; number++)
        {
            data.Treatment($"scan-{number}").Rule($"price-{number}", $"scan-{number}", "100", high);
        }

        return data;
    }

    private static string VersionIn(TestDatabase database) =>
        new PriceDataStore(Database.At($"Data Source={database.File}"), TimeProvider.System).Load().Data.Version;
}
