using System.Text;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.DataFiles;

public sealed class CsvTableTests
{
    public static TheoryData<string> Files => ["treatments.csv", "facts.csv", "sources.csv", "price-rules.csv", "texts.csv"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_FileMissing_IsTheOnlyFault(string file) =>
        Expect.Fault(DataSet.Small().Without(file).Read(), file, null, "the file is missing");

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_FileEmpty_IsTheOnlyFault(string file) =>
        Expect.Fault(DataSet.Small().With(file, "").Read(), file, 1, "the file is empty; its first line must be ");

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("\n\n")]
    public void Read_FileWithoutAnyRow_IsEmpty(string text) =>
        Expect.Fault(DataSet.Small().With("facts.csv", text).Read(), "facts.csv", 1, "the file is empty; its first line must be fact,value");

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_FolderInPlaceOfTheFile_CannotBeRead(string file)
    {
        using var folder = new TempFolder();
        DataSet.Small().Without(file).WriteTo(folder);
        Directory.CreateDirectory(folder.FileNamed(file));

        var reading = Storage.DataFiles.DataDirectory.Read(folder.Path, DataSet.Today);

        Expect.Fault(reading, file, null, "the file cannot be read");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_NoUtf8_IsTheOnlyFaultAndHasItsLine(string file)
    {
        var set = DataSet.Small();
        var bytes = Encoding.UTF8.GetBytes(set[file]);
        var place = Array.IndexOf(bytes, (byte)'\n') + 1;
        bytes[place] = 0xFF;

        Expect.Fault(set.With(file, bytes).Read(), file, 2, "the text is not UTF-8");
    }

    [Fact]
    public void Read_NoUtf8AfterAMarkAndWindowsLines_HasItsLine()
    {
        byte[] text = [.. Encoding.UTF8.Preamble, .. "fact,value\r\ndonor,related\r\ndonor,"u8, 0xC3, (byte)'\r', (byte)'\n'];

        Expect.Fault(DataSet.Small().With("facts.csv", text).Read(), "facts.csv", 3, "the text is not UTF-8");
    }

    [Theory]
    [InlineData("sources.csv", ",read_on", ",read", "column 'read_on' is missing", "column 'read' is unknown")]
    [InlineData("facts.csv", "fact,value", "Fact,value", "column 'fact' is missing", "column 'Fact' is unknown")]
    [InlineData("treatments.csv", "code,unit,", "code, unit,", "column 'unit' is missing", "column ' unit' is unknown")]
    public void Read_ColumnNamedOtherwise_IsMissingAndUnknown(string file, string header, string changed, string missing, string unknown) =>
        Expect.Faults(DataSet.Small().Change(file, header, changed).Read(), (file, 1, missing), (file, 1, unknown));

    [Fact]
    public void Read_ColumnMissing_IsTheOnlyFault() =>
        Expect.Fault(
            DataSet.Small().With("facts.csv", "fact\ndonor\nstage\n").Read(),
            "facts.csv", 1, "column 'value' is missing; the first line must be fact,value");

    [Fact]
    public void Read_ColumnUnknown_IsTheOnlyFault() =>
        Expect.Fault(
            DataSet.Small().With("facts.csv", "fact,value,remark\ndonor,related,\n").Read(),
            "facts.csv", 1, "column 'remark' is unknown; the first line must be fact,value");

    [Fact]
    public void Read_ColumnTwice_IsTheOnlyFault() =>
        Expect.Fault(
            DataSet.Small().With("facts.csv", "fact,value,fact\ndonor,related,donor\n").Read(), "facts.csv", 1, "column 'fact' stands twice");

    [Fact]
    public void Read_SemicolonsBetweenFields_HasNoneOfTheColumns() =>
        Expect.Faults(
            DataSet.Small().Map("facts.csv", text => text.Replace(',', ';')).Read(),
            ("facts.csv", 1, "column 'fact' is missing"),
            ("facts.csv", 1, "column 'value' is missing"),
            ("facts.csv", 1, "column 'fact;value' is unknown"));

    [Theory]
    [InlineData("stage", 1)]
    [InlineData("stage,relapse,3", 3)]
    [InlineData("  ", 1)]
    public void Read_WrongNumberOfFields_IsTheOnlyFault(string row, int fields) =>
        Expect.Fault(DataSet.Small().Append("facts.csv", row).Read(), "facts.csv", 6, $"the row has {fields} fields, not 2");

    [Theory]
    [InlineData("stage,re\"lapse")]
    [InlineData("stage,\"re\"lapse")]
    [InlineData("stage,\"relapse")]
    public void Read_StrayOrUnclosedQuote_IsTheOnlyFault(string row) =>
        Expect.Fault(
            DataSet.Small().Append("facts.csv", row).Read(),
            "facts.csv", 6, "a quote stands in the middle of a field or is never closed");

    [Theory]
    [InlineData("fa\"ct,value")]
    [InlineData("\"fa\"ct,value")]
    [InlineData("\"fact,value")]
    public void Read_StrayOrUnclosedQuoteInTheHeader_IsTheOnlyFault(string header) =>
        Expect.Fault(
            DataSet.Small().Change("facts.csv", "fact,value", header).Read(),
            "facts.csv", 1, "a quote stands in the middle of a field or is never closed");

    [Fact]
    public void Read_StrayQuote_LeavesTheRowsAfterItChecked() =>
        Expect.Faults(
            DataSet.Small().Append("sources.csv", "a,b\"c,d,e,2026-06-01\nb,,d,e,2026-06-01").Read(),
            ("sources.csv", 3, "a quote stands in the middle of a field"),
            ("sources.csv", 4, "title is empty"));
}
