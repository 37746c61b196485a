using CostEstimator.Pricing.PriceLists;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.DataFiles;

public sealed class TreatmentsFileTests
{
    private const string File = "treatments.csv";

    [Fact]
    public void Read_RowsInOrder_GivesTreatmentsInTheirOrder() =>
        Assert.Equal(
            [new Treatment("chemotherapy", "course", new Quantity(1, null)), new Treatment("transplant", "procedure", new Quantity(1, 2))],
            DataSet.Small().Data().List.Treatments);

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    [InlineData("99999999999")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.5")]
    [InlineData("1e1")]
    [InlineData("1 ")]
    [InlineData(" 1")]
    [InlineData("٣")]
    [InlineData("1\0")]
    [InlineData("one")]
    public void Read_BadQuantity_IsAFaultInEitherColumn(string quantity)
    {
        Expect.Fault(
            DataSet.Small().Change(File, "chemotherapy,course,1,", $"chemotherapy,course,{quantity},").Read(),
            File, 2, $"min_quantity '{quantity}' is not a whole number from 1 to 1000");
        Expect.Fault(
            DataSet.Small().Change(File, "chemotherapy,course,1,", $"chemotherapy,course,1,{quantity}").Read(),
            File, 2, $"max_quantity '{quantity}' is not a whole number from 1 to 1000");
    }

    [Fact]
    public void Read_LeastAndGreatestQuantity_AreNoFault() =>
        Expect.Nothing(DataSet.Small().Change(File, "chemotherapy,course,1,", "chemotherapy,course,1,1000").Read());

    [Fact]
    public void Read_MinQuantityEmpty_IsAFault() =>
        Expect.Fault(DataSet.Small().Change(File, "course,1,", "course,,2").Read(), File, 2, "min_quantity is empty");

    [Fact]
    public void Read_MinAboveMax_IsAFault() =>
        Expect.Fault(
            DataSet.Small().Change(File, "course,1,", "course,3,2").Read(), File, 2, "min_quantity 3 is above max_quantity 2");

    [Fact]
    public void Read_CodeTwice_IsAFaultOfTheLaterRow() =>
        Expect.Fault(
            DataSet.Small().Append(File, "chemotherapy,course,2,2").Read(), File, 4, "treatment 'chemotherapy' stands twice");

    [Theory]
    [InlineData("", "code is empty")]
    [InlineData("Surgery", "code 'Surgery' is not a code: lower-case letters and digits")]
    [InlineData("bone_marrow", "code 'bone_marrow' is not a code")]
    [InlineData("-a", "code '-a' is not a code")]
    [InlineData("a-", "code 'a-' is not a code")]
    [InlineData("a--b", "code 'a--b' is not a code")]
    [InlineData(" a", "code ' a' is not a code")]
    [InlineData("ışın", "code 'ışın' is not a code")]
    public void Read_BadCode_IsAFault(string code, string reason) =>
        Expect.Fault(DataSet.Small().Append(File, $"{code},course,1,").Read(), File, 4, reason);

    [Fact]
    public void Read_CodeOf101Characters_IsAFault()
    {
        var longest = new string('a', 100);

        Expect.Fault(DataSet.Small().Append(File, $"{longest}a,course,1,").Read(), File, 4, "is not a code");
        Expect.Nothing(DataSet.Small().Append(File, $"{longest},course,1,").Append("texts.csv", $"treatment.{longest},a,b,c").Read());
    }

    [Theory]
    [InlineData("", "unit is empty")]
    [InlineData("Course", "unit 'Course' is not a code")]
    public void Read_BadUnit_IsAFault(string unit, string reason) =>
        Expect.Fault(DataSet.Small().Change(File, ",course,", $",{unit},").Read(), File, 2, reason);

    [Fact]
    public void Read_SeveralFaultsInARow_AreAllFound() =>
        Expect.Faults(
            DataSet.Small().Append(File, "Surgery,,,0").Read(),
            (File, 4, "code 'Surgery' is not a code"),
            (File, 4, "unit is empty"),
            (File, 4, "max_quantity '0' is not a whole number"),
            (File, 4, "min_quantity is empty"));

    [Fact]
    public void Read_RowWithAFaultInAnotherColumn_IsStillKnownToRules() =>
        Expect.Fault(DataSet.Small().Change(File, "transplant,procedure,1,2", "transplant,procedure,x,2").Read(), File, 3, "'x'");

    [Fact]
    public void Read_BadCode_DoesNotHideThatRulesNameAnotherTreatment() =>
        Assert.Equal(
            [File, "price-rules.csv", "programmes.csv"],
            DataSet.Small().Change(File, "transplant,", "transplant-,").Read().Faults.Select(fault => fault.File).Distinct());

    [Fact]
    public void Read_NoTreatmentAtAll_IsAFault()
    {
        var set = DataSet.Small().RemoveRows(File, "chemo").RemoveRows(File, "trans")
            .RemoveRows("price-rules.csv", "chemo").RemoveRows("price-rules.csv", "trans").RemoveRows("programmes.csv", "leukaemia,");

        Expect.Fault(set.Read(), File, null, "there is no treatment");
        Expect.Faults(
            set.Change("sources.csv", "list,Price list,", "list,,").Read(), (File, null, "there is no treatment"), ("sources.csv", 2, "title is empty"));
    }
}
