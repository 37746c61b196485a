using CostEstimator.Storage.Partners;

namespace CostEstimator.Storage.Tests.Partners;

public sealed class PartnerKeyTests
{
    [Fact]
    public void Create_ManyTimes_GivesOtherKeysWith256RandomBits()
    {
        var keys = Enumerable.Range(0, 1000).Select(_ => PartnerKey.Create()).ToList();

        Assert.Equal(1000, keys.Select(key => key.Text[^43..]).Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^tce_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$", key.Text));

        // Each of the 256 bits is set in about half of the keys: six standard deviations either way.
        var secrets = keys.Select(key => System.Buffers.Text.Base64Url.DecodeFromChars(key.Text.AsSpan(^43..))).ToList();
        Assert.All(Enumerable.Range(0, 256), bit => Assert.InRange(secrets.Count(secret => (secret[bit / 8] >> (bit % 8) & 1) == 1), 405, 595));
    }

    [Fact]
    public void Id_OfAKey_IsItsReadableBeginning()
    {
        var key = PartnerKey.Create();

        Assert.Equal(key.Text[..12], key.Id);
        Assert.Equal(key.Id, PartnerKey.IdOf(key.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tce_")]
    [InlineData("tce_3f9a1c2b")]
    [InlineData("tce_3f9a1c2b_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("tce_3f9a1c2b_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("TCE_3f9a1c2b_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("tce_3f9a1c2b-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("xyz_3f9a1c2b_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void IdOf_TextThatIsNoKey_GivesNull(string text) => Assert.Null(PartnerKey.IdOf(text));
}
