using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.DataFiles;

public sealed class PriceRuleWarningsTests
{
    private const string File = "price-rules.csv";
    private const string Header = "code,treatment,conditions,currency,low,high,valid_from,valid_to,source,note";

    [Theory]
    [InlineData(",USD,1500,", ",USD,1600,")]
    [InlineData(",USD,1500,2000", ",USD,1500,")]
    [InlineData(",USD,1500,2000", ",USD,1500,2000.01")]
    [InlineData(",USD,1500,", ",EUR,1500,")]
    [InlineData("donor=related,USD,1,", "donor=related,USD,2,")]
    [InlineData("donor=related,USD,1,", "donor=related|unrelated,USD,2,")]
    [InlineData("donor=related,USD,1,", "stage=late,USD,2,")]
    [InlineData("donor=related;stage=late,USD,1,", "stage=early|late;donor=related,USD,2,")]
    public void Add_RulesThatHoldTogetherWithDifferentPrices_WarnsInTheLaterRow(string one, string other) =>
        Expect.Warning(
            Rules($"a,transplant,{one},,,list,", $"b,transplant,{other},,,list,").Read(),
            File, 3, "price rules 'a' and 'b' can hold together, neither is more specific, and their prices differ: their sources disagree");

    [Theory]
    [InlineData("transplant,,USD,1500,", "transplant,,USD,1500.00,")]
    [InlineData("transplant,donor=related,USD,1,", "transplant,donor=unrelated,USD,2,")]
    [InlineData("transplant,,USD,1,", "transplant,donor=unrelated,USD,2,")]
    [InlineData("transplant,donor=related;stage=late,USD,1,", "transplant,stage=late,USD,2,")]
    [InlineData("transplant,,USD,1,", "chemotherapy,,USD,2,")]
    public void Add_RulesThatCannotDisagree_IsNoWarning(string one, string other) =>
        Expect.Nothing(Rules($"a,{one},,,list,", $"b,{other},,,list,").Read());

    [Theory]
    [InlineData("2026-01-01,2026-06-01", "2026-05-31,", true)]
    [InlineData("2026-01-01,2026-06-01", "2026-06-01,", false)]
    [InlineData("2026-06-01,", ",2026-06-01", false)]
    [InlineData(",", "2026-06-01,2026-06-02", true)]
    public void Add_DifferentPrices_DisagreeOnCommonDaysOnly(string one, string other, bool isWarning)
    {
        var reading = Rules($"a,transplant,,USD,1,,{one},list,", $"b,transplant,,USD,2,,{other},list,").Read();

        Assert.Equal(isWarning, reading.Warnings.Length == 1);
    }

    [Fact]
    public void Add_ThreeRulesThatDisagree_WarnsOfEachPair()
    {
        var reading = Rules("a,transplant,,USD,1,,,,list,", "b,transplant,,USD,2,,,,list,", "c,transplant,,USD,3,,,,list,").Read();

        Assert.Equal([3, 4, 4], reading.Warnings.Select(warning => warning.Line));
    }

    [Theory]
    [InlineData(",2026-01-01", "2026-01-02,")]
    [InlineData("2025-01-01,2026-01-01", "2026-01-02,2026-02-01")]
    public void Add_DaysBetweenRules_WarnsInTheRowAfterThem(string one, string other)
    {
        const string Reason = "treatment 'transplant' has no price rule from 2026-01-01 until 2026-01-02: it is on request in between";

        Expect.Warning(Rules($"a,transplant,,USD,1,,{one},list,", $"b,transplant,,USD,1,,{other},list,").Read(), File, 3, Reason);
        Expect.Warning(Rules($"b,transplant,,USD,1,,{other},list,", $"a,transplant,,USD,1,,{one},list,").Read(), File, 2, Reason);
    }

    [Theory]
    [InlineData(",2026-01-01", "2026-01-01,", "2026-01-01,")]
    [InlineData(",2026-01-01", "2025-06-01,2026-03-01", "2026-03-01,")]
    [InlineData("2025-01-01,2027-01-01", "2025-02-01,2025-03-01", "2026-12-01,")]
    [InlineData("2025-01-01,", "2025-02-01,2025-03-01", "2026-01-01,2026-02-01")]
    [InlineData(",", "2025-02-01,2025-03-01", "2026-01-01,")]
    public void Add_EveryDayCovered_IsNoWarning(string one, string other, string third) =>
        Expect.Nothing(Rules(
            $"a,transplant,,USD,1,,{one},list,", $"b,transplant,,USD,1,,{other},list,", $"c,transplant,,USD,1,,{third},list,").Read());

    [Fact]
    public void Add_DaysBetweenRulesOfDifferentTreatments_IsNoWarning() =>
        Expect.Nothing(Rules("a,transplant,,USD,1,,,2026-01-01,list,", "b,chemotherapy,,USD,1,,2027-01-01,,list,").Read());

    [Fact]
    public void Add_NoRule_WarnsThatEverythingIsOnRequest() =>
        Expect.Warning(Rules().Read(), File, null, "there is no price rule: everything is on request");

    [Fact]
    public void Add_OnlyRuleAtFault_DoesNotSayThatThereIsNone() =>
        Assert.Empty(Rules("a,transplant,,USD,x,,,,list,").Read().Warnings);

    [Fact]
    public void Add_RuleAtFaultBetweenTwoOthers_DoesNotSayThatThereIsAGap() =>
        Assert.Empty(Rules(
            "a,transplant,,USD,1,,,2026-01-01,list,",
            "b,transplant,,USD,x,,2026-01-01,2026-02-01,list,",
            "c,transplant,,USD,1,,2026-02-01,,list,").Read().Warnings);

    private static DataSet Rules(params string[] rows) =>
        DataSet.Small().RemoveRows("texts.csv", "note.per-course").With(File, $"{string.Join('\n', [Header, .. rows])}\n");
}
