using CostEstimator.Pricing.Quotes;
using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Quotes;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.PriceLists;

public sealed class PriceDataStoreTests : IDisposable
{
    private readonly TestDatabase _database = new();

    private static PriceData Other { get; } = DataSet.Small()
        .Change("price-rules.csv", ",1500,", ",1700,")
        .RemoveRows("price-rules.csv", "transplant-related,")
        .Append("facts.csv", "age,young")
        .Append("texts.csv", "fact.age,a,b,c\nfact.age.young,a,b,c")
        .Data();

    private PriceDataStore Prices => _database.Prices;

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Load_SmallSet_GivesWhatWasWritten()
    {
        var data = DataSet.Small().Append("price-rules.csv", """
            rial,transplant,donor=related;stage=late,KWD,1.001,9999999999.999,2026-01-01,2026-01-02,list,per-course
            yen,transplant,donor=related;stage=early,JPY,0,10000000000,,,list,
            """.ReplaceLineEndings("\n")).Data();

        Prices.Replace(data, []);

        AssertSame(data, Prices.Load().Data);
    }

    [Fact]
    public void Load_SeedData_GivesWhatWasWritten()
    {
        var data = SeedData.Read().Data!;

        Prices.Replace(data, []);

        AssertSame(data, Prices.Load().Data);
    }

    [Fact]
    public void Load_NothingEverImported_Refuses()
    {
        Assert.True(Prices.IsEmpty());
        Assert.Throws<DatabaseException>(() => Prices.Load());
    }

    [Fact]
    public void Seed_EmptyDatabase_FillsItAndSaysWhen()
    {
        var data = DataSet.Small().Data();

        Assert.True(Prices.Seed(data, []));

        Assert.False(Prices.IsEmpty());
        AssertSame(data, Prices.Load().Data);
        Assert.Equal("2026-11-22T08:30:00.0000000+00:00", _database.Scalar<string>("SELECT imported_at FROM price_data"));
    }

    [Fact]
    public void Seed_SecondTime_ChangesNothing()
    {
        var data = DataSet.Small().Data();
        Prices.Seed(data, []);
        var revision = Prices.Revision();
        _database.Clock.Advance(TimeSpan.FromDays(1));

        Assert.False(Prices.Seed(Other, []));

        Assert.Equal(revision, Prices.Revision());
        AssertSame(data, Prices.Load().Data);
        Assert.Equal("2026-11-22T08:30:00.0000000+00:00", _database.Scalar<string>("SELECT imported_at FROM price_data"));
    }

    [Fact]
    public void Seed_AfterAnImport_ChangesNothing()
    {
        Prices.Replace(Other, []);

        Assert.False(Prices.Seed(DataSet.Small().Data(), []));

        AssertSame(Other, Prices.Load().Data);
    }

    [Fact]
    public void Replace_OtherData_LeavesNothingOfTheFormer()
    {
        Prices.Replace(DataSet.Small().Data(), []);
        _database.Clock.Advance(TimeSpan.FromDays(1));

        Prices.Replace(Other, []);

        AssertSame(Other, Prices.Load().Data);
        Assert.Equal("2026-11-23T08:30:00.0000000+00:00", _database.Scalar<string>("SELECT imported_at FROM price_data"));
    }

    [Fact]
    public async Task Replace_OtherData_KeepsQuotes()
    {
        using var quotes = new QuoteStore(_database.Database);
        var quote = new StoredQuote(
            new QuoteReference(7), DateTimeOffset.UnixEpoch, new DateOnly(2026, 12, 22), "v", "en", null, "{\"quote\":7}", "{}"u8.ToArray());
        Prices.Replace(DataSet.Small().Data(), []);
        await quotes.TryAddAsync(quote, TestContext.Current.CancellationToken);

        Prices.Replace(Other, []);

        Assert.Equal(quote.Request, quotes.Find(quote.Reference)?.Request);
        Assert.Equal(1, _database.Scalar<int>("SELECT count(*) FROM quotes"));
    }

    [Fact]
    public void Replace_Amounts_AreWholeMinorUnits()
    {
        Prices.Replace(DataSet.Small().Data(), []);

        Assert.Equal("integer 160050 integer 200000", Amounts("chemotherapy-new"));
        Assert.Equal("integer 150000 null none", Amounts("chemotherapy-old"));
    }

    private string? Amounts(string rule) => _database.Scalar<string>(
        $"SELECT concat_ws(' ', typeof(low), low, typeof(high), coalesce(high, 'none')) FROM price_rules WHERE code = '{rule}'");

    private static void AssertSame(PriceData expected, PriceData actual)
    {
        Assert.Equal(PriceDataText.Of(expected), PriceDataText.Of(actual));
        Assert.Equal(expected.Version, actual.Version);
    }
}
