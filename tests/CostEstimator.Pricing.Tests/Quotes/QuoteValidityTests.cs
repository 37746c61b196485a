using System.Globalization;
using CostEstimator.Pricing.Quotes;
using CostEstimator.Pricing.Tests.Sketches;

namespace CostEstimator.Pricing.Tests.Quotes;

public sealed class QuoteValidityTests
{
    private const string On = "2026-06-15";

    [Theory]
    [InlineData(30, "2026-07-15")]
    [InlineData(1, "2026-06-16")]
    public void ValidUntil_NoRuleEnds_TheDaysOn(int days, string until) =>
        AssertValidUntil(until, days, new RuleSketch("for-ever", "surgery", "100"));

    [Theory]
    [InlineData("2026-07-14", "2026-07-14")]
    [InlineData("2026-07-15", "2026-07-15")]
    [InlineData("2026-07-16", "2026-07-15")]
    [InlineData("2026-06-16", "2026-06-16")]
    public void ValidUntil_ARuleEnds_TheSooner(string end, string until) =>
        AssertValidUntil(until, 30, new RuleSketch("for-ever", "surgery", "100"), new RuleSketch("ending", "surgery", "100") { To = end });

    [Fact]
    public void ValidUntil_SeveralRulesEnd_TheSoonest() => AssertValidUntil(
        "2026-06-20",
        30,
        new RuleSketch("ending-late", "surgery", "100") { To = "2026-07-01" },
        new RuleSketch("ending-soon", "stay", "100") { To = "2026-06-20" },
        new RuleSketch("ending-later", "stay", "100") { To = "2026-06-30" });

    [Fact]
    public void ValidUntil_ARuleThatThePriceDoesNotRestOnEnds_TheDaysOn() => AssertValidUntil(
        "2026-07-15",
        30,
        new RuleSketch("dropped", "surgery", "100") { To = "2026-06-20" },
        new RuleSketch("more-specific", "surgery", "100") { Conditions = "clinic=a|b" },
        new RuleSketch("not-requested", "flight", "100") { To = "2026-06-20" },
        new RuleSketch("over", "surgery", "100") { To = On });

    [Fact]
    public void ValidUntil_NoPublishedPrice_TheDaysOn() => AssertValidUntil("2026-07-15", 30);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void ValidUntil_NoDays_Throws(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => QuoteValidity.ValidUntil(Sketch().Build().Estimate(), days));

    [Fact]
    public void ValidUntil_Null_Throws() => Assert.Throws<ArgumentNullException>(() => QuoteValidity.ValidUntil(null!, 30));

    private static void AssertValidUntil(string until, int days, params RuleSketch[] rules)
    {
        var day = QuoteValidity.ValidUntil(Sketch(rules).Build().Estimate(), days);
        Assert.Equal(until, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static PricingSketch Sketch(params RuleSketch[] rules) =>
        new() { Facts = ["clinic=a|b"], Rules = rules, Items = ["surgery:1", "stay:1"], On = On };
}
