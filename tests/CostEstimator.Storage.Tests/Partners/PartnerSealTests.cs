using CostEstimator.Storage.Partners;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.Partners;

/// <summary>Partners that a disk has damaged, so that SQLite reads them without complaint, get no access, and nobody seals them as they are.</summary>
public sealed class PartnerSealTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly PartnerStore _partners;
    private readonly PartnerKey _key;

    public PartnerSealTests()
    {
        _partners = new PartnerStore(_database.Database, _database.Clock);
        _key = _partners.Add("clinic-a", "Alpha Travel", ["https://alpha.example"], 600)!;
    }

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData("Alpha Travel", "Alphe Travel")]
    [InlineData("https://alpha", "https://olpha")]
    public void Load_BytesOfTheFileAreOthers_IsRefusedAndSoIsWhateverWouldSealThem(string written, string damaged)
    {
        _database.Damage(written, damaged);

        AssertDamaged(() => _partners.Load());
        AssertDamaged(() => _partners.All());
        AssertDamaged(() => _partners.Add("clinic-b", "B", [], 0));
        AssertDamaged(() => _partners.Rotate("clinic-a"));
        AssertDamaged(() => _partners.Revoke("clinic-a"));
        AssertDamaged(() => new Migrator(_database.Clock).Migrate(_database.Database));
        Assert.Equal("ok", _database.Scalar<string>("PRAGMA integrity_check"));
    }

    [Fact]
    public void Load_DigestOfAKeyIsAnother_IsRefused()
    {
        // As a disk would: without its being counted.
        var counts = _database.Scalar<string>("SELECT sql FROM sqlite_schema WHERE name = 'partners_updated'");
        _database.Execute("DROP TRIGGER partners_updated; UPDATE partners SET key_digest = zeroblob(32)");
        _database.Execute(counts!);

        AssertDamaged(() => _partners.Load());
    }

    [Fact]
    public void Load_SomebodyChangedThem_TakesThemAsTheyAreAndSealsThemWithTheNextChange()
    {
        _database.Execute("UPDATE partners SET name = 'Omega Travel'");
        Assert.Equal("Omega Travel", Assert.Single(_partners.All()).Name);

        _partners.Add("clinic-b", "B", [], 0);

        Assert.Equal("Omega Travel", _partners.All()[0].Name);
        _database.Damage("Omega Travel", "Omege Travel");
        AssertDamaged(() => _partners.Load());
    }

    [Fact]
    public void Rotate_OrRevoke_SealsWhatItLeaves()
    {
        var key = _partners.Rotate("clinic-a")!;
        Assert.True(Assert.Single(_partners.All()).Holds(key.Text));
        Assert.False(Assert.Single(_partners.All()).Holds(_key.Text));

        Assert.True(_partners.Revoke("clinic-a"));

        Assert.NotNull(Assert.Single(_partners.All()).RevokedAt);
        _database.Damage("Alpha Travel", "Alphe Travel");
        AssertDamaged(() => _partners.Load());
    }

    [Fact]
    public void Add_TablesThatSomebodyMadeAnewWithoutTheirTriggers_SealsThem()
    {
        _database.Execute("DROP TRIGGER partners_inserted; DROP TRIGGER partner_origins_inserted");
        var before = _partners.Revision();

        _partners.Add("clinic-b", "B", ["https://b.example"], 0);

        Assert.Equal(2, _partners.All().Length);
        Assert.Equal(before + 1, _partners.Revision());
    }

    [Fact]
    public void Revoke_NobodyWhoIsThere_WritesNothing()
    {
        _database.Execute("UPDATE partner_list SET seal = NULL");

        Assert.False(_partners.Revoke("clinic-z"));

        Assert.Null(_database.Scalar<string>("SELECT seal FROM partner_list"));
    }

    private static void AssertDamaged(Action use) =>
        Assert.Contains("partners", Assert.Throws<DatabaseException>(use).Message, StringComparison.Ordinal);

    private static void AssertDamaged<T>(Func<T> use) => AssertDamaged(() => { use(); });
}
