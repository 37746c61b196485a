using CostEstimator.Pricing.Quotes;
using CostEstimator.Storage.ExchangeRates;
using CostEstimator.Storage.Quotes;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests;

/// <summary>Decimal commas, a dotless i and other calendars change nothing.</summary>
public sealed class CultureTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public static TheoryData<string> Cultures => ["tr-TR", "de-DE", "ru-RU", "ar-SA", "th-TH", "fa-IR"];

    public void Dispose() => _database.Dispose();

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Load_ImportedInACulture_GivesTheSameDataAndVersion(string culture)
    {
        var expected = DataSet.Small().Data();
        using var scope = new CultureScope(culture);

        _database.Prices.Replace(DataSet.Small().Data(), []);

        var loaded = _database.Prices.Load().Data;
        Assert.Equal(expected.Version, loaded.Version);
        Assert.Equal(1600.50m, loaded.List.FindRule("chemotherapy-new")!.Range.Low.Amount);
        Assert.Equal(new DateOnly(2026, 1, 1), loaded.List.FindRule("chemotherapy-new")!.Validity.From);
        Assert.Equal("2026-01-01", _database.Scalar<string>("SELECT valid_from FROM price_rules WHERE code = 'chemotherapy-new'"));
        Assert.Equal("2026-11-22T08:30:00.0000000+00:00", _database.Scalar<string>("SELECT imported_at FROM price_data"));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Load_BulletinImportedInACulture_GivesTheSameRates(string culture)
    {
        using var scope = new CultureScope(culture);

        var bulletin = BulletinXml.Right(BulletinXml.Change("48.6116", "48,6116"));
        _database.Prices.Replace(DataSet.Small().Data(), [bulletin]);

        var loaded = Assert.Single(_database.Prices.Load().Bulletins.All);
        Assert.Equal(new DateOnly(2026, 9, 18), loaded.Day);
        Assert.Equal(["JPY 100 30.7666 30.9704", "USD 1 48.6116 48.6992"], BulletinXml.Lines(loaded));
        Assert.Equal("2026-09-18 48.6116", _database.Scalar<string>("SELECT day || ' ' || buying FROM exchange_rates WHERE currency = 'USD'"));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Read_FaultsInACulture_AreWordedTheSame(string culture)
    {
        var set = DataSet.Small()
            .Append("price-rules.csv", "r,transplant,,USD,1000000000001,,,,list,")
            .Append("price-rules.csv", "s,transplant,,USD,1,,2026-02-01,2026-01-01,list,")
            .Append("programmes.csv", "leukaemia,after,transplant,,1000,999,")
            .Change("exchange-rates/2026-09-18.xml", "48.6992", "10000.5")
            .Change("exchange-rates/2026-09-18.xml", "30.7666", "30.98")
            .With("exchange-rates/again.xml", BulletinXml.Change("09/18/2026", "09/19/2026"))
            .With("exchange-rates/large.xml", new byte[BulletinParser.MaxBytes + 1]);
        var expected = set.Read().Faults;
        using var scope = new CultureScope(culture);

        Assert.Equal(7, expected.Length);
        Assert.Equal(expected.Select(fault => fault.ToString()), set.Read().Faults.Select(fault => fault.ToString()));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public async Task Find_QuoteAddedInACulture_GivesTheSameDays(string culture)
    {
        var quote = new StoredQuote(
            new QuoteReference(7), _database.Clock.GetUtcNow(), new DateOnly(2026, 12, 22), "v", "en", null, "{}", "{}"u8.ToArray());
        using var quotes = new QuoteStore(_database.Database);
        using var scope = new CultureScope(culture);

        await quotes.TryAddAsync(quote, TestContext.Current.CancellationToken);

        Assert.Equal(quote.IssuedAt, quotes.Find(quote.Reference)!.IssuedAt);
        Assert.Equal(quote.ValidUntil, quotes.Find(quote.Reference)!.ValidUntil);
        Assert.Equal("2026-12-22", _database.Scalar<string>("SELECT valid_until FROM quotes"));
        Assert.Equal("2026-11-22T08:30:00.0000000+00:00", _database.Scalar<string>("SELECT issued_at FROM quotes"));
    }
}
