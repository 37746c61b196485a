using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.PriceLists;

/// <summary>Every column of every file counts: a change of one field, and of nothing else, is another version.</summary>
public sealed class PriceDataDigestColumnTests
{
    public static TheoryData<string, string, string, string> Changes => new()
    {
        { "treatments.csv", "code", "surgery,course,2,3", "imaging,course,2,3" },
        { "treatments.csv", "unit", "surgery,course,2,3", "surgery,procedure,2,3" },
        { "treatments.csv", "min_quantity", "surgery,course,2,3", "surgery,course,1,3" },
        { "treatments.csv", "max_quantity", "surgery,course,2,3", "surgery,course,2,4" },
        { "facts.csv", "fact", "age,young", "weight,young" },
        { "facts.csv", "value", "age,young", "age,old" },
        { "sources.csv", "code", "page,T,P,L,2026-06-02", "paper,T,P,L,2026-06-02" },
        { "sources.csv", "title", "page,T,P,L,2026-06-02", "page,t,P,L,2026-06-02" },
        { "sources.csv", "publisher", "page,T,P,L,2026-06-02", "page,T,p,L,2026-06-02" },
        { "sources.csv", "locator", "page,T,P,L,2026-06-02", "page,T,P,l,2026-06-02" },
        { "sources.csv", "read_on", "page,T,P,L,2026-06-02", "page,T,P,L,2026-06-03" },
        { "price-rules.csv", "code", "transplant-related,", "transplant-from-relative," },
        { "price-rules.csv", "treatment", "transplant-related,transplant,", "transplant-related,surgery," },
        { "price-rules.csv", "conditions", "donor=unrelated;stage=early|late", "donor=unrelated;stage=early" },
        { "price-rules.csv", "currency", "USD,60000,80000", "EUR,60000,80000" },
        { "price-rules.csv", "low", "60000,80000", "60000.01,80000" },
        { "price-rules.csv", "high", "60000,80000", "60000,80000.01" },
        { "price-rules.csv", "valid_from", ",2026-01-01,,list", ",2026-01-02,,list" },
        { "price-rules.csv", "valid_to", "2025-01-01,2026-01-01", "2025-01-01,2025-12-31" },
        { "price-rules.csv", "source", "60000,80000,,,list,", "60000,80000,,,page," },
        { "price-rules.csv", "note", "list,per-course", "list,spare" },
        { "programmes.csv", "programme", "lymphoma,late,transplant", "myeloma,late,transplant" },
        { "programmes.csv", "stage", "lymphoma,late,transplant", "lymphoma,early,transplant" },
        { "programmes.csv", "treatment", "lymphoma,late,transplant", "lymphoma,late,surgery" },
        { "programmes.csv", "conditions", "donor=related;stage=early|late,,,", "donor=related;stage=early,,," },
        { "programmes.csv", "min_quantity", "chemotherapy,,2,,", "chemotherapy,,1,," },
        { "programmes.csv", "max_quantity", "chemotherapy,,2,,", "chemotherapy,,2,2," },
        { "programmes.csv", "note", "2,,assumed-courses", "2,,spare" },
        { "texts.csv", "key", "note.unused,a,b,c", "note.idle,a,b,c" },
        { "texts.csv", "en", "note.unused,a,b,c", "note.unused,A,b,c" },
        { "texts.csv", "ru", "note.unused,a,b,c", "note.unused,a,B,c" },
        { "texts.csv", "tr", "note.unused,a,b,c", "note.unused,a,b,C" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Version_OneFieldChanged_IsAnother(string file, string column, string from, string to)
    {
        var before = Spacious()[file].Split('\n');
        var changed = Spacious().Change(file, from, to);

        Assert.Equal(column, Assert.Single(ColumnsThatDiffer(before, changed[file].Split('\n'))));
        Assert.NotEqual(Spacious().Data().Version, changed.Data().Version);
    }

    [Fact]
    public void Changes_AllColumnsOfAllFiles_AreThere()
    {
        string[] files = ["treatments.csv", "facts.csv", "sources.csv", "price-rules.csv", "programmes.csv", "texts.csv"];
        var columns = files.SelectMany(file => DataSet.Small()[file].Split('\n')[0].Split(',').Select(column => (file, column)));

        Assert.Equal(columns, Changes.Select(change => (change.Data.Item1, change.Data.Item2)));
    }

    [Fact]
    public void Version_AllChanges_AreDifferentFromEachOther() =>
        Assert.Distinct(Changes.Select(change => Spacious().Change(change.Data.Item1, change.Data.Item3, change.Data.Item4).Data().Version));

    // The texts of every change are there from the start, so that a changed code changes one field only.
    private static DataSet Spacious() => DataSet.Small()
        .Append("treatments.csv", "surgery,course,2,3")
        .Append("facts.csv", "age,young")
        .Append("sources.csv", "page,T,P,L,2026-06-02")
        .Append("programmes.csv", "lymphoma,late,transplant,,1,1,")
        .Append("texts.csv", """
            programme.lymphoma,a,b,c
            programme.myeloma,a,b,c
            stage.lymphoma.early,a,b,c
            stage.lymphoma.late,a,b,c
            stage.myeloma.late,a,b,c
            treatment.surgery,a,b,c
            treatment.imaging,a,b,c
            fact.age,a,b,c
            fact.age.young,a,b,c
            fact.age.old,a,b,c
            fact.weight,a,b,c
            fact.weight.young,a,b,c
            note.spare,a,b,c
            note.unused,a,b,c
            """.ReplaceLineEndings("\n"));

    private static IEnumerable<string> ColumnsThatDiffer(string[] before, string[] after) =>
        from lines in before.Zip(after)
        from field in before[0].Split(',').Zip(lines.First.Split(','), lines.Second.Split(','))
        where field.Second != field.Third
        select field.First;
}
