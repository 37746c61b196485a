using CostEstimator.Storage.DataFiles;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.DataFiles;

public sealed class DataDirectoryTests
{
    [Fact]
    public void Read_SeedData_HasNoFaultAndTheOneDisagreement()
    {
        var reading = SeedData.Read();

        Expect.Warning(reading, "price-rules.csv", Assert.Single(reading.Warnings).Line, "their sources disagree");
        Assert.Contains("'autologous-bmt-from-list' and 'autologous-bmt-from-text'", reading.Warnings[0].Reason);
    }

    [Fact]
    public void Read_SmallSet_HasNeitherFaultNorWarning() => Expect.Nothing(DataSet.Small().Read());

    [Fact]
    public void Read_FaultsInEveryFile_AreAllFoundInTheOrderOfFilesAndLines()
    {
        var set = DataSet.Small()
            .Append("texts.csv", "disclaimer,a,b,c")
            .Append("price-rules.csv", "r,transplant,,USD,2,1,,,list,\ns,surgery,,USD,1,,,,list,no-such-note")
            .Append("programmes.csv", "leukaemia,after,transplant,,3,2,")
            .With("exchange-rates/later.xml", "no XML")
            .Change("exchange-rates/2026-09-18.xml", "48.6116", "-48.6116")
            .Append("sources.csv", "other,T,P,L,soon")
            .Append("facts.csv", "stage,late")
            .Append("treatments.csv", "surgery,session,1,")
            .Change("treatments.csv", "transplant,procedure,1,2", "transplant,procedure,0,2")
            .RemoveRows("texts.csv", "treatment.chemotherapy,");

        Expect.Faults(
            set.Read(),
            ("treatments.csv", 2, "texts.csv has no text 'treatment.chemotherapy'"),
            ("treatments.csv", 3, "min_quantity '0'"),
            ("treatments.csv", 4, "texts.csv has no text 'treatment.surgery'"),
            ("treatments.csv", 4, "texts.csv has no text 'unit.session'"),
            ("facts.csv", 6, "value 'late' of fact 'stage' stands twice"),
            ("sources.csv", 3, "read_on 'soon'"),
            ("price-rules.csv", 6, "low 2 is above high 1"),
            ("price-rules.csv", 7, "texts.csv has no text 'note.no-such-note'"),
            ("programmes.csv", 5, "min_quantity 3 is above max_quantity 2"),
            ("exchange-rates/2026-09-18.xml", 6, "ForexBuying '-48.6116'"),
            ("exchange-rates/later.xml", 1, "not whole, well-formed XML"),
            ("texts.csv", 17, "key 'disclaimer' stands twice"));
    }

    [Fact]
    public void Read_AllFilesMissing_SaysSoOfEach() =>
        Expect.Faults(
            new DataSet().Read(),
            ("treatments.csv", null, "the file is missing"),
            ("facts.csv", null, "the file is missing"),
            ("sources.csv", null, "the file is missing"),
            ("price-rules.csv", null, "the file is missing"),
            ("texts.csv", null, "the file is missing"));

    [Theory]
    [InlineData("treatments.csv", "transplant,procedure,1,2", "transplant,procedure,1", 3)]
    [InlineData("facts.csv", "stage,late", "stage,late,", 5)]
    [InlineData("sources.csv", "The Clinic,", "The Clinic,Town,", 2)]
    [InlineData("programmes.csv", "transplant,donor", "transplant,,donor", 3)]
    [InlineData("texts.csv", "fact.stage.late,Late", "fact.stage.late,Late,later", 11)]
    public void Read_RowThatCannotBeRead_MakesNoFaultOfTheRowsThatNeedIt(string file, string from, string to, int line) =>
        Expect.Fault(DataSet.Small().Change(file, from, to).Read(), file, line, "fields, not");

    [Fact]
    public void Read_RowThatCannotBeRead_LeavesOtherFilesChecked() =>
        Expect.Faults(
            DataSet.Small().Append("treatments.csv", "surgery").Append("price-rules.csv", "r,surgery,,USD,x,,,,page,").Read(),
            ("treatments.csv", 4, "the row has 1 fields"),
            ("price-rules.csv", 6, "low 'x'"),
            ("price-rules.csv", 6, "source 'page' is unknown"));

    [Fact]
    public void Read_AFault_GivesNoBulletinEither() =>
        Assert.Empty(DataSet.Small().Append("facts.csv", "stage,late").Read().Bulletins);

    [Fact]
    public void Read_DirectoryMissing_IsTheOnlyFault()
    {
        using var folder = new TempFolder();
        var missing = folder.FileNamed("missing");

        Expect.Fault(DataDirectory.Read(missing, DataSet.Today), missing, null, "the data directory does not exist");
    }

    [Fact]
    public void Read_FileInPlaceOfTheDirectory_IsTheOnlyFault()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.FileNamed("data"), "");

        Expect.Fault(
            DataDirectory.Read(folder.FileNamed("data"), DataSet.Today), folder.FileNamed("data"), null, "the data directory does not exist");
    }

    [Theory]
    [InlineData("price_rules.csv")]
    [InlineData("Texts.csv")]
    [InlineData("texts.csv~")]
    public void Read_UnknownFile_IsAWarning(string file)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && file == "Texts.csv", "The file system does not tell the two names apart.");

        Expect.Warning(DataSet.Small().With(file, "").Read(), file, null, "not a data file of this version; it is not read");
    }

    [Fact]
    public void Read_UnknownFolder_IsAWarning()
    {
        using var folder = new TempFolder();
        DataSet.Small().WriteTo(folder);
        Directory.CreateDirectory(folder.FileNamed("old"));

        Expect.Warning(DataDirectory.Read(folder.Path, DataSet.Today), "old", null, "not a data file of this version");
    }
}
