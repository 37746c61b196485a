using CostEstimator.Pricing.PriceLists;

namespace CostEstimator.Pricing.Tests.PriceLists;

public sealed class TreatmentTests
{
    [Fact]
    public void Constructor_CodeUnitAndQuantity_KeepsThem()
    {
        var treatment = new Treatment("chemotherapy", "course", new Quantity(1, null));

        Assert.Equal("chemotherapy", treatment.Code);
        Assert.Equal("course", treatment.Unit);
        Assert.Equal(new Quantity(1, null), treatment.DefaultQuantity);
        Assert.Equal("chemotherapy", treatment.ToString());
    }

    [Theory]
    [InlineData("Chemotherapy", "course")]
    [InlineData("chemotherapy", "a course")]
    public void Constructor_MalformedCode_Throws(string code, string unit) =>
        Assert.Throws<ArgumentException>(() => new Treatment(code, unit, Quantity.Exactly(1)));

    [Fact]
    public void Constructor_NoDefaultQuantity_Throws() =>
        Assert.Throws<ArgumentNullException>(() => new Treatment("chemotherapy", "course", null!));
}
