using CostEstimator.Api.Tests.Fixture;
using CostEstimator.Pricing.PriceLists;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>Quantities with the grammar of each language.</summary>
public sealed class QuantityWordingTests(SeedHost seed) : IClassFixture<SeedHost>
{
    // Each unit of the shipped data: after 1, after 2, after 5.
    private static readonly Dictionary<string, string[]> RussianUnits = new()
    {
        ["course"] = ["курс", "курса", "курсов"],
        ["procedure"] = ["процедура", "процедуры", "процедур"],
        ["work-up"] = ["обследование", "обследования", "обследований"],
        ["consultation"] = ["консультация", "консультации", "консультаций"],
        ["search"] = ["поиск", "поиска", "поисков"],
        ["service"] = ["услуга", "услуги", "услуг"],
    };

    public static TheoryData<string> Units =>
        [.. ShippedTexts.Rows.All.Where(text => text.Key.StartsWith("unit.", StringComparison.Ordinal)).Select(text => text.Key["unit.".Length..])];

    [Theory]
    [InlineData(1, 1, "1 курс", "1 course", "1 kür")]
    [InlineData(2, 2, "2 курса", "2 courses", "2 kür")]
    [InlineData(5, 5, "5 курсов", "5 courses", "5 kür")]
    [InlineData(11, 11, "11 курсов", "11 courses", "11 kür")]
    [InlineData(12, 12, "12 курсов", "12 courses", "12 kür")]
    [InlineData(14, 14, "14 курсов", "14 courses", "14 kür")]
    [InlineData(21, 21, "21 курс", "21 courses", "21 kür")]
    [InlineData(22, 22, "22 курса", "22 courses", "22 kür")]
    [InlineData(25, 25, "25 курсов", "25 courses", "25 kür")]
    [InlineData(101, 101, "101 курс", "101 courses", "101 kür")]
    [InlineData(111, 111, "111 курсов", "111 courses", "111 kür")]
    [InlineData(112, 112, "112 курсов", "112 courses", "112 kür")]
    [InlineData(1000, 1000, "1\u00a0000 курсов", "1,000 courses", "1.000 kür")]
    [InlineData(1, 2, "1–2 курса", "1–2 courses", "1–2 kür")]
    [InlineData(4, 6, "4–6 курсов", "4–6 courses", "4–6 kür")]
    [InlineData(3, 21, "3–21 курс", "3–21 courses", "3–21 kür")]
    [InlineData(999, 1000, "999–1\u00a0000 курсов", "999–1,000 courses", "999–1.000 kür")]
    [InlineData(1, null, "не менее 1 курса", "at least 1 course", "en az 1 kür")]
    [InlineData(2, null, "не менее 2 курсов", "at least 2 courses", "en az 2 kür")]
    [InlineData(5, null, "не менее 5 курсов", "at least 5 courses", "en az 5 kür")]
    [InlineData(11, null, "не менее 11 курсов", "at least 11 courses", "en az 11 kür")]
    [InlineData(21, null, "не менее 21 курса", "at least 21 courses", "en az 21 kür")]
    [InlineData(1000, null, "не менее 1\u00a0000 курсов", "at least 1,000 courses", "en az 1.000 kür")]
    public void QuantityOf_Courses_TakesTheGrammarOfTheLanguage(int min, int? max, string ru, string en, string tr)
    {
        var quantity = new Quantity(min, max);

        Assert.Equal(ru, ShippedTexts.In(Language.Ru).QuantityOf(quantity, "course"));
        Assert.Equal(en, ShippedTexts.In(Language.En).QuantityOf(quantity, "course"));
        Assert.Equal(tr, ShippedTexts.In(Language.Tr).QuantityOf(quantity, "course"));
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void QuantityOf_EachUnit_IsCountedInEveryLanguage(string unit)
    {
        var (russian, english, turkish) = (ShippedTexts.In(Language.Ru), ShippedTexts.In(Language.En), ShippedTexts.In(Language.Tr));
        var forms = RussianUnits[unit];

        Assert.Equal(
            [$"1 {forms[0]}", $"2 {forms[1]}", $"5 {forms[2]}", $"11 {forms[2]}", $"21 {forms[0]}", $"22 {forms[1]}"],
            new[] { 1, 2, 5, 11, 21, 22 }.Select(count => russian.QuantityOf(Quantity.Exactly(count), unit)));
        Assert.Equal(
            [$"не менее 1 {forms[1]}", $"не менее 2 {forms[2]}", $"не менее 5 {forms[2]}", $"не менее 21 {forms[1]}"],
            new[] { 1, 2, 5, 21 }.Select(count => russian.QuantityOf(new Quantity(count, null), unit)));
        Assert.NotEqual(english.QuantityOf(Quantity.Exactly(1), unit)[1..], english.QuantityOf(Quantity.Exactly(2), unit)[1..]);
        Assert.Equal(turkish.QuantityOf(Quantity.Exactly(1), unit)[1..], turkish.QuantityOf(Quantity.Exactly(2), unit)[1..]);
    }

    [Theory]
    [InlineData("ru", "4–6 курсов", "4–6 курсов × от 1\u00a0500\u00a0$")]
    [InlineData("en", "4–6 courses", "4–6 courses × from $1,500")]
    [InlineData("tr", "4–6 kür", "4–6 kür × $1.500 ve üzeri")]
    public async Task GetEstimate_QuantityOfARequest_IsWordedInItsLanguage(string language, string quantity, string line)
    {
        var answer = await seed.Client.EstimateAsync($"item=chemotherapy:4-6&language={language}");

        Assert.Equal(quantity, answer.StringAt("/lines/0/quantity/text"));
        Assert.Equal(line, answer.StringAt("/lines/0/text"));
        Assert.Equal("course", answer.StringAt("/lines/0/quantity/unit"));
    }

    [Theory]
    [InlineData("ru", "не менее 4 консультаций (условно)")]
    [InlineData("en", "at least 4 consultations (assumed)")]
    [InlineData("tr", "en az 4 konsültasyon (varsayım)")]
    public async Task GetEstimate_AssumedQuantity_SaysSoInItsLanguage(string language, string quantity)
    {
        var answer = await seed.Client.EstimateAsync($"programme=acute-leukaemia&language={language}");

        Assert.Equal(quantity, answer.StringAt("/lines/1/quantity/text"));
    }
}
