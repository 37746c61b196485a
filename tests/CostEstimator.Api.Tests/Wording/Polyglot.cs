using CostEstimator.Api.Tests.Fixture;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>Asks the same in every language, and checks that each answer is in its own.</summary>
internal static class Polyglot
{
    /// <summary>Asks by <c>Accept-Language</c>.</summary>
    /// <param name="status">The status code that every answer must have.</param>
    /// <param name="ask">Sends the request with a header.</param>
    public static async Task AssertTranslatedAsync(int status, Func<(string Name, string Value), Task<ApiAnswer>> ask)
    {
        var english = await AskAsync(Language.En, status, ask);
        Assert.NotEmpty(english);
        foreach (var language in new[] { Language.Ru, Language.Tr })
        {
            var texts = await AskAsync(language, status, ask);
            Assert.Equal(english.Keys, texts.Keys);
            Assert.All(texts, text => AssertIs(language, text.Value, english[text.Key]));
        }
    }

    private static void AssertIs(Language language, string text, string english)
    {
        Assert.Null(EnglishHeuristic.SuspicionOf(text, language, english));
        Assert.DoesNotContain(text, letter => letter is '\t' or '\n' or '\ufffd');
        Assert.True(language == Language.Ru || !TextRules.HasCyrillic(text), text);
    }

    private static async Task<IReadOnlyDictionary<string, string>> AskAsync(
        Language language, int status, Func<(string Name, string Value), Task<ApiAnswer>> ask)
    {
        var answer = await ask(("Accept-Language", Languages.CodeOf(language)));

        Assert.True(answer.Status == status, $"{answer.Status}: {answer.Text}");
        Assert.Equal(Languages.CodeOf(language), answer.Header("Content-Language"));
        Assert.Contains("Accept-Language", answer.Header("Vary"), StringComparison.OrdinalIgnoreCase);
        return ShownTexts.In(answer.Json);
    }
}
