using CostEstimator.Storage.DataFiles;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.DataFiles;

public sealed class FindingTests
{
    [Fact]
    public void ToString_WithALine_IsWrittenAsCompilersDo() =>
        Assert.Equal("price-rules.csv:7: low 2 is above high 1", new Finding("price-rules.csv", 7, "low 2 is above high 1").ToString());

    [Fact]
    public void ToString_WithoutALine_NamesTheFileOnly() =>
        Assert.Equal("facts.csv: the file is missing", new Finding("facts.csv", null, "the file is missing").ToString());

    [Fact]
    public void Warnings_OfSeveralFiles_AreInTheOrderOfFilesAndLines()
    {
        var reading = DataSet.Small()
            .With("zzz.csv", "")
            .With("aaa.csv", "")
            .Append("texts.csv", "note.one,a,b,c\nnote.two,a,b,c")
            .Append("price-rules.csv", "chemotherapy-other,chemotherapy,,USD,1,,2026-01-01,,list,")
            .Append("sources.csv", "other,T,P,L,2020-01-01")
            .With("exchange-rates/readme.txt", "")
            .With("exchange-rates/2026-11-23.xml", BulletinXml.Of(new DateOnly(2026, 11, 23)))
            .Without("programmes.csv")
            .RemoveRows("texts.csv", "programme.")
            .RemoveRows("texts.csv", "stage.")
            .RemoveRows("texts.csv", "note.assumed-courses")
            .Read();

        Assert.Equal(
            [
                ("sources.csv", 3),
                ("price-rules.csv", 6),
                ("programmes.csv", null),
                ("exchange-rates/2026-11-23.xml", null),
                ("exchange-rates/readme.txt", null),
                ("texts.csv", 14),
                ("texts.csv", 15),
                ("aaa.csv", null),
                ("zzz.csv", null),
            ],
            reading.Warnings.Select(warning => (warning.File, warning.Line)));
    }
}
