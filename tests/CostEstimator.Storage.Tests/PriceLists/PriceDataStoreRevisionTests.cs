using CostEstimator.Pricing.Quotes;
using CostEstimator.Storage.Quotes;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.PriceLists;

public sealed class PriceDataStoreRevisionTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public PriceDataStoreRevisionTests()
    {
        _database.Prices.Replace(DataSet.Small().Data(), DataSet.Small().Read().Bulletins);
    }

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Revision_NothingChanged_IsTheSameAndThatOfLoad()
    {
        var revision = _database.Prices.Revision();

        Assert.Equal(revision, _database.Prices.Revision());
        Assert.Equal(revision, _database.Prices.Load().Revision);
    }

    [Fact]
    public void Revision_ReplacedBySameData_IsAnother()
    {
        var revision = _database.Prices.Revision();

        _database.Prices.Replace(DataSet.Small().Data(), []);

        Assert.NotEqual(revision, _database.Prices.Revision());
    }

    [Theory]
    [InlineData("UPDATE treatments SET max_quantity = 5 WHERE code = 'transplant'")]
    [InlineData("INSERT INTO treatments VALUES ('surgery', 9, 'course', 1, NULL)")]
    [InlineData("DELETE FROM treatments")]
    [InlineData("UPDATE fact_values SET position = 9 WHERE value = 'related'")]
    [InlineData("INSERT INTO fact_values VALUES ('age', 'young', 9)")]
    [InlineData("DELETE FROM fact_values")]
    [InlineData("UPDATE price_sources SET title = 'Another'")]
    [InlineData("INSERT INTO price_sources VALUES ('page', 'T', 'P', 'L', '2026-06-01')")]
    [InlineData("DELETE FROM price_sources")]
    [InlineData("UPDATE price_rules SET low = low + 1")]
    [InlineData("INSERT INTO price_rules VALUES ('r', 'transplant', 'USD', 1, NULL, NULL, NULL, 'list', NULL)")]
    [InlineData("DELETE FROM price_rules")]
    [InlineData("UPDATE price_rule_conditions SET value = 'unrelated' WHERE value = 'related'")]
    [InlineData("INSERT INTO price_rule_conditions VALUES ('transplant-related', 'stage', 'late')")]
    [InlineData("DELETE FROM price_rule_conditions")]
    [InlineData("UPDATE programme_items SET max_quantity = 9")]
    [InlineData("INSERT INTO programme_items VALUES (9, 9, 'leukaemia', 'after', 'transplant', 1, NULL, NULL)")]
    [InlineData("DELETE FROM programme_items")]
    [InlineData("UPDATE programme_item_conditions SET value = 'early' WHERE item = 2")]
    [InlineData("INSERT INTO programme_item_conditions VALUES (0, 'stage', 'late')")]
    [InlineData("DELETE FROM programme_item_conditions")]
    [InlineData("UPDATE bulletins SET number = '2026/177'")]
    [InlineData("INSERT INTO bulletins VALUES ('2026-09-21', '2026/177', 'now')")]
    [InlineData("DELETE FROM bulletins")]
    [InlineData("UPDATE exchange_rates SET selling = '49' WHERE currency = 'USD'")]
    [InlineData("INSERT INTO exchange_rates VALUES ('2026-09-18', 'EUR', 1, '55.1', '55.2')")]
    [InlineData("DELETE FROM exchange_rates")]
    [InlineData("UPDATE texts SET tr = 'Başka' WHERE key = 'disclaimer'")]
    [InlineData("INSERT INTO texts VALUES ('note.x', 'a', 'b', 'c')")]
    [InlineData("DELETE FROM texts")]
    public void Revision_ChangedByHand_IsAnother(string sql)
    {
        var revision = _database.Prices.Revision();

        _database.Execute(sql);

        Assert.NotEqual(revision, _database.Prices.Revision());
    }

    [Fact]
    public async Task Revision_QuoteAdded_IsTheSame()
    {
        using var quotes = new QuoteStore(_database.Database);
        var revision = _database.Prices.Revision();

        await quotes.TryAddAsync(
            new StoredQuote(new QuoteReference(7), DateTimeOffset.UnixEpoch, new DateOnly(2026, 12, 22), "v", "en", null, "{}", "{}"u8.ToArray()),
            TestContext.Current.CancellationToken);

        Assert.Equal(revision, _database.Prices.Revision());
    }

    [Fact]
    public void Load_PositionsChangedByHand_GivesTheOtherOrder()
    {
        _database.Execute(
            """
            UPDATE treatments SET position = -1 - position;
            UPDATE fact_values SET position = -1 - position;
            UPDATE programme_items SET position = -1 - position;
            """);

        var list = _database.Prices.Load().Data.List;
        Assert.Equal(["transplant", "chemotherapy"], list.Treatments.Select(treatment => treatment.Code));
        Assert.Equal(["stage=late|early", "donor=unrelated|related"], list.Facts.Select(fact => $"{fact}={string.Join('|', fact.Values)}"));
        Assert.Equal(
            ["after: chemotherapy if 'stage=late'", "after: transplant if 'stage=late|early;donor=related'", "before: chemotherapy if ''"],
            list.FindProgramme("leukaemia")!.Items.Select(item => $"{item.Stage!.Code}: {item.Treatment} if '{item.Conditions}'"));
    }

    [Fact]
    public void Load_PriceChangedByHand_GivesTheChangeAsAnotherVersion()
    {
        var before = _database.Prices.Load().Data;

        _database.Execute("UPDATE price_rules SET low = 6000001 WHERE code = 'transplant-related'");

        var after = _database.Prices.Load().Data;
        Assert.Equal(60_000.01m, after.List.FindRule("transplant-related")!.Range.Low.Amount);
        Assert.NotEqual(before.Version, after.Version);
    }
}
