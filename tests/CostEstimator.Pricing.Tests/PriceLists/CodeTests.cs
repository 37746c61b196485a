using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.PriceLists;

public sealed class CodeTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("7")]
    [InlineData("allogeneic-bmt")]
    [InlineData("ct-scan-2x")]
    [InlineData("2026")]
    public void IsValid_KebabCase_True(string code) => Assert.True(Code.IsValid(code));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("-donor")]
    [InlineData("donor-")]
    [InlineData("donor--type")]
    [InlineData("Donor")]
    [InlineData("donor type")]
    [InlineData("donor_type")]
    [InlineData("donor\n")]
    [InlineData("nakıl")]
    [InlineData("донор")]
    [InlineData("٣")]
    [InlineData("a=b")]
    public void IsValid_AnythingElse_False(string? code) => Assert.False(Code.IsValid(code));

    [Fact]
    public void IsValid_HundredCharacters_TrueAndNoMore()
    {
        Assert.True(Code.IsValid(new string('a', Code.MaxLength)));
        Assert.False(Code.IsValid(new string('a', Code.MaxLength + 1)));
    }

    [Fact]
    public void Require_AnythingElse_SaysWhatItIsNot()
    {
        var error = Assert.Throws<ArgumentException>(() => Code.Require("Donor", "fact"));

        Assert.Contains("'Donor' is not a code for a fact", error.Message);
        Assert.Contains(Code.Form, error.Message);
    }
}
