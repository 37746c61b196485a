using CostEstimator.Pricing.PriceLists;
using NodaMoney;

namespace CostEstimator.Pricing.Tests.PriceLists;

public sealed class PriceRuleTests
{
    private static readonly Treatment Surgery = new("surgery", "procedure", Quantity.Exactly(1));
    private static readonly PriceRange Range = new(new Money(100, "USD"), null);
    private static readonly PriceSource Source = new("page", "A page", "A clinic", "The top", new DateOnly(2026, 1, 1));

    [Fact]
    public void Constructor_EveryPart_KeepsIt()
    {
        var validity = new Validity(new DateOnly(2026, 1, 1), null);

        var rule = new PriceRule("surgery-from", Surgery, Conditions.None, Range, validity, Source, "not-firm");

        Assert.Equal("surgery-from", rule.Code);
        Assert.Equal("surgery-from", rule.ToString());
        Assert.Same(Surgery, rule.Treatment);
        Assert.Same(Conditions.None, rule.Conditions);
        Assert.Same(Range, rule.Range);
        Assert.Equal(validity, rule.Validity);
        Assert.Same(Source, rule.Source);
        Assert.Equal("not-firm", rule.Note);
    }

    [Theory]
    [InlineData("Surgery", null)]
    [InlineData("surgery", "Not firm")]
    [InlineData("surgery", "")]
    public void Constructor_MalformedCode_Throws(string code, string? note) =>
        Assert.Throws<ArgumentException>(() => new PriceRule(code, Surgery, Conditions.None, Range, default, Source, note));

    [Fact]
    public void Constructor_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>("treatment", () => new PriceRule("r", null!, Conditions.None, Range, default, Source, null));
        Assert.Throws<ArgumentNullException>("conditions", () => new PriceRule("r", Surgery, null!, Range, default, Source, null));
        Assert.Throws<ArgumentNullException>("range", () => new PriceRule("r", Surgery, Conditions.None, null!, default, Source, null));
        Assert.Throws<ArgumentNullException>("source", () => new PriceRule("r", Surgery, Conditions.None, Range, default, null!, null));
    }
}
