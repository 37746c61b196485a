using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.ExchangeRates;
using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Tests.Fixtures;
using NodaMoney;

namespace CostEstimator.Storage.Tests.PriceLists;

/// <summary>Data that a disk has damaged, so that SQLite reads them without complaint, are not taken for prices.</summary>
public sealed class PriceDataSealTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly PriceData _data = DataSet.Small().Data();
    private readonly BulletinStore _bulletins;

    public PriceDataSealTests()
    {
        _bulletins = new BulletinStore(_database.Database, _database.Clock);
        _database.Prices.Replace(_data, []);
        _bulletins.Add([BulletinOf("2026-11-20", "2026/220", "55.7981")]);
    }

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("55.7981", "55.7901")]
    [InlineData("2026/220", "2026/229")]
    [InlineData("Chemotherapy", "Chemotherepy")]
    public void Load_BytesOfTheFileAreOthers_IsRefusedAndSoIsWhateverWouldSealThem(string written, string damaged)
    {
        _database.Damage(written, damaged);

        Assert.Contains("damaged", Assert.Throws<DatabaseException>(() => _database.Prices.Load()).Message, StringComparison.Ordinal);
        Assert.Throws<DatabaseException>(() => _database.Prices.Replace(_data, []));
        Assert.Throws<DatabaseException>(() => _bulletins.Add([BulletinOf("2026-11-21", "2026/221", "55.8")]));
        Assert.Equal("ok", _database.Scalar<string>("PRAGMA integrity_check"));
    }

    [Fact]
    public void Load_SomebodyChangedTheData_TakesThemAsTheyAre()
    {
        _database.Execute("UPDATE texts SET en = 'Chemo' WHERE key = 'treatment.chemotherapy'");

        Assert.Equal("Chemo", _database.Prices.Load().Data.Texts.Find("treatment.chemotherapy")!.En);
    }

    [Fact]
    public void Load_SomebodyAddedAColumn_TakesTheDataAsTheyAre()
    {
        _database.Execute("ALTER TABLE price_rules ADD COLUMN memo TEXT");

        Assert.Equal(_data.Version, _database.Prices.Load().Data.Version);
    }

    [Fact]
    public void Add_DataThatSomebodyChanged_AreSealedAsTheyAre()
    {
        _database.Execute("UPDATE texts SET en = 'Chemo' WHERE key = 'treatment.chemotherapy'");
        _bulletins.Add([BulletinOf("2026-11-21", "2026/221", "55.8")]);

        Assert.Equal(2, _database.Prices.Load().Bulletins.All.Length);
        _database.Damage("55.7981", "55.7901");
        Assert.Throws<DatabaseException>(() => _database.Prices.Load());
    }

    [Fact]
    public void Replace_OtherData_AreSealedInTheirPlace()
    {
        var other = DataSet.Small().Change("price-rules.csv", ",1500,", ",1700,").Data();

        _database.Prices.Replace(other, []);

        Assert.Equal(other.Version, _database.Prices.Load().Data.Version);
        _database.Damage("55.7981", "55.7901");
        Assert.Throws<DatabaseException>(() => _database.Prices.Load());
    }

    [Fact]
    public void Load_DataOfAnEarlierVersion_AreNotSealedYet()
    {
        _database.Execute("UPDATE price_data SET seal = NULL, sealed_revision = NULL");

        Assert.Equal(_data.Version, _database.Prices.Load().Data.Version);
        _bulletins.Add([BulletinOf("2026-11-21", "2026/221", "55.8")]);

        _database.Damage("55.7981", "55.7901");
        Assert.Throws<DatabaseException>(() => _database.Prices.Load());
    }

    private static Bulletin BulletinOf(string day, string number, string buying) =>
        new(number, Iso.Parse(day), [new ExchangeRate(CurrencyInfo.FromCode("EUR"), 1, ExactDecimal.Parse(buying), 56m)]);
}
