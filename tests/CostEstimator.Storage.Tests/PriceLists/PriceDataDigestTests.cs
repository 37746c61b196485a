using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.PriceLists;

public sealed class PriceDataDigestTests
{
    [Fact]
    public void Version_SmallSet_IsThisOnEveryMachine() => Assert.Equal("5ceeab96b5442d9a", DataSet.Small().Data().Version);

    [Fact]
    public void Version_SetOfTheTimeBeforeProgrammes_IsWhatItWas()
    {
        var set = DataSet.Small()
            .Without("programmes.csv")
            .RemoveRows("texts.csv", "programme.")
            .RemoveRows("texts.csv", "stage.")
            .RemoveRows("texts.csv", "note.assumed-courses");

        Assert.Equal("9b577d05f5be486d", set.Data().Version);
    }

    [Fact]
    public void Version_OtherExchangeRates_IsTheSame() =>
        Assert.Equal(
            DataSet.Small().Data().Version,
            DataSet.Small().With("exchange-rates/later.xml", BulletinXml.Of(new DateOnly(2026, 9, 21))).Data().Version);

    [Fact]
    public void Version_ProgrammesInAnotherOrder_IsAnother()
    {
        const string Row = "lymphoma,before,chemotherapy,,1,1,";
        var set = DataSet.Small().Append("texts.csv", "programme.lymphoma,a,b,c\nstage.lymphoma.before,a,b,c");
        var before = set.Append("programmes.csv", Row).Data().Version;

        Assert.NotEqual(before, set.RemoveRows("programmes.csv", "lymphoma,").Change("programmes.csv", "note\n", $"note\n{Row}\n").Data().Version);
    }

    [Theory]
    [InlineData("sources.csv")]
    [InlineData("price-rules.csv")]
    [InlineData("texts.csv")]
    public void Version_RowsInAnotherOrder_IsTheSame(string file)
    {
        var set = DataSet.Small().Append("sources.csv", "a-page,T,P,L,2026-06-01");

        Assert.Equal(set.Data().Version, ReverseRows(set, file).Data().Version);
    }

    [Theory]
    [InlineData("treatments.csv")]
    [InlineData("facts.csv")]
    [InlineData("programmes.csv")]
    public void Version_RowsInAnotherOrderThatAnswersShow_IsAnother(string file) =>
        Assert.NotEqual(DataSet.Small().Data().Version, ReverseRows(DataSet.Small(), file).Data().Version);

    [Theory]
    [InlineData("treatments.csv")]
    [InlineData("facts.csv")]
    [InlineData("sources.csv")]
    [InlineData("price-rules.csv")]
    [InlineData("programmes.csv")]
    [InlineData("texts.csv")]
    public void Version_ColumnsInAnotherOrder_IsTheSame(string file) =>
        Assert.Equal(DataSet.Small().Data().Version, ReverseColumns(DataSet.Small(), file).Data().Version);

    [Theory]
    [InlineData("price-rules.csv", ",1500,", ",1500.00,")]
    [InlineData("price-rules.csv", ",1500,", ",01500.0,")]
    [InlineData("price-rules.csv", ",1600.50,2000,", ",1600.5,2000.00,")]
    [InlineData("price-rules.csv", "donor=unrelated;stage=early|late", "stage=late|early;donor=unrelated")]
    [InlineData("treatments.csv", "procedure,1,2", "procedure,01,002")]
    [InlineData("sources.csv", "Price list", "\"Price list\"")]
    [InlineData("programmes.csv", "donor=related;stage=early|late,,,", "stage=late|early;donor=related,01,2,")]
    public void Version_SameContentWrittenOtherwise_IsTheSame(string file, string from, string to) =>
        Assert.Equal(DataSet.Small().Data().Version, DataSet.Small().Change(file, from, to).Data().Version);

    [Fact]
    public void Version_TextMovedToTheNextColumn_IsAnother()
    {
        var one = DataSet.Small().Change("sources.csv", "Price list,The Clinic", "AB,C").Data();
        var other = DataSet.Small().Change("sources.csv", "Price list,The Clinic", "A,BC").Data();

        Assert.NotEqual(one.Version, other.Version);
    }

    [Theory]
    [InlineData("USD,1500,,", "USD,1500,1500,")]
    [InlineData("USD,0,,", "USD,0,0,")]
    [InlineData("2025-01-01,2026-01-01,", ",2026-01-01,")]
    [InlineData("2026-01-01,,list,per-course", "2026-01-01,2027-01-01,list,per-course")]
    [InlineData("2026-01-01,,list,per-course", "2026-01-01,,list,")]
    public void Version_SomethingInPlaceOfNothing_IsAnother(string from, string to)
    {
        var set = DataSet.Small().Append("price-rules.csv", "free,transplant,donor=related;stage=late,USD,0,,,,list,");
        var before = set.Data().Version;

        Assert.NotEqual(before, set.Change("price-rules.csv", from, to).Data().Version);
    }

    private static DataSet ReverseRows(DataSet set, string file) => set.Map(file, text =>
    {
        var lines = text.TrimEnd('\n').Split('\n');
        return string.Join('\n', lines[..1].Concat(lines[1..].Reverse()));
    });

    private static DataSet ReverseColumns(DataSet set, string file) => set.Map(
        file, text => string.Join('\n', text.Split('\n').Select(line => string.Join(',', line.Split(',').Reverse()))));
}
