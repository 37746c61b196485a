using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.DataFiles;

/// <summary>Forms of a file that are all right, and the lines of faults in them.</summary>
public sealed class CsvTableFormTests
{
    private const string Header = "code,title,publisher,locator,read_on\n";

    [Fact]
    public void Read_ByteOrderMark_IsNoPartOfTheText() =>
        Assert.Equal(DataSet.Small().Data().Version, DataSet.Small().MapAll(text => $"\uFEFF{text}").Data().Version);

    [Fact]
    public void Read_WindowsLineEnds_AreNoPartOfTheText() =>
        Assert.Equal(DataSet.Small().Data().Version, DataSet.Small().MapAll(text => text.ReplaceLineEndings("\r\n")).Data().Version);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("\n\r\n")]
    public void Read_BlankLinesAtTheEndOrNoLineEnd_DoNotMatter(string end) =>
        Assert.Equal(DataSet.Small().Data().Version, DataSet.Small().MapAll(text => text.TrimEnd('\n') + end).Data().Version);

    [Fact]
    public void Read_BlankLinesBetween_CountAsLines() =>
        Expect.Fault(DataSet.Small().Append("facts.csv", "\n\nstage,LATE").Read(), "facts.csv", 8, "value 'LATE' is not a code");

    [Fact]
    public void Read_QuotedField_MayHoldCommasQuotesAndLines()
    {
        var data = DataSet.Small().With("sources.csv", Header + "list,\"A, \"\"B\"\"\n\nC\",\" The Clinic \",L,2026-06-01\n").Data();

        var source = Assert.Single(data.Sources);
        Assert.Equal("A, \"B\"\n\nC", source.Title);
        Assert.Equal(" The Clinic ", source.Publisher);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Read_FieldOfSeveralLines_KeepsTheLinesOfOtherRowsRight(string lineEnd)
    {
        const string Rows = """
            list,"A
            B
            C",P,L,2026-06-01
            other,,P,L,2026-06-01
            third,"",P,"L
            L",yesterday
            fourth,T,,L,2026-06-01

            """;

        Expect.Faults(
            DataSet.Small().Map("sources.csv", _ => (Header + Rows).ReplaceLineEndings(lineEnd)).Read(),
            ("sources.csv", 5, "title is empty"),
            ("sources.csv", 6, "title is empty"),
            ("sources.csv", 6, "read_on 'yesterday' is not a day"),
            ("sources.csv", 8, "publisher is empty"));
    }

    [Fact]
    public void Read_FieldOfSeveralLines_IsTheSameTextWithWindowsLineEnds()
    {
        const string Text = Header + "list,\"A\nB\",P,L,2026-06-01\n";

        var data = DataSet.Small().Map("sources.csv", _ => Text.ReplaceLineEndings("\r\n")).Data();

        Assert.Equal("A\nB", Assert.Single(data.Sources).Title);
        Assert.Equal(DataSet.Small().With("sources.csv", Text).Data().Version, data.Version);
    }

    [Fact]
    public void Read_QuotedHeader_IsTheSameHeader() =>
        Assert.Equal(
            DataSet.Small().Data().Version, DataSet.Small().Change("facts.csv", "fact,value", "\"fact\",\"value\"").Data().Version);

    [Fact]
    public void Read_BlanksAroundAField_BelongToIt() =>
        Assert.Equal(" Price list ", DataSet.Small().Change("sources.csv", "Price list", " Price list ").Data().Sources[0].Title);
}
