using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.ExchangeRates;
using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Storage.Tests.PriceLists;

/// <summary>Price data are replaced whole; bulletins are added.</summary>
public sealed class PriceDataStoreBulletinTests : IDisposable
{
    private static readonly DateOnly Friday = new(2026, 9, 18);
    private static readonly DateOnly Monday = new(2026, 9, 21);

    private readonly TestDatabase _database = new();
    private readonly PriceData _data = DataSet.Small().Data();
    private readonly PriceData _other = DataSet.Small().Change("price-rules.csv", ",1500,", ",1700,").Data();

    private PriceDataStore Prices => _database.Prices;

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Load_SeedData_GivesTheBulletinThatWasWritten()
    {
        var reading = SeedData.Read();

        Prices.Replace(reading.Data!, reading.Bulletins);

        var loaded = Assert.Single(Prices.Load().Bulletins.All);
        Assert.Equal((reading.Bulletins[0].Number, reading.Bulletins[0].Day), (loaded.Number, loaded.Day));
        Assert.Equal(reading.Bulletins[0].Rates, loaded.Rates);
    }

    [Fact]
    public void Load_NoBulletin_GivesNone()
    {
        Prices.Replace(_data, []);

        Assert.Empty(Prices.Load().Bulletins.All);
    }

    [Fact]
    public void Replace_BulletinsOfOtherDays_Stay()
    {
        new BulletinStore(_database.Database, _database.Clock).Add([Bulletin(Friday)]);

        Prices.Replace(_data, [Bulletin(Monday)]);
        Prices.Replace(_other, []);

        Assert.Equal([Friday, Monday], Prices.Load().Bulletins.All.Select(bulletin => bulletin.Day));
        Assert.Equal(_other.Version, Prices.Load().Data.Version);
    }

    [Fact]
    public void Replace_BulletinOfADayThatIsKept_TakesItsPlace()
    {
        Prices.Replace(_data, [Bulletin(Friday), Bulletin(Monday)]);

        Prices.Replace(_data, [BulletinXml.Right(BulletinXml.Change("48.6116", "48.5"))]);

        Assert.Equal(
            ["USD 1 48.5 48.6992", "USD 1 48.6116 48.6992"],
            Prices.Load().Bulletins.All.Select(bulletin => BulletinXml.Lines(bulletin).Last()));
    }

    [Fact]
    public void Replace_SameBulletinAgain_IsNotImportedAgain()
    {
        Prices.Replace(_data, [Bulletin(Friday)]);
        _database.Clock.Advance(TimeSpan.FromDays(1));

        Prices.Replace(_other, [Bulletin(Friday)]);

        Assert.Equal("2026-11-22T08:30:00.0000000+00:00", _database.Scalar<string>("SELECT imported_at FROM bulletins"));
    }

    [Fact]
    public void Seed_EmptyDatabase_AddsTheBulletins()
    {
        Assert.True(Prices.Seed(_data, [Bulletin(Friday)]));

        Assert.Equal(Friday, Assert.Single(Prices.Load().Bulletins.All).Day);
    }

    [Fact]
    public void Seed_SecondTime_AddsNoBulletin()
    {
        Prices.Seed(_data, [Bulletin(Friday)]);
        var revision = Prices.Revision();

        Assert.False(Prices.Seed(_other, [Bulletin(Monday)]));

        Assert.Equal(revision, Prices.Revision());
        Assert.Equal(Friday, Assert.Single(Prices.Load().Bulletins.All).Day);
    }

    [Theory]
    [InlineData("BEFORE INSERT ON bulletins")]
    [InlineData("BEFORE INSERT ON exchange_rates")]
    public void Replace_FailingAtTheBulletins_ChangesNothing(string moment)
    {
        Prices.Replace(_data, [Bulletin(Friday)]);
        _database.Execute($"CREATE TRIGGER full_disk {moment} BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");

        Assert.Throws<DatabaseException>(() => Prices.Replace(_other, [Bulletin(Monday)]));

        AssertUnchanged();
    }

    [Fact]
    public void Replace_TwoBulletinsOfOneDay_ChangesNothing()
    {
        Prices.Replace(_data, [Bulletin(Friday)]);

        Assert.Throws<ArgumentException>(() => Prices.Replace(_other, [Bulletin(Monday), Bulletin(Monday)]));

        AssertUnchanged();
    }

    [Fact]
    public void Replace_BulletinThatDoesNotReadBackAsWritten_ChangesNothing()
    {
        Prices.Replace(_data, [Bulletin(Friday)]);
        _database.Execute("CREATE TRIGGER loss AFTER INSERT ON exchange_rates BEGIN UPDATE exchange_rates SET selling = '99' WHERE day = new.day; END");

        Assert.Throws<InvalidOperationException>(() => Prices.Replace(_other, [Bulletin(Monday)]));

        AssertUnchanged();
    }

    [Theory]
    [InlineData("UPDATE exchange_rates SET currency = 'AAA' WHERE currency = 'USD'")]
    [InlineData("UPDATE exchange_rates SET currency = 'TRY' WHERE currency = 'USD'")]
    [InlineData("UPDATE exchange_rates SET buying = ''")]
    [InlineData("UPDATE exchange_rates SET buying = '48,6116'")]
    [InlineData("UPDATE exchange_rates SET buying = '48.61160'")]
    [InlineData("UPDATE exchange_rates SET buying = '-1'")]
    [InlineData("UPDATE exchange_rates SET buying = '0'")]
    [InlineData("UPDATE exchange_rates SET buying = '49' WHERE currency = 'USD'")]
    [InlineData("UPDATE exchange_rates SET selling = '99999999'")]
    [InlineData("UPDATE bulletins SET number = ' '")]
    [InlineData("UPDATE bulletins SET day = '2026-09-19'")]
    [InlineData("DELETE FROM exchange_rates")]
    [InlineData("DELETE FROM bulletins")]
    public void Load_BulletinBrokenByHand_SaysSo(string sql)
    {
        Prices.Replace(_data, [Bulletin(Friday)]);
        _database.Execute(sql);

        var fault = Assert.Throws<DatabaseException>(() => Prices.Load());

        Assert.Contains($"The price data in '{_database.Database.File}' do not fit together: ", fault.Message);
        Assert.Contains("'2026-09-1", fault.Message);
    }

    [Fact]
    public void Load_RateChangedByHand_GivesTheChange()
    {
        Prices.Replace(_data, [Bulletin(Friday)]);

        _database.Execute("UPDATE exchange_rates SET buying = '48.5', unit = 2 WHERE currency = 'USD'");

        Assert.Equal("USD 2 48.5 48.6992", BulletinXml.Lines(Prices.Load().Bulletins.All[0]).Last());
    }

    [Theory]
    [InlineData("UPDATE bulletins SET day = '18.09.2026'")]
    [InlineData("UPDATE bulletins SET day = '2026-02-30'")]
    [InlineData("UPDATE bulletins SET day = 'now'")]
    [InlineData("UPDATE exchange_rates SET unit = 0")]
    [InlineData("UPDATE exchange_rates SET unit = 1000001")]
    [InlineData("UPDATE exchange_rates SET unit = 1.5")]
    [InlineData("UPDATE exchange_rates SET buying = NULL")]
    [InlineData("INSERT INTO bulletins VALUES ('2026-09-18', '2026/177', 'now')")]
    [InlineData("INSERT INTO exchange_rates VALUES ('2026-09-18', 'USD', 1, '1', '2')")]
    public void Schema_ImpossibleValueByHand_IsRefused(string sql)
    {
        Prices.Replace(_data, [Bulletin(Friday)]);

        Assert.Throws<SqliteException>(() => _database.Execute(sql));
    }

    private static Bulletin Bulletin(DateOnly day) => BulletinXml.Right(BulletinXml.Of(day));

    private void AssertUnchanged()
    {
        var (data, bulletins, _) = Prices.Load();
        Assert.Equal(_data.Version, data.Version);
        Assert.Equal(Friday, Assert.Single(bulletins.All).Day);
    }
}
