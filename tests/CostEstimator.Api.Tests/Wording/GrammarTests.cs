using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>Which form of a word stands with which number.</summary>
public sealed class GrammarTests
{
    private static readonly string[] Courses = ["курс", "курса", "курсов"];

    [Theory]
    [InlineData("курс", new[] { 1, 21, 31, 91, 101, 121, 991 })]
    [InlineData("курса", new[] { 2, 3, 4, 22, 23, 24, 34, 102, 122, 993 })]
    [InlineData("курсов", new[] { 5, 6, 9, 10, 11, 12, 13, 14, 15, 19, 20, 25, 30, 100, 105, 110, 111, 112, 113, 114, 120, 211, 912, 1000 })]
    public void Counted_Russian_TakesTheFormOfTheNumber(string form, int[] counts)
    {
        Assert.All(counts, count => Assert.Equal(form, Grammar.Counted(Courses, Language.Ru, count)));
    }

    [Theory]
    [InlineData("курса", new[] { 1, 21, 31, 101, 121, 991 })]
    [InlineData("курсов", new[] { 2, 3, 4, 5, 10, 11, 12, 14, 20, 22, 24, 25, 100, 102, 111, 112, 1000 })]
    public void CountedAtLeast_Russian_TakesTheGenitive(string form, int[] counts)
    {
        Assert.All(counts, count => Assert.Equal(form, Grammar.CountedAtLeast(Courses, Language.Ru, count)));
    }

    [Fact]
    public void Counted_RussianOverEveryQuantity_RepeatsEveryHundred()
    {
        Assert.All(Enumerable.Range(1, 900), count => Assert.Equal(
            Grammar.Counted(Courses, Language.Ru, count), Grammar.Counted(Courses, Language.Ru, count + 100)));
    }

    [Theory]
    [InlineData(1, "course")]
    [InlineData(2, "courses")]
    [InlineData(11, "courses")]
    [InlineData(21, "courses")]
    [InlineData(101, "courses")]
    [InlineData(1000, "courses")]
    public void Counted_English_IsSingularForOneAlone(int count, string form)
    {
        Assert.Equal(form, Grammar.Counted(["course", "courses"], Language.En, count));
        Assert.Equal(form, Grammar.CountedAtLeast(["course", "courses"], Language.En, count));
    }

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.Ru)]
    [InlineData(Language.Tr)]
    public void Counted_OneForm_IsTheSameForAllNumbers(Language language)
    {
        Assert.All([1, 2, 5, 11, 21, 1000], count =>
        {
            Assert.Equal("kür", Grammar.Counted(["kür"], language, count));
            Assert.Equal("kür", Grammar.CountedAtLeast(["kür"], language, count));
        });
    }
}
