using System.Text.Json;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>The heuristic that looks for English finds it, and nothing else.</summary>
public sealed class EnglishHeuristicTests
{
    public static TheoryData<string> Keys => [.. ShippedTexts.All.Where(text => ProseWordsOf(text.En) >= 3).Select(text => text.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void SuspicionOf_EnglishSentenceOfTheProduct_IsFound(string key)
    {
        var english = ShippedTexts.Find(key).En;

        Assert.NotNull(EnglishHeuristic.SuspicionOf(english, Language.Ru, english: null));
        Assert.NotNull(EnglishHeuristic.SuspicionOf(english, Language.Ru, english));
        Assert.NotNull(EnglishHeuristic.SuspicionOf(english, Language.Tr, english));
    }

    [Theory]
    [InlineData("Вида лечения с кодом «chemo» нет. There are 2 faults; «errors» lists them all.")]
    [InlineData("No treatment with this code exists.")]
    [InlineData("от 45 000 $ per course")]
    [InlineData("4 courses × от 1 500 $")]
    [InlineData("Price on request")]
    public void SuspicionOf_SomeEnglishInIt_IsFound(string text)
    {
        Assert.NotNull(EnglishHeuristic.SuspicionOf(text, Language.Ru, english: null));
        Assert.NotNull(EnglishHeuristic.SuspicionOf(text, Language.Tr, english: null));
    }

    [Theory]
    [InlineData("Chemotherapy")]
    [InlineData("Induction")]
    [InlineData("Request not understood")]
    public void SuspicionOf_SameWordsAsInEnglish_IsFound(string text)
    {
        Assert.NotNull(EnglishHeuristic.SuspicionOf(text, Language.Ru, text));
        Assert.NotNull(EnglishHeuristic.SuspicionOf(text, Language.Tr, text));
    }

    [Theory]
    [InlineData("«the price of this item» — не позиция. Укажите код лечения: chemotherapy, chemotherapy:4-6, chemotherapy:4- (не менее 4).")]
    [InlineData("Тип тела запроса — «text/plain»; нужен application/json в UTF-8, без сжатия.")]
    [InlineData("Нет обменного курса USD к KZT: в бюллетене 2026/176 он не указан.")]
    [InlineData("9 417 689–12 662 875 JPY")]
    [InlineData("10 kür, en az 4 konsültasyon, on beş işlem")]
    [InlineData("Content-Type başlığı yok; örnek: donor:related, Q-7F3K-29QX-B5M1.")]
    public void SuspicionOf_NoEnglish_IsNone(string text)
    {
        Assert.Null(EnglishHeuristic.SuspicionOf(text, text.Any(letter => letter is >= 'а' and <= 'я') ? Language.Ru : Language.Tr, "Something else."));
    }

    [Fact]
    public void In_AnswerWithEveryKindOfMember_FindsTheTexts()
    {
        var answer = JsonSerializer.Deserialize<JsonElement>(
            """{"code":"a","notes":[{"code":"b","text":"c"}],"when":{"donor":["related"]},"facts":[{"fact":"d","text":"e"}],"openBecause":["f"],"title":"g"}""");

        Assert.Equal(["/notes/0/text c", "/facts/0/text e", "/title g"], ShownTexts.In(answer).Select(text => $"{text.Key} {text.Value}"));
    }

    private static int ProseWordsOf(string text) =>
        TextRules.PlaceholdersOf(text).Aggregate(text, (rest, name) => rest.Replace(name, "")).Split(' ').Count(word => word.Any(char.IsLetter));
}
