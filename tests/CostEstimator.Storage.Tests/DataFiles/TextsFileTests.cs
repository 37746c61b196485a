using CostEstimator.Storage.PriceLists;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.DataFiles;

public sealed class TextsFileTests
{
    private const string File = "texts.csv";

    [Fact]
    public void Read_Row_GivesTheTextOfEachLanguage() =>
        Assert.Equal(
            new Text("fact.stage.late", "Late", "Поздняя", "Geç"), DataSet.Small().Data().Texts.Find("fact.stage.late"));

    [Theory]
    [InlineData("treatment.chemotherapy", "treatments.csv", 2)]
    [InlineData("unit.procedure", "treatments.csv", 3)]
    [InlineData("fact.donor", "facts.csv", 2)]
    [InlineData("fact.donor.unrelated", "facts.csv", 3)]
    [InlineData("note.per-course", "price-rules.csv", 3)]
    [InlineData("programme.leukaemia", "programmes.csv", 2)]
    [InlineData("stage.leukaemia.after", "programmes.csv", 3)]
    [InlineData("note.assumed-courses", "programmes.csv", 2)]
    [InlineData("disclaimer", "texts.csv", null)]
    public void Read_TextMissing_IsAFaultOfTheFirstPlaceThatNeedsIt(string key, string file, int? line) =>
        Expect.Fault(DataSet.Small().RemoveRows(File, $"{key},").Read(), file, line, $"texts.csv has no text '{key}'");

    [Fact]
    public void Read_TextThatTwoRowsNeedMissing_IsOneFault() =>
        Expect.Fault(
            DataSet.Small()
                .RemoveRows(File, "unit.procedure,")
                .Append("treatments.csv", "other,procedure,1,1")
                .Append(File, "treatment.other,a,b,c")
                .Read(),
            "treatments.csv", 3, "texts.csv has no text 'unit.procedure'");

    [Theory]
    [InlineData("Late,Поздняя,Geç", ",Поздняя,Geç", "en is empty")]
    [InlineData("Late,Поздняя,Geç", "Late,,Geç", "ru is empty")]
    [InlineData("Late,Поздняя,Geç", "Late,Поздняя, ", "tr is empty")]
    public void Read_TextEmpty_IsAFault(string from, string to, string reason) =>
        Expect.Fault(DataSet.Small().Change(File, from, to).Read(), File, 11, reason);

    [Fact]
    public void Read_TextEmptyInAllLanguages_AreThreeFaults() =>
        Expect.Faults(
            DataSet.Small().Change(File, "Late,Поздняя,Geç", ",,").Read(),
            (File, 11, "en is empty"),
            (File, 11, "ru is empty"),
            (File, 11, "tr is empty"));

    [Fact]
    public void Read_KeyEmpty_DoesNotHideThatATextIsMissing() =>
        Expect.Faults(
            DataSet.Small().Change(File, "fact.stage.late", "").Read(),
            ("facts.csv", 5, "texts.csv has no text 'fact.stage.late'"),
            (File, 11, "key is empty"));

    [Fact]
    public void Read_KeyTwice_IsAFaultOfTheLaterRow() =>
        Expect.Fault(DataSet.Small().Append(File, "disclaimer,a,b,c").Read(), File, 18, "key 'disclaimer' stands twice");

    [Theory]
    [InlineData("course|courses", "one|two|three", "en 'one|two|three' needs 1 or 2 forms of the word, joined by '|'")]
    [InlineData("course|courses", "course|", "en 'course|' needs 1 or 2 forms")]
    [InlineData("курс|курса|курсов", "курс|курса", "ru 'курс|курса' needs 1 or 3 forms")]
    [InlineData("курс|курса|курсов", "курс|курса|курсов|курсы", "ru 'курс|курса|курсов|курсы' needs 1 or 3 forms")]
    [InlineData("курс|курса|курсов", "курс| |курсов", "ru 'курс| |курсов' needs 1 or 3 forms")]
    [InlineData(",kür", ",kür|kürler|kürü", "tr 'kür|kürler|kürü' needs 1 or 2 forms")]
    [InlineData(",kür", ",|kür", "tr '|kür' needs 1 or 2 forms")]
    public void Read_WrongFormsOfAUnit_IsAFault(string from, string to, string reason) =>
        Expect.Fault(DataSet.Small().Change(File, from, to).Read(), File, 4, reason);

    [Fact]
    public void Read_OneFormOfAUnitInEachLanguage_IsNoFault() =>
        Expect.Nothing(DataSet.Small().Change(File, "course|courses,курс|курса|курсов,kür", "course,курс,kür|kürler").Read());

    [Fact]
    public void Read_EmptyAndWrongFormsInOneRow_AreBothFound() =>
        Expect.Faults(
            DataSet.Small().Change(File, "course|courses,курс|курса|курсов,kür", ",курс|курса,kür").Read(),
            (File, 4, "en is empty"),
            (File, 4, "ru 'курс|курса' needs 1 or 3 forms"));

    [Theory]
    [InlineData("treatment.surgery")]
    [InlineData("unit.session")]
    [InlineData("fact.donor.sibling")]
    [InlineData("fact.age")]
    [InlineData("note.nowhere")]
    [InlineData("programme.lymphoma")]
    [InlineData("stage.leukaemia.between")]
    [InlineData("stage.lymphoma.before")]
    public void Read_TextThatNoDataCallFor_IsAWarning(string key) =>
        Expect.Warning(DataSet.Small().Append(File, $"{key},a,b,c").Read(), File, 18, $"no data call for the text '{key}'");

    [Fact]
    public void Read_UnusedTextNextToAFault_IsNoWarning() =>
        Assert.Empty(DataSet.Small().Change("facts.csv", "stage,late", "stage,Late").Read().Warnings);
}
