using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.DataFiles;

public sealed class FactsFileTests
{
    private const string File = "facts.csv";

    [Fact]
    public void Read_RowsOfAFactApart_GivesFactsAndValuesInTheirFirstOrder()
    {
        var set = DataSet.Small().With(File, "fact,value\nstage,late\ndonor,unrelated\nstage,early\ndonor,related\n");

        var facts = set.Data().List.Facts;

        Assert.Equal(["stage", "donor"], facts.Select(fact => fact.Code));
        Assert.Equal([0, 1], facts.Select(fact => fact.Order));
        Assert.Equal(["late", "early"], facts[0].Values);
        Assert.Equal(["unrelated", "related"], facts[1].Values);
    }

    [Fact]
    public void Read_NoFact_IsNoFault()
    {
        var set = DataSet.Small()
            .With(File, "fact,value\n")
            .RemoveRows("texts.csv", "fact.")
            .RemoveRows("price-rules.csv", "transplant")
            .RemoveRows("programmes.csv", "leukaemia,after,");

        Assert.Empty(set.Data().List.Facts);
    }

    [Theory]
    [InlineData(",related", "fact is empty")]
    [InlineData("Donor,related", "fact 'Donor' is not a code")]
    [InlineData("donor,", "value is empty")]
    [InlineData("donor,Haplo", "value 'Haplo' is not a code")]
    [InlineData("donor,a.b", "value 'a.b' is not a code")]
    [InlineData("donor,unrelated", "value 'unrelated' of fact 'donor' stands twice")]
    public void Read_BadRow_IsAFault(string row, string reason) =>
        Expect.Fault(DataSet.Small().Append(File, row).Read(), File, 6, reason);

    [Fact]
    public void Read_BothColumnsBad_AreBothFound() =>
        Expect.Faults(
            DataSet.Small().Append(File, "Donor,Haplo").Read(),
            (File, 6, "fact 'Donor' is not a code"),
            (File, 6, "value 'Haplo' is not a code"));

    [Fact]
    public void Read_ValueOfTwoFacts_IsNoFault() =>
        Expect.Nothing(DataSet.Small().Append(File, "stage,related").Append("texts.csv", "fact.stage.related,a,b,c").Read());

    [Theory]
    [InlineData("donor,related", "donor,Related")]
    [InlineData("stage,late", "stage,Late")]
    public void Read_BadValue_DoesNotHideThatRulesNameAnother(string row, string bad) =>
        Assert.Equal(
            [File, "price-rules.csv", "programmes.csv"], DataSet.Small().Change(File, row, bad).Read().Faults.Select(fault => fault.File).Distinct());
}
