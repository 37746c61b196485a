using CostEstimator.Storage.Partners;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.Partners;

public sealed class PartnerStoreTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly PartnerStore _partners;

    public PartnerStoreTests()
    {
        _partners = new PartnerStore(_database.Database, _database.Clock);
    }

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Add_NewCode_KeepsEverythingButTheKey()
    {
        var key = _partners.Add("clinic-a", "Клиника «А»", ["https://b.example", "https://a.example", "https://a.example"], 600)!;

        var partner = Assert.Single(_partners.All());
        Assert.Equal(("clinic-a", "Клиника «А»", 600, key.Id), (partner.Code, partner.Name, partner.PerMinute, partner.KeyId));
        Assert.Equal(["https://a.example", "https://b.example"], partner.Origins);
        Assert.Equal((_database.Clock.GetUtcNow(), _database.Clock.GetUtcNow(), null), (partner.AddedAt, partner.KeySince, partner.RevokedAt));
        Assert.True(partner.Holds(key.Text));
        Assert.False(partner.Holds(PartnerKey.Create().Text));
        Assert.False(partner.Holds(key.Text.ToUpperInvariant()));
        var file = System.Text.Encoding.Latin1.GetString(ReadAll());
        Assert.Contains(key.Id, file, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Text[^43..], file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Add_CodeThatThereIsOrWas_ChangesNothing(bool isRevoked)
    {
        var key = _partners.Add("clinic-a", "A", ["https://a.example"], 600)!;
        if (isRevoked)
        {
            _partners.Revoke("clinic-a");
        }

        var before = _partners.Revision();

        Assert.Null(_partners.Add("clinic-a", "B", ["https://b.example"], 1));

        var partner = Assert.Single(_partners.All());
        Assert.Equal(("A", "https://a.example", key.Id), (partner.Name, Assert.Single(partner.Origins), partner.KeyId));
        Assert.Equal(before, _partners.Revision());
    }

    [Fact]
    public void Rotate_Partner_LetsOnlyTheNewKeyHold()
    {
        var former = _partners.Add("clinic-a", "A", ["https://a.example"], 600)!;
        var added = _database.Clock.GetUtcNow();
        _database.Clock.Advance(TimeSpan.FromDays(1));

        var key = _partners.Rotate("clinic-a")!;

        var partner = Assert.Single(_partners.All());
        Assert.True(partner.Holds(key.Text));
        Assert.False(partner.Holds(former.Text));
        Assert.Equal((key.Id, added, added.AddDays(1)), (partner.KeyId, partner.AddedAt, partner.KeySince));
        Assert.Equal(["https://a.example"], partner.Origins);
    }

    [Fact]
    public void Revoke_Partner_EndsItsKeyForGood()
    {
        var key = _partners.Add("clinic-a", "A", [], 0)!;
        _partners.Add("clinic-b", "B", [], 0);

        Assert.True(_partners.Revoke("clinic-a"));

        Assert.False(_partners.All()[0].Holds(key.Text));
        Assert.Equal([_database.Clock.GetUtcNow(), null], _partners.All().Select(partner => partner.RevokedAt));
        Assert.False(_partners.Revoke("clinic-a"));
        Assert.Null(_partners.Rotate("clinic-a"));
    }

    [Fact]
    public void RotateAndRevoke_UnknownCode_ChangeNothing()
    {
        var before = _partners.Revision();

        Assert.Null(_partners.Rotate("nobody"));
        Assert.False(_partners.Revoke("nobody"));

        Assert.Equal(before, _partners.Revision());
    }

    [Fact]
    public void Revision_AnyChangeByAnybody_GoesUp()
    {
        var seen = new List<long> { _partners.Revision() };

        Changed(() => _partners.Add("clinic-a", "A", ["https://a.example"], 1));
        Changed(() => _partners.Rotate("clinic-a"));
        Changed(() => _database.Execute("UPDATE partner_origins SET origin = 'https://b.example'"));
        Changed(() => _database.Execute("DELETE FROM partner_origins"));
        Changed(() => _partners.Revoke("clinic-a"));
        Changed(() => _database.Execute("DELETE FROM partners"));

        Assert.Equal(seen.Order().Distinct(), seen);

        void Changed(Action change)
        {
            change();
            seen.Add(_partners.Revision());
        }
    }

    [Fact]
    public void Add_DatabaseIsLocked_SaysSo()
    {
        using var other = _database.LockWrites();

        var refusal = Assert.Throws<DatabaseException>(() => _partners.Add("clinic-a", "A", [], 1));

        Assert.Contains("were not changed", refusal.Message, StringComparison.Ordinal);
    }

    // What was written may still stand in the log beside the file; the last connection to close takes it into the file, which is read last.
    private byte[] ReadAll() =>
        [.. new[] { "-wal", "" }.Select(end => _database.Database.File + end).Where(File.Exists).SelectMany(ReadOne)];

    private static byte[] ReadOne(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        return whole.ToArray();
    }
}
