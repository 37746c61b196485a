using CostEstimator.Api.Tests.Fixture;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>A walk over every key in every language: the rows of the shipped <c>texts.csv</c>, and the product's own templates.</summary>
public sealed class TextWalkTests
{
    /// <summary>What begins the key of the name that a language has for itself: a reader looks for their own, whatever the page is in.</summary>
    private const string LanguageName = "widget.language.";

    public static TheoryData<string> Keys => [.. ShippedTexts.All.Select(text => text.Key)];

    public static TheoryData<string> TranslatedKeys =>
        [.. ShippedTexts.All.Select(text => text.Key).Where(key => !key.StartsWith(LanguageName, StringComparison.Ordinal))];

    [Fact]
    public void Walk_ShippedTexts_MissesNoRowOfTheFile()
    {
        var rows = File.ReadAllLines(Path.Combine(DataSet.ShippedDirectory, "texts.csv")).Skip(1).Where(row => row.Length > 0);

        Assert.Equal(rows.Select(row => row.Split(',')[0]).Order(StringComparer.Ordinal), ShippedTexts.Rows.All.Select(text => text.Key));
        Assert.Equal(Templates.All.Length, Templates.All.Select(template => template.Key).Distinct().Count());
        Assert.True(Templates.All.Length > 80, $"There are only {Templates.All.Length} templates.");
    }

    [Fact]
    public void Text_NameOfALanguage_IsItsOwnInEveryLanguage()
    {
        Assert.All(Languages.All, language =>
        {
            var name = ShippedTexts.Find(LanguageName + Languages.CodeOf(language));

            TextRules.AssertTidy(name.In(language));
            TextRules.AssertWrittenIn(language, name.In(language));
            Assert.All(Languages.All, other => Assert.Equal(name.In(language), name.In(other)));
        });
        Assert.Equal(Languages.All.Length, ShippedTexts.All.Count(text => text.Key.StartsWith(LanguageName, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(TranslatedKeys))]
    public void Text_AnyLanguage_IsTidyAndWrittenInItsAlphabet(string key)
    {
        var text = ShippedTexts.Find(key);

        Assert.All(Languages.All, language =>
        {
            TextRules.AssertTidy(text.In(language));
            TextRules.AssertOneAlphabetPerWord(text.In(language));
            TextRules.AssertWrittenIn(language, text.In(language));
        });
    }

    [Theory]
    [MemberData(nameof(TranslatedKeys))]
    public void Text_WithWords_IsTranslated(string key)
    {
        var text = ShippedTexts.Find(key);

        Assert.All([text.Ru, text.Tr], other => Assert.Equal(TextRules.HasWords(text.En), TextRules.HasWords(other)));
        if (TextRules.HasWords(text.En))
        {
            Assert.Equal(3, new HashSet<string>([text.En, text.Ru, text.Tr], StringComparer.OrdinalIgnoreCase).Count);
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Text_Translated_HasTheSamePlaceholdersAndEnd(string key)
    {
        var text = ShippedTexts.Find(key);
        var isTemplate = Templates.Find(key) is not null;

        Assert.All(Languages.All, language =>
        {
            Assert.Equal(isTemplate ? TextRules.PlaceholdersOf(text.En) : [], TextRules.PlaceholdersOf(text.In(language)));
            Assert.Equal(TextRules.EndOf(text.En), TextRules.EndOf(text.In(language)));
        });
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Text_WithSeveralForms_HasAsManyAsTheLanguageCounts(string key)
    {
        var text = ShippedTexts.Find(key);
        var isUnit = key.StartsWith("unit.", StringComparison.Ordinal);

        Assert.Equal(isUnit ? [2, 3, 1] : [1, 1, 1], Languages.All.Select(language => text.In(language).Split('|').Length));
        Assert.All(Languages.All.SelectMany(language => text.In(language).Split('|')), TextRules.AssertTidy);
    }
}
