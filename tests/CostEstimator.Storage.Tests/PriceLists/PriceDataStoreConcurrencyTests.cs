using CostEstimator.Pricing.ExchangeRates;
using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.PriceLists;

public sealed class PriceDataStoreConcurrencyTests : IDisposable
{
    private const int Replacements = 60;

    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Load_WhileDataAreReplaced_SeesOneMoment()
    {
        var one = DataSet.Small().Data();
        var other = DataSet.Small()
            .Change("price-rules.csv", "60000,80000", "65000,85000")
            .Append("treatments.csv", "surgery,course,1,1")
            .Append("texts.csv", "treatment.surgery,a,b,c")
            .Data();
        _database.Prices.Replace(other, []);
        var replacing = Task.Run(
            () =>
            {
                for (var round = 0; round < Replacements; round++)
                {
                    _database.Prices.Replace(round % 2 == 0 ? one : other, []);
                }
            },
            TestContext.Current.CancellationToken);

        var seen = new List<(PriceData Data, Bulletins Bulletins, long Revision)>();
        do
        {
            seen.Add(_database.Prices.Load());
        }
        while (!replacing.IsCompleted);
        await replacing;

        Assert.All(seen, load => Assert.Contains(load.Data.Version, new[] { one.Version, other.Version }));
        Assert.Equal(2, seen.DistinctBy(load => load.Data.Version).Count());
        Assert.All(
            seen.GroupBy(load => load.Revision),
            ofRevision => Assert.Single(ofRevision.DistinctBy(load => load.Data.Version)));
        Assert.Equal(seen.Select(load => load.Revision).Order(), seen.Select(load => load.Revision));
    }

    [Fact]
    public async Task Seed_SeveralAtOnce_OnlyOneDoesIt()
    {
        var candidates = Enumerable.Range(1, 4)
            .Select(price => DataSet.Small().Change("price-rules.csv", ",1500,", $",150{price},").Data())
            .ToList();

        var seeded = await Task.WhenAll(candidates.Select(data => Task.Run(
            () => new PriceDataStore(Database.At($"Data Source={_database.Database.File}"), _database.Clock).Seed(data, []),
            TestContext.Current.CancellationToken)));

        var winner = candidates[Array.IndexOf(seeded, true)];
        Assert.Single(seeded, isFirst => isFirst);
        Assert.Equal(winner.Version, _database.Prices.Load().Data.Version);
    }
}
