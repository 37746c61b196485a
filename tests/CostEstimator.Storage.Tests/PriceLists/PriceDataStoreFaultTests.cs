using System.Diagnostics;
using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Tests.PriceLists;

public sealed class PriceDataStoreFaultTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly PriceData _former = DataSet.Small().Data();
    private readonly PriceData _other = DataSet.Small().Change("price-rules.csv", ",1500,", ",1700,").Data();

    public PriceDataStoreFaultTests()
    {
        _database.Prices.Replace(_former, []);
    }

    private PriceDataStore Prices => _database.Prices;

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Replace_AnotherProgramWritesForTooLong_GivesUpInTimeAndChangesNothing()
    {
        var revision = Prices.Revision();
        var waiting = Stopwatch.StartNew();
        using (_database.LockWrites())
        {
            var fault = Assert.Throws<DatabaseException>(() => Prices.Replace(_other, []));

            Assert.Contains("were not changed", fault.Message);
            Assert.Contains(_database.Database.File, fault.Message);
            Assert.InRange(waiting.Elapsed, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(20));
        }

        AssertUnchanged(revision);
    }

    [Fact]
    public void RevisionSeen_AnotherProgramLocksTheFile_IsNotTakenForNoData()
    {
        _database.Database.CloseIdleConnections();
        using var other = TestDatabase.OpenAsStranger(_database.Database.File);
        using var locking = other.CreateCommand();
        locking.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; SELECT count(*) FROM texts";
        locking.ExecuteNonQuery();

        Assert.Throws<SqliteException>(() => Prices.RevisionSeen());
    }

    [Fact]
    public async Task Replace_AnotherProgramStopsWritingInTime_Succeeds()
    {
        var otherProgram = _database.LockWrites();
        var replacing = Task.Run(() => Prices.Replace(_other, []), TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        Assert.False(replacing.IsCompleted);
        await otherProgram.DisposeAsync();

        await replacing;

        Assert.Equal(_other.Version, Prices.Load().Data.Version);
    }

    [Theory]
    [InlineData("BEFORE INSERT ON texts")]
    [InlineData("BEFORE INSERT ON price_rule_conditions")]
    [InlineData("BEFORE INSERT ON programme_items")]
    [InlineData("BEFORE INSERT ON programme_item_conditions")]
    [InlineData("BEFORE DELETE ON texts")]
    [InlineData("BEFORE UPDATE OF imported_at ON price_data")]
    public void Replace_FailingHalfWay_ChangesNothing(string moment)
    {
        _database.Execute($"CREATE TRIGGER full_disk {moment} BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        var revision = Prices.Revision();

        var fault = Assert.Throws<DatabaseException>(() => Prices.Replace(_other, []));

        Assert.Contains("the disk is full", fault.Message);
        Assert.IsType<SqliteException>(fault.InnerException);
        AssertUnchanged(revision);
    }

    [Fact]
    public void Replace_DataThatDoNotReadBackAsWritten_ChangesNothing()
    {
        _database.Execute("CREATE TRIGGER loss AFTER INSERT ON texts BEGIN UPDATE texts SET en = '' WHERE key = new.key; END");
        var revision = Prices.Revision();

        Assert.Throws<InvalidOperationException>(() => Prices.Replace(_other, []));

        AssertUnchanged(revision);
    }

    [Theory]
    [InlineData("UPDATE price_sources SET read_on = 'soon'")]
    [InlineData("UPDATE price_rules SET valid_from = '1.1.2026' WHERE valid_to IS NULL")]
    [InlineData("UPDATE price_rules SET currency = 'AAA'")]
    [InlineData("UPDATE price_rules SET treatment = 'surgery'")]
    [InlineData("UPDATE price_rules SET source = 'page'")]
    [InlineData("UPDATE price_rules SET code = 'No Code' WHERE code = 'transplant-related'")]
    [InlineData("UPDATE price_rules SET note = 'No Code'")]
    [InlineData("UPDATE price_rule_conditions SET value = 'sibling' WHERE value = 'related'")]
    [InlineData("UPDATE price_rule_conditions SET fact = 'age'")]
    [InlineData("UPDATE treatments SET unit = ''")]
    [InlineData("UPDATE fact_values SET value = 'Related' WHERE value = 'related'")]
    [InlineData("DELETE FROM treatments WHERE code = 'transplant'")]
    [InlineData("DELETE FROM fact_values")]
    [InlineData("DELETE FROM price_sources")]
    [InlineData("UPDATE programme_items SET programme = 'No Code'")]
    [InlineData("UPDATE programme_items SET stage = 'No Code'")]
    [InlineData("UPDATE programme_items SET treatment = 'surgery'")]
    [InlineData("UPDATE programme_items SET assumption = 'No Code'")]
    [InlineData("UPDATE programme_items SET position = 9 WHERE id = 1; UPDATE programme_items SET stage = 'before' WHERE id = 1")]
    [InlineData("UPDATE programme_item_conditions SET value = 'sibling' WHERE value = 'related'")]
    [InlineData("UPDATE programme_item_conditions SET fact = 'age'")]
    [InlineData("DELETE FROM programme_items WHERE id = 1")]
    [InlineData("DELETE FROM texts WHERE key = 'disclaimer'")]
    [InlineData("DELETE FROM texts WHERE key = 'programme.leukaemia'")]
    [InlineData("DELETE FROM texts WHERE key = 'stage.leukaemia.after'")]
    [InlineData("DELETE FROM texts WHERE key = 'note.assumed-courses'")]
    [InlineData("DELETE FROM texts WHERE key LIKE 'unit.%'")]
    [InlineData("DELETE FROM texts WHERE key LIKE 'fact.%.related'")]
    [InlineData("DELETE FROM texts WHERE key = 'note.per-course'")]
    [InlineData("DELETE FROM price_data")]
    public void Load_DataBrokenByHand_SaysSo(string sql)
    {
        _database.Execute(sql);

        var fault = Assert.Throws<DatabaseException>(() => Prices.Load());

        Assert.Contains($"The price data in '{_database.Database.File}' do not fit together: ", fault.Message);
    }

    [Fact]
    public void Load_DataBrokenByHand_AreMendedByAnImport()
    {
        _database.Execute("DELETE FROM treatments");

        Prices.Replace(_other, []);

        Assert.Equal(_other.Version, Prices.Load().Data.Version);
    }

    [Theory]
    [InlineData("UPDATE price_rules SET low = -1")]
    [InlineData("UPDATE price_rules SET low = 15.5")]
    [InlineData("UPDATE price_rules SET high = low - 1")]
    [InlineData("UPDATE price_rules SET valid_to = valid_from WHERE valid_from IS NOT NULL")]
    [InlineData("UPDATE treatments SET min_quantity = 0")]
    [InlineData("UPDATE treatments SET max_quantity = 1001")]
    [InlineData("UPDATE programme_items SET min_quantity = 0")]
    [InlineData("UPDATE programme_items SET max_quantity = min_quantity - 1")]
    [InlineData("UPDATE programme_items SET max_quantity = 1001")]
    [InlineData("UPDATE programme_items SET position = 0")]
    [InlineData("INSERT INTO price_data VALUES (2, 0, NULL)")]
    public void Schema_ImpossibleValueByHand_IsRefused(string sql) => Assert.Throws<SqliteException>(() => _database.Execute(sql));

    private void AssertUnchanged(long revision)
    {
        Assert.Equal(revision, Prices.Revision());
        Assert.Equal(PriceDataText.Of(_former), PriceDataText.Of(Prices.Load().Data));
    }
}
