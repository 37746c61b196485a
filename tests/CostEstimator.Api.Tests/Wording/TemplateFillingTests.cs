using CostEstimator.Api.Problems;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>Every template in every language, filled.</summary>
public sealed class TemplateFillingTests
{
    public static TheoryData<string, Language> All =>
        [.. Templates.All.SelectMany(template => Languages.All.Select(language => (template.Key, language)))];

    [Theory]
    [MemberData(nameof(All))]
    public void Say_AllValuesGiven_LeavesNoPlaceholder(string key, Language language)
    {
        var template = Templates.Find(key)!;
        var values = template.Placeholders.Select((name, index) => (name, (object)$"⟦{index}⟧")).ToList();

        var said = ShippedTexts.In(language).Say(new Message(template, values));

        TextRules.AssertTidy(said);
        Assert.Empty(TextRules.PlaceholdersOf(said));
        Assert.All(values, value => Assert.Contains((string)value.Item2, said, StringComparison.Ordinal));
        Assert.DoesNotContain(said, letter => letter is '{' or '}');
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Say_ValuesThatLookLikePlaceholders_ShowsThemAsTheyAre(string key, Language language)
    {
        var template = Templates.Find(key)!;
        var names = template.Placeholders;
        var values = names.Select((name, index) => (name, (object)$"{{{names[(index + 1) % names.Length]}}} {{0}} $1 {{")).ToList();

        var said = ShippedTexts.In(language).Say(new Message(template, values));

        Assert.All(values, value => Assert.Contains((string)value.Item2, said, StringComparison.Ordinal));
    }

    [Fact]
    public void Say_ValueMissing_IsAFaultOfOurs()
    {
        var message = Message.Of(Templates.NoSuchTreatment, ("cod", "chemo"));

        Assert.Throws<InvalidOperationException>(() => ShippedTexts.In(Language.Ru).Say(message));
    }

    [Fact]
    public void ProblemKind_EachOfThem_HasATitleOfItsOwnInEveryLanguage()
    {
        var kinds = typeof(ProblemKind).GetFields().Select(field => field.GetValue(null)).OfType<ProblemKind>().ToList();

        Assert.All(kinds, kind => Assert.Equal($"problem.{kind.Code}", kind.Title.Key));
        Assert.All(Languages.All, language =>
            Assert.Equal(kinds.Count, kinds.Select(kind => kind.Title.Default.In(language)).Distinct(StringComparer.OrdinalIgnoreCase).Count()));
    }
}
