using CostEstimator.Pricing.PriceLists;
using CostEstimator.Pricing.Programmes;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.DataFiles;

public sealed class ProgrammesFileTests
{
    private const string File = "programmes.csv";

    [Fact]
    public void Read_Rows_GivesStagesAndItemsInTheirOrder()
    {
        var list = DataSet.Small().Data().List;

        var programme = Assert.Single(list.Programmes);

        Assert.Equal("leukaemia", programme.Code);
        Assert.Equal([new Stage("leukaemia", "before"), new Stage("leukaemia", "after")], programme.Stages);
        Assert.Equal(
            ["before: chemotherapy if ''", "after: transplant if 'donor=related;stage=early|late'", "after: chemotherapy if 'stage=late'"],
            programme.Items.Select(item => $"{item.Stage!.Code}: {item.Treatment} if '{item.Conditions}'"));
        Assert.Equal(["assumed-courses", null, null], programme.Items.Select(item => item.Assumption));
        Assert.Same(list.FindTreatment("transplant"), programme.Items[1].Treatment);
    }

    [Theory]
    [InlineData("", "", 1, 2)]
    [InlineData("3", "", 3, null)]
    [InlineData("3", "3", 3, 3)]
    [InlineData("1", "1000", 1, 1000)]
    public void Read_Quantity_IsTheTreatmentsOwnOrTheOneStated(string min, string max, int least, int? most) =>
        Assert.Equal(
            new Quantity(least, most),
            DataSet.Small().Change(File, "early|late,,,", $"early|late,{min},{max},").Data().List.Programmes[0].Items[1].Quantity);

    [Fact]
    public void Read_SeveralProgrammes_AreInTheOrderInWhichTheyFirstStand()
    {
        var programmes = DataSet.Small()
            .Append(File, "a-first,before,chemotherapy,,,,\na-first,after,chemotherapy,,,,")
            .Append("texts.csv", "programme.a-first,a,b,c\nstage.a-first.before,a,b,c\nstage.a-first.after,a,b,c")
            .Data().List.Programmes;

        Assert.Equal(["leukaemia", "a-first"], programmes.Select(programme => programme.Code));
        Assert.Equal([new Stage("a-first", "before"), new Stage("a-first", "after")], programmes[1].Stages);
    }

    [Fact]
    public void Read_NoProgramme_IsNoFault()
    {
        var set = DataSet.Small()
            .RemoveRows(File, "leukaemia,")
            .RemoveRows("texts.csv", "programme.")
            .RemoveRows("texts.csv", "stage.")
            .RemoveRows("texts.csv", "note.assumed-courses");

        Expect.Nothing(set.Read());
        Assert.Empty(set.Data().List.Programmes);
    }

    [Fact]
    public void Read_FileMissing_IsAWarning()
    {
        var set = DataSet.Small()
            .Without(File)
            .RemoveRows("texts.csv", "programme.")
            .RemoveRows("texts.csv", "stage.")
            .RemoveRows("texts.csv", "note.assumed-courses");

        Expect.Warning(set.Read(), File, null, "the file is missing: there are no programmes");
        Assert.Empty(set.Data().List.Programmes);
    }

    [Fact]
    public void Read_FolderInPlaceOfTheFile_IsAFault()
    {
        using var folder = new TempFolder();
        DataSet.Small().Without(File).WriteTo(folder);
        Directory.CreateDirectory(folder.FileNamed(File));

        Expect.Fault(Storage.DataFiles.DataDirectory.Read(folder.Path, DataSet.Today), File, null, "the file cannot be read");
    }

    [Theory]
    [InlineData(",after,transplant,,,,", "programme is empty")]
    [InlineData("Leukaemia,after,transplant,,,,", "programme 'Leukaemia' is not a code: lower-case letters and digits")]
    [InlineData("leukaemia,,transplant,,,,", "stage is empty")]
    [InlineData("leukaemia,After it,transplant,,,,", "stage 'After it' is not a code")]
    [InlineData("leukaemia,after,,,,,", "treatment is empty")]
    [InlineData("leukaemia,after,Transplant,,,,", "treatment 'Transplant' is not a code")]
    [InlineData("leukaemia,after,surgery,,,,", "treatment 'surgery' is unknown; treatments.csv does not have it")]
    [InlineData("leukaemia,after,transplant,age=young,,,", "condition 'age=young' is on fact 'age', which facts.csv does not have")]
    [InlineData("leukaemia,after,transplant,stage=middle,,,", "has value 'middle', but fact 'stage' has early, late")]
    [InlineData("leukaemia,after,transplant,stage,,,", "condition 'stage' is not of the form fact=value|value")]
    [InlineData("leukaemia,after,transplant,,0,,", "min_quantity '0' is not a whole number from 1 to 1000")]
    [InlineData("leukaemia,after,transplant,,1,1001,", "max_quantity '1001' is not a whole number from 1 to 1000")]
    [InlineData("leukaemia,after,transplant,,some,,", "min_quantity 'some' is not a whole number")]
    [InlineData("leukaemia,after,transplant,,,2,", "min_quantity is empty")]
    [InlineData("leukaemia,after,transplant,,3,2,", "min_quantity 3 is above max_quantity 2")]
    [InlineData("leukaemia,after,transplant,,,,Assumed", "note 'Assumed' is not a code")]
    [InlineData("leukaemia,after,transplant,,,,assumed", "texts.csv has no text 'note.assumed'")]
    [InlineData("leukaemia,later,transplant,,,,", "texts.csv has no text 'stage.leukaemia.later'")]
    public void Read_BadRow_IsAFault(string row, string reason) =>
        Expect.Fault(DataSet.Small().Append(File, row).Read(), File, 5, reason);

    [Fact]
    public void Read_ProgrammeWithoutATextOfAny_IsAFaultOfEach() =>
        Expect.Faults(
            DataSet.Small().Append(File, "lymphoma,before,transplant,,,,\nlymphoma,after,transplant,,,,").Read(),
            (File, 5, "texts.csv has no text 'programme.lymphoma'"),
            (File, 5, "texts.csv has no text 'stage.lymphoma.before'"),
            (File, 6, "texts.csv has no text 'stage.lymphoma.after'"));

    [Fact]
    public void Read_SeveralFaultsInARow_AreAllFound() =>
        Expect.Faults(
            DataSet.Small().Append(File, "Leukaemia,After,surgery,age=young,x,y,Note").Read(),
            (File, 5, "programme 'Leukaemia'"),
            (File, 5, "stage 'After'"),
            (File, 5, "treatment 'surgery' is unknown"),
            (File, 5, "on fact 'age'"),
            (File, 5, "min_quantity 'x'"),
            (File, 5, "max_quantity 'y'"),
            (File, 5, "note 'Note'"));

    [Theory]
    [InlineData("treatments.csv", "transplant,procedure,1,2", "transplant,procedure,x,2", "'x'")]
    [InlineData("treatments.csv", "transplant,procedure,1,2", "transplant,procedure,1", "fields, not")]
    [InlineData("facts.csv", "donor,related", "donor,related,", "fields, not")]
    public void Read_FaultOfAnotherFile_MakesNoFaultOfTheItems(string file, string from, string to, string reason)
    {
        var reading = DataSet.Small().Change(file, from, to).Read();

        Expect.Fault(reading, file, Assert.Single(reading.Faults).Line, reason);
    }

    [Fact]
    public void Read_StageInTwoPlaces_IsAFaultOfTheRowThatStandsApart() =>
        Expect.Fault(
            DataSet.Small().Append(File, "leukaemia,before,transplant,,,,\nleukaemia,before,chemotherapy,stage=late,,,").Read(),
            File, 5, "stage 'before' of programme 'leukaemia' has rows further up, apart from this one; keep the rows of a stage together");

    [Fact]
    public void Read_ProgrammeInTwoPlaces_IsAFaultOfTheRowThatStandsApart() =>
        Expect.Fault(
            DataSet.Small()
                .Append(File, "lymphoma,before,transplant,,,,\nleukaemia,after,chemotherapy,,,,\nleukaemia,after,transplant,,,,")
                .Append("texts.csv", "programme.lymphoma,a,b,c\nstage.lymphoma.before,a,b,c")
                .Read(),
            File, 6, "programme 'leukaemia' has rows further up, apart from this one; keep the rows of a programme together");

    [Fact]
    public void Read_RowOfABadProgrammeInBetween_PartsNothing() =>
        Expect.Fault(
            DataSet.Small().Append(File, "Lymphoma,before,transplant,,,,\nleukaemia,after,transplant,,,,").Read(),
            File, 5, "programme 'Lymphoma' is not a code");

    [Fact]
    public void Read_RowOfABadStageInBetween_PartsNothing() =>
        Expect.Fault(
            DataSet.Small().Append(File, "leukaemia,After,transplant,,,,\nleukaemia,after,transplant,,,,").Read(),
            File, 5, "stage 'After' is not a code");

    [Theory]
    [InlineData("leukaemia,after,chemotherapy,stage=late,9,9,")]
    [InlineData("leukaemia,after,transplant,stage=late|early;donor=related,9,9,")]
    public void Read_SameTreatmentTwiceUnderTheSameConditions_IsAWarning(string row) =>
        Expect.Warning(
            DataSet.Small().Append(File, row).Read(),
            File, 5, "in stage 'after' of programme 'leukaemia' under the same conditions; both count");

    [Theory]
    [InlineData("leukaemia,after,chemotherapy,stage=early,1,1,")]
    [InlineData("leukaemia,after,chemotherapy,stage=early|late,1,1,")]
    [InlineData("leukaemia,after,chemotherapy,,1,1,")]
    [InlineData("leukaemia,after,transplant,stage=late,1,1,")]
    public void Read_SameTreatmentUnderOtherConditions_IsNoFault(string row) =>
        Expect.Nothing(DataSet.Small().Append(File, row).Read());

    [Fact]
    public void Read_SameTreatmentInAnotherStageOrProgramme_IsNoFault() =>
        Expect.Nothing(
            DataSet.Small()
                .Append(File, "leukaemia,later,chemotherapy,stage=late,1,3,\nlymphoma,after,chemotherapy,stage=late,1,3,")
                .Append("texts.csv", "stage.leukaemia.later,a,b,c\nprogramme.lymphoma,a,b,c\nstage.lymphoma.after,a,b,c")
                .Read());
}
