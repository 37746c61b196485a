using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.DataFiles;

public sealed class ConditionsParserTests
{
    private const string File = "price-rules.csv";

    [Theory]
    [InlineData("", "")]
    [InlineData("donor=related", "donor=related")]
    [InlineData("donor=unrelated|related", "donor=related|unrelated")]
    [InlineData("stage=late;donor=related", "donor=related;stage=late")]
    [InlineData("stage=late|early;donor=unrelated", "donor=unrelated;stage=early|late")]
    public void Parse_RightForm_GivesTheConditionsInTheOrderOfTheFacts(string written, string conditions)
    {
        var data = DataSet.Small().Append(File, $"r,transplant,{written},USD,1,,,,list,").Data();

        Assert.Equal(conditions, data.List.FindRule("r")!.Conditions.ToString());
    }

    [Theory]
    [InlineData("donor", "condition 'donor' is not of the form fact=value|value")]
    [InlineData("donor=related=unrelated", "condition 'donor=related=unrelated' is not of the form fact=value|value")]
    [InlineData("donor=related;", "condition '' is not of the form fact=value|value")]
    [InlineData(" ", "condition ' ' is not of the form fact=value|value")]
    [InlineData("age=young", "condition 'age=young' is on fact 'age', which facts.csv does not have")]
    [InlineData("Donor=related", "condition 'Donor=related' is on fact 'Donor', which facts.csv does not have")]
    [InlineData("donor = related", "condition 'donor = related' is on fact 'donor ', which facts.csv does not have")]
    [InlineData("=related", "condition '=related' is on fact '', which facts.csv does not have")]
    [InlineData("donor=", "condition 'donor=' has value '', but fact 'donor' has related, unrelated")]
    [InlineData("donor=sibling", "condition 'donor=sibling' has value 'sibling', but fact 'donor' has related, unrelated")]
    [InlineData("donor=Related", "condition 'donor=Related' has value 'Related', but fact 'donor' has related, unrelated")]
    [InlineData("donor=related|late", "condition 'donor=related|late' has value 'late', but fact 'donor' has related, unrelated")]
    [InlineData("donor=related|related", "condition 'donor=related|related' has value 'related' twice")]
    [InlineData("donor=related;donor=unrelated", "conditions has fact 'donor' twice; join its values with '|'")]
    public void Parse_WrongForm_IsAFault(string conditions, string reason) =>
        Expect.Fault(DataSet.Small().Append(File, $"r,transplant,{conditions},USD,1,,,,list,").Read(), File, 6, reason);

    [Fact]
    public void Parse_SeveralWrongParts_AreAllFound() =>
        Expect.Faults(
            DataSet.Small().Append(File, "r,transplant,donor=a|b|related|related;age=1;stage,USD,1,,,,list,").Read(),
            (File, 6, "has value 'a'"),
            (File, 6, "has value 'b'"),
            (File, 6, "has value 'related' twice"),
            (File, 6, "is on fact 'age'"),
            (File, 6, "condition 'stage' is not of the form"));

    [Fact]
    public void Parse_CommaBetweenConditions_IsARowOfTooManyFields() =>
        Expect.Fault(
            DataSet.Small().Append(File, "r,transplant,donor=related,stage=late,USD,1,,,,list,").Read(),
            File, 6, "the row has 11 fields, not 10; quote a field that holds a comma");
}
