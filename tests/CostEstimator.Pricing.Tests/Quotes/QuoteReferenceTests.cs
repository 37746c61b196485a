using CostEstimator.Pricing.Quotes;
using FsCheck;
using FsCheck.Fluent;

namespace CostEstimator.Pricing.Tests.Quotes;

public sealed class QuoteReferenceTests
{
    private const ulong SixtyBits = (1UL << 60) - 1;

    [Theory]
    [InlineData(0UL, "Q-0000-0000-0000")]
    [InlineData(1UL, "Q-0000-0000-0001")]
    [InlineData(31UL, "Q-0000-0000-000Z")]
    [InlineData(32UL, "Q-0000-0000-0010")]
    [InlineData(1UL << 20, "Q-0000-0001-0000")]
    [InlineData(1UL << 40, "Q-0001-0000-0000")]
    [InlineData(SixtyBits, "Q-ZZZZ-ZZZZ-ZZZZ")]
    [InlineData(ulong.MaxValue, "Q-ZZZZ-ZZZZ-ZZZZ")]
    public void ToString_Bits_AreDigitsOfFiveInGroupsOfFour(ulong bits, string text) =>
        Assert.Equal(text, new QuoteReference(bits).ToString());

    [Fact]
    public void ToString_EveryDigit_IsCrockfords()
    {
        var digits = Enumerable.Range(0, 32).Select(digit => new QuoteReference((ulong)digit).ToString()[^1]);

        Assert.Equal("0123456789ABCDEFGHJKMNPQRSTVWXYZ", string.Concat(digits));
    }

    [Fact]
    public void TryParse_OwnText_IsTheReference() => Check.QuickThrowOnFailure(Prop.ForAll<ulong>(bits =>
    {
        var reference = new QuoteReference(bits);
        return QuoteReference.TryParse(reference.ToString(), out var read) && read == reference && read.Bits == (bits & SixtyBits);
    }));

    [Theory]
    [InlineData("Q-7F3K-29QX-B5M1")]
    [InlineData("q-7f3k-29qx-b5m1")]
    [InlineData("Q7F3K29QXB5M1")]
    [InlineData("q7f3K29qxb5m1")]
    [InlineData("Q7F3K-29QXB5M1")]
    [InlineData("Q-7F3K-29QX-B5MI")]
    [InlineData("q-7f3k-29qx-b5ml")]
    public void TryParse_EitherCaseDashesOrNotLookAlikes_IsTheSame(string text)
    {
        Assert.True(QuoteReference.TryParse(text, out var reference));
        Assert.Equal("Q-7F3K-29QX-B5M1", reference.ToString());
    }

    [Theory]
    [InlineData("q-oOoO-0000-0001")]
    [InlineData("Q-0000-0000-000i")]
    [InlineData("Q-OOOO-OOOO-OOOL")]
    public void TryParse_LookAlikes_AreDigits(string text)
    {
        Assert.True(QuoteReference.TryParse(text, out var reference));
        Assert.Equal(1UL, reference.Bits);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Q")]
    [InlineData("Q-")]
    [InlineData("7F3K-29QX-B5M1")]
    [InlineData("-Q7F3K29QXB5M1")]
    [InlineData("R-7F3K-29QX-B5M1")]
    [InlineData("Q-7F3K-29QX-B5M")]
    [InlineData("Q-7F3K-29QX-B5M11")]
    [InlineData("Q-UUUU-29QX-B5M1")]
    [InlineData("Q-7F3K-29QX-B5M*")]
    [InlineData("Q 7F3K 29QX B5M1")]
    [InlineData(" Q-7F3K-29QX-B5M1")]
    [InlineData("Q-7F3K-29QX-B5M1 ")]
    [InlineData("Q-7F3K-29QX-B5Mı")]
    [InlineData("Q-7F3K-29QX-B5Mſ")]
    [InlineData("Q-٧F3K-29QX-B5M1")]
    public void TryParse_AnythingElse_False(string? text) => Assert.False(QuoteReference.TryParse(text, out _));
}
