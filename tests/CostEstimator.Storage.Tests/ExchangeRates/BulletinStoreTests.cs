using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.ExchangeRates;
using CostEstimator.Storage.Tests.Fixtures;
using NodaMoney;

namespace CostEstimator.Storage.Tests.ExchangeRates;

public sealed class BulletinStoreTests : IDisposable
{
    private static readonly DateOnly Friday = new(2026, 9, 18);
    private static readonly DateOnly Monday = new(2026, 9, 21);

    private readonly TestDatabase _database = new();
    private readonly BulletinStore _store;

    public BulletinStoreTests()
    {
        _database.Prices.Replace(DataSet.Small().Data(), []);
        _store = new BulletinStore(_database.Database, _database.Clock);
    }

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Add_NewBulletins_AreKeptToTheLastDigit()
    {
        Bulletin[] bulletins =
        [
            new("2026/177", Monday, [Rate("EUR", 1, 55.7981m, 55.8986m)]),
            new(
                "№ “176” İ",
                Friday,
                [
                    Rate("USD", 1, 48.6116m, 48.6116m),
                    Rate("JPY", 100, 30.766612345678901234567891m, 1_000_000m),
                    Rate("RUB", 1, 0.000001m, 0.00000100000000000000000001m),
                    Rate("IRR", 1_000_000, 1m, 10_000_000_000m),
                ]),
        ];

        var added = _store.Add(bulletins);

        Assert.Equal(["№ “176” İ", "2026/177"], added.Select(bulletin => bulletin.Number));
        Assert.Equal(bulletins.Reverse().Select(Written), Kept());
        Assert.Equal(
            ["2026-09-18 2026-11-22T08:30:00.0000000+00:00", "2026-09-21 2026-11-22T08:30:00.0000000+00:00"],
            _database.Scalar<string>("SELECT group_concat(day || ' ' || imported_at, ';') FROM bulletins")!.Split(';'));
        Assert.Equal("1 text 0.000001", _database.Scalar<string>(
            "SELECT concat_ws(' ', unit, typeof(buying), buying) FROM exchange_rates WHERE currency = 'RUB'"));
    }

    [Fact]
    public void Add_Nothing_ChangesNothing()
    {
        var revision = _database.Prices.Revision();

        Assert.Empty(_store.Add([]));

        Assert.Equal(revision, _database.Prices.Revision());
    }

    [Fact]
    public void Add_SameBulletinAgain_ChangesNothing()
    {
        _store.Add([Dollar(Friday, 48.6116m)]);
        var revision = _database.Prices.Revision();
        _database.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Empty(_store.Add([Dollar(Friday, 48.611600m)]));

        Assert.Equal(revision, _database.Prices.Revision());
        Assert.Equal("2026-11-22T08:30:00.0000000+00:00", _database.Scalar<string>("SELECT imported_at FROM bulletins"));
    }

    public static TheoryData<string, string, int, decimal, decimal, string> Others => new()
    {
        { "2026/177", "USD", 1, 48.6m, 48.7m, "the number" },
        { "2026/176", "EUR", 1, 48.6m, 48.7m, "the currency" },
        { "2026/176", "USD", 10, 48.6m, 48.7m, "the unit" },
        { "2026/176", "USD", 1, 48.5999999999m, 48.7m, "buying" },
        { "2026/176", "USD", 1, 48.6m, 48.7000000001m, "selling" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Add_AnotherBulletinOfADay_TakesThePlaceOfTheKeptOne(
        string number, string currency, int unit, decimal buying, decimal selling, string difference)
    {
        _store.Add([new Bulletin("2026/176", Friday, [Rate("USD", 1, 48.6m, 48.7m)]), Dollar(Monday, 49)]);
        var revision = _database.Prices.Revision();
        _database.Clock.Advance(TimeSpan.FromDays(1));
        var other = new Bulletin(number, Friday, [Rate(currency, unit, buying, selling)]);

        Assert.Equal([other], _store.Add([other, Dollar(Monday, 49)]));

        Assert.True(revision != _database.Prices.Revision(), difference);
        Assert.Equal([Written(other), Written(Dollar(Monday, 49))], Kept());
        Assert.Equal("2026-11-23T08:30:00.0000000+00:00", _database.Scalar<string>("SELECT imported_at FROM bulletins WHERE day = '2026-09-18'"));
    }

    [Fact]
    public void Add_BulletinWithARateLessOrMore_TakesThePlaceOfTheKeptOne()
    {
        var two = new Bulletin("2026/176", Friday, [Rate("USD", 1, 48.6m, 48.7m), Rate("EUR", 1, 55.7m, 55.8m)]);
        var one = new Bulletin("2026/176", Friday, [Rate("USD", 1, 48.6m, 48.7m)]);

        foreach (var bulletin in new[] { two, one, two })
        {
            Assert.Single(_store.Add([bulletin]));
            Assert.Equal([Written(bulletin)], Kept());
        }
    }

    [Fact]
    public void Add_TwoBulletinsOfOneDay_IsRefusedAndChangesNothing()
    {
        Assert.Throws<ArgumentException>(() => _store.Add([Dollar(Monday, 49), Dollar(Friday, 48), Dollar(Friday, 48)]));

        Assert.Empty(Kept());
    }

    [Fact]
    public void Add_ToADatabaseWithoutPriceData_IsKeptForThem()
    {
        using var empty = new TestDatabase();
        new BulletinStore(empty.Database, empty.Clock).Add([Dollar(Friday, 48)]);

        Assert.True(empty.Prices.IsEmpty());
        Assert.True(empty.Prices.Seed(DataSet.Small().Data(), [Dollar(Monday, 49)]));

        Assert.Equal([Friday, Monday], empty.Prices.Load().Bulletins.All.Select(bulletin => bulletin.Day));
    }

    [Theory]
    [InlineData("UPDATE exchange_rates SET buying = 'much'")]
    [InlineData("UPDATE exchange_rates SET buying = buying || '0'")]
    [InlineData("UPDATE exchange_rates SET currency = 'AAA'")]
    [InlineData("UPDATE bulletins SET number = ''")]
    [InlineData("DELETE FROM exchange_rates")]
    [InlineData("DELETE FROM bulletins")]
    public void Add_OverWhatWasBrokenByHand_MendsIt(string sql)
    {
        _store.Add([Dollar(Friday, 48)]);
        _database.Execute(sql);
        Assert.Throws<DatabaseException>(() => _database.Prices.Load());

        Assert.Single(_store.Add([Dollar(Friday, 48)]));

        Assert.Equal([Written(Dollar(Friday, 48))], Kept());
    }

    [Theory]
    [InlineData("BEFORE INSERT ON bulletins")]
    [InlineData("BEFORE INSERT ON exchange_rates")]
    [InlineData("BEFORE DELETE ON bulletins")]
    public void Add_FailingHalfWay_ChangesNothing(string moment)
    {
        _store.Add([Dollar(Friday, 48)]);
        _database.Execute($"CREATE TRIGGER full_disk {moment} BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        var revision = _database.Prices.Revision();

        var fault = Assert.Throws<DatabaseException>(() => _store.Add([Dollar(Friday, 47), Dollar(Monday, 49)]));

        Assert.Contains($"The exchange rates in '{_database.Database.File}' were not changed: ", fault.Message);
        Assert.Contains("the disk is full", fault.Message);
        Assert.Equal(revision, _database.Prices.Revision());
        Assert.Equal([Written(Dollar(Friday, 48))], Kept());
    }

    [Theory]
    [InlineData("UPDATE exchange_rates SET selling = '99'")]
    [InlineData("UPDATE bulletins SET number = 'x'")]
    [InlineData("DELETE FROM exchange_rates WHERE currency = 'EUR'")]
    public void Add_BulletinThatDoesNotReadBackAsWritten_ChangesNothing(string loss)
    {
        _database.Execute($"CREATE TRIGGER loss AFTER INSERT ON exchange_rates BEGIN {loss}; END");
        var two = new Bulletin("2026/176", Friday, [Rate("USD", 1, 48.6m, 48.7m), Rate("EUR", 1, 55.7m, 55.8m)]);

        Assert.Throws<InvalidOperationException>(() => _store.Add([two]));

        _database.Execute("DROP TRIGGER loss");
        Assert.Empty(Kept());
    }

    [Fact]
    public void Add_AnotherProgramWritesForTooLong_GivesUpAndChangesNothing()
    {
        using (_database.LockWrites())
        {
            Assert.Contains("were not changed", Assert.Throws<DatabaseException>(() => _store.Add([Dollar(Friday, 48)])).Message);
        }

        Assert.Empty(Kept());
    }

    private static ExchangeRate Rate(string currency, int unit, decimal buying, decimal selling) =>
        new(Currency.FromCode(currency), unit, buying, selling);

    private static Bulletin Dollar(DateOnly day, decimal buying) => new("2026/176", day, [Rate("USD", 1, buying, 50)]);

    private static string Written(Bulletin bulletin) =>
        $"{bulletin.Day:O} {bulletin.Number}: {string.Join(", ", BulletinXml.Lines(bulletin))}";

    private IEnumerable<string> Kept() => _database.Prices.Load().Bulletins.All.Select(Written);
}
