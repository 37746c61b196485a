using CostEstimator.Pricing.PriceLists;
using CostEstimator.Storage.Tests.Fixtures;

namespace CostEstimator.Storage.Tests.DataFiles;

public sealed class SourcesFileTests
{
    private const string File = "sources.csv";

    [Fact]
    public void Read_Row_GivesTheSource() =>
        Assert.Equal(
            new PriceSource("list", "Price list", "The Clinic", "Page 1", new DateOnly(2026, 6, 1)),
            Assert.Single(DataSet.Small().Data().Sources));

    [Theory]
    [InlineData(",T,P,L,2026-06-01", "code is empty")]
    [InlineData("Other,T,P,L,2026-06-01", "code 'Other' is not a code")]
    [InlineData("list,T,P,L,2026-06-01", "source 'list' stands twice")]
    [InlineData("other,,P,L,2026-06-01", "title is empty")]
    [InlineData("other,  ,P,L,2026-06-01", "title is empty")]
    [InlineData("other,T,,L,2026-06-01", "publisher is empty")]
    [InlineData("other,T,P,,2026-06-01", "locator is empty")]
    [InlineData("other,T,P,L,", "read_on is empty")]
    [InlineData("other,T,P,L,2026-6-1", "read_on '2026-6-1' is not a day of the form yyyy-MM-dd")]
    [InlineData("other,T,P,L,01.06.2026", "read_on '01.06.2026' is not a day")]
    [InlineData("other,T,P,L,06/01/2026", "read_on '06/01/2026' is not a day")]
    [InlineData("other,T,P,L,20260601", "read_on '20260601' is not a day")]
    [InlineData("other,T,P,L,2026-06-31", "read_on '2026-06-31' is not a day")]
    [InlineData("other,T,P,L,2026-06-01T00:00", "read_on '2026-06-01T00:00' is not a day")]
    [InlineData("other,T,P,L, 2026-06-01", "read_on ' 2026-06-01' is not a day")]
    public void Read_BadRow_IsAFault(string row, string reason) =>
        Expect.Fault(DataSet.Small().Append(File, row).Read(), File, 3, reason);

    [Fact]
    public void Read_SeveralFaultsInARow_AreAllFound() =>
        Expect.Faults(
            DataSet.Small().Append(File, "Other,,,,soon").Read(),
            (File, 3, "code 'Other' is not a code"),
            (File, 3, "title is empty"),
            (File, 3, "publisher is empty"),
            (File, 3, "locator is empty"),
            (File, 3, "read_on 'soon' is not a day"));

    [Fact]
    public void Read_FaultInTheSourceOfRules_MakesNoFaultOfTheRules() =>
        Expect.Fault(DataSet.Small().Change(File, "list,Price list,", "list,,").Read(), File, 2, "title is empty");

    [Fact]
    public void Read_BadCode_DoesNotHideThatRulesNameAnotherSource() =>
        Assert.Equal(
            [File, "price-rules.csv"],
            DataSet.Small().Change(File, "list,Price list,", "list-,Price list,").Read().Faults.Select(fault => fault.File).Distinct());

    [Theory]
    [InlineData("source.list.title")]
    [InlineData("source.list.locator")]
    public void Read_TranslationOfWhatASourceSays_IsNeitherCalledForNorUnused(string key) =>
        Expect.Nothing(DataSet.Small().Append("texts.csv", $"{key},a,b,c").Read());

    [Theory]
    [InlineData("source.page.title")]
    [InlineData("source.page.locator")]
    [InlineData("source.list.publisher")]
    [InlineData("source.list")]
    public void Read_TranslationOfNothing_IsAWarning(string key) =>
        Expect.Warning(
            DataSet.Small().Append("texts.csv", $"{key},a,b,c").Read(), "texts.csv", 18, $"no data call for the text '{key}'");

    [Theory]
    [InlineData("2025-11-22")]
    [InlineData("2026-11-22")]
    public void Read_ReadWithinAYear_IsNoWarning(string readOn) =>
        Expect.Nothing(DataSet.Small().Change(File, "2026-06-01", readOn).Read());

    [Theory]
    [InlineData("2025-11-21", "source 'list' was read on 2025-11-21, over a year ago")]
    [InlineData("2026-11-23", "source 'list' was read on 2026-11-23, which is still to come")]
    public void Read_ReadLongAgoOrInTheFuture_IsAWarning(string readOn, string reason) =>
        Expect.Warning(DataSet.Small().Change(File, "2026-06-01", readOn).Read(), File, 2, reason);
}
