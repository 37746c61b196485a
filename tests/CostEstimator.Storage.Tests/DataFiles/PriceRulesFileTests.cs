using CostEstimator.Storage.Tests.Fixtures;
using NodaMoney;

namespace CostEstimator.Storage.Tests.DataFiles;

public sealed class PriceRulesFileTests
{
    private const string File = "price-rules.csv";

    [Fact]
    public void Read_Row_GivesTheRule()
    {
        var data = DataSet.Small().Data();

        var rule = data.List.FindRule("chemotherapy-new")!;

        Assert.Same(data.List.FindTreatment("chemotherapy"), rule.Treatment);
        Assert.Equal(new Money(1600.50m, "USD"), rule.Range.Low);
        Assert.Equal(new Money(2000m, "USD"), rule.Range.High);
        Assert.Equal(new DateOnly(2026, 1, 1), rule.Validity.From);
        Assert.Null(rule.Validity.To);
        Assert.Equal("list", rule.Source.Code);
        Assert.Equal("per-course", rule.Note);
        Assert.True(data.List.FindRule("chemotherapy-old")!.Range.IsOpen);
    }

    [Theory]
    [InlineData(",chemotherapy,,USD,1,,2000-01-01,2001-01-01,list,", "code is empty")]
    [InlineData("R,chemotherapy,,USD,1,,2000-01-01,2001-01-01,list,", "code 'R' is not a code")]
    [InlineData("chemotherapy-old,chemotherapy,,USD,1,,2000-01-01,2001-01-01,list,", "price rule 'chemotherapy-old' stands twice")]
    [InlineData("r,,,USD,1,,,,list,", "treatment is empty")]
    [InlineData("r,Chemotherapy,,USD,1,,,,list,", "treatment 'Chemotherapy' is not a code")]
    [InlineData("r,surgery,,USD,1,,,,list,", "treatment 'surgery' is unknown; treatments.csv does not have it")]
    [InlineData("r,transplant,,USD,1,,,,,", "source is empty")]
    [InlineData("r,transplant,,USD,1,,,,List,", "source 'List' is not a code")]
    [InlineData("r,transplant,,USD,1,,,,page,", "source 'page' is unknown; sources.csv does not have it")]
    [InlineData("r,transplant,,USD,1,,,,list,Note", "note 'Note' is not a code")]
    [InlineData("r,transplant,,,1,,,,list,", "currency '' is not a code of ISO 4217")]
    [InlineData("r,transplant,,usd,1,,,,list,", "currency 'usd' is not a code of ISO 4217")]
    [InlineData("r,transplant,,USDT,1,,,,list,", "currency 'USDT' is not a code of ISO 4217")]
    [InlineData("r,transplant,,AAA,1,,,,list,", "currency 'AAA' is not a code of ISO 4217")]
    [InlineData("r,transplant,,USD,,,,,list,", "low is empty")]
    [InlineData("r,transplant,,USD,80000,60000,,,list,", "low 80000 is above high 60000")]
    [InlineData("r,transplant,,USD,0.02,0.01,,,list,", "low 0.02 is above high 0.01")]
    public void Read_BadRow_IsAFault(string row, string reason)
    {
        var reading = DataSet.Small().Append(File, row).Read();

        Expect.Fault(reading, File, 6, reason);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-01-01")]
    [InlineData("2026-01-02", "2026-01-01")]
    public void Read_NoDayInForce_IsAFault(string from, string to) =>
        Expect.Fault(
            DataSet.Small().Append(File, $"r,transplant,,USD,1,,{from},{to},list,").Read(),
            File, 6, $"no day is in force: valid_to {to} is the first day no longer in force, and not after valid_from {from}");

    [Fact]
    public void Read_OneDayInForce_IsNoFault() =>
        Assert.Empty(DataSet.Small().Append(File, "r,transplant,,USD,1,,2026-01-01,2026-01-02,list,").Read().Faults);

    [Theory]
    [InlineData("2026-1-1")]
    [InlineData("01.01.2026")]
    [InlineData("2026-02-29")]
    [InlineData("2026-01-01 ")]
    [InlineData("26-01-01")]
    [InlineData("always")]
    public void Read_BadDay_IsAFaultInEitherColumn(string day) =>
        Expect.Faults(
            DataSet.Small().Append(File, $"r,transplant,,USD,1,,{day},{day},list,").Read(),
            (File, 6, $"valid_from '{day}' is not a day of the form yyyy-MM-dd"),
            (File, 6, $"valid_to '{day}' is not a day of the form yyyy-MM-dd"));

    [Fact]
    public void Read_SeveralFaultsInARow_AreAllFound() =>
        Expect.Faults(
            DataSet.Small().Append(File, "R,surgery,donor,usd,x,y,1,2,page,N").Read(),
            (File, 6, "code 'R'"),
            (File, 6, "treatment 'surgery' is unknown"),
            (File, 6, "condition 'donor'"),
            (File, 6, "currency 'usd'"),
            (File, 6, "low 'x'"),
            (File, 6, "high 'y'"),
            (File, 6, "valid_from '1'"),
            (File, 6, "valid_to '2'"),
            (File, 6, "source 'page' is unknown"),
            (File, 6, "note 'N'"));

    [Fact]
    public void Read_CodeTwiceAndAnotherFault_AreBothFound() =>
        Expect.Faults(
            DataSet.Small().Append(File, "chemotherapy-old,surgery,,USD,1,,,,list,").Read(),
            (File, 6, "treatment 'surgery' is unknown"),
            (File, 6, "price rule 'chemotherapy-old' stands twice"));
}
