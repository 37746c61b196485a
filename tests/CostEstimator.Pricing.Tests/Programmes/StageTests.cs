using CostEstimator.Pricing.Programmes;

namespace CostEstimator.Pricing.Tests.Programmes;

public sealed class StageTests
{
    [Fact]
    public void Constructor_ProgrammeAndCode_KeepsThem()
    {
        var stage = new Stage("acute-leukaemia", "induction");

        Assert.Equal("acute-leukaemia", stage.Programme);
        Assert.Equal("induction", stage.Code);
    }

    [Theory]
    [InlineData("Acute-leukaemia", "induction")]
    [InlineData("acute-leukaemia", "re induction")]
    [InlineData("", "induction")]
    [InlineData("acute-leukaemia", "")]
    public void Constructor_MalformedCode_Throws(string programme, string code) =>
        Assert.Throws<ArgumentException>(() => new Stage(programme, code));

    [Fact]
    public void Equals_SameCodeInAnotherProgramme_False()
    {
        Assert.Equal(new Stage("acute-leukaemia", "induction"), new Stage("acute-leukaemia", "induction"));
        Assert.NotEqual(new Stage("acute-leukaemia", "induction"), new Stage("lymphoma", "induction"));
    }
}
