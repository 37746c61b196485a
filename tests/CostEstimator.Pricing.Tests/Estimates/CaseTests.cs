using CostEstimator.Pricing.Estimates;
using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.Estimates;

public sealed class CaseTests
{
    private static readonly Fact Clinic = new("clinic", 0, ["a", "b"]);
    private static readonly Fact Donor = new("donor", 1, ["related", "unrelated"]);

    [Fact]
    public void Stated_FactsInAnyOrder_AreInTheOrderOfTheFacts()
    {
        var stated = new Case([new(Donor, "unrelated"), new(Clinic, "a")]).Stated;

        Assert.Equal([Clinic, Donor], stated.Select(fact => fact.Fact));
        Assert.Equal(["a", "unrelated"], stated.Select(fact => fact.Value));
    }

    [Fact]
    public void Unknown_Always_StatesNothing() => Assert.Empty(Case.Unknown.Stated);

    [Theory]
    [InlineData("cord-blood")]
    [InlineData("Related")]
    [InlineData("")]
    public void Constructor_ValueThatTheFactDoesNotHave_Throws(string value) =>
        Assert.Throws<ArgumentException>(() => new Case([new(Donor, value)]));

    [Fact]
    public void Constructor_FactTwice_Throws() =>
        Assert.Throws<ArgumentException>(() => new Case([new(Donor, "related"), new(Clinic, "a"), new(Donor, "unrelated")]));

    [Fact]
    public void ValueIndexOf_Fact_IsThePlaceOfItsValueOrMinusOne()
    {
        var known = new Case([new(Donor, "unrelated")]);

        Assert.Equal(1, known.ValueIndexOf(Donor));
        Assert.Equal(-1, known.ValueIndexOf(Clinic));
    }
}
