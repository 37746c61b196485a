using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>Texts of the data take the place of the product's own, in every language.</summary>
public sealed class TemplateOverrideTests
{
    [Fact]
    public async Task Get_TemplatesInThePriceData_TakeThePlaceOfTheProducts()
    {
        using var data = new ChangedData()
            .Text("range.from", "{low} upwards", "начиная с {low}", "en az {low}")
            .Text("quantity.at-least", "{min}+ {unit}", "{min}+ {unit}", "{min}+ {unit}")
            .Text("line.priced", "{price} for {quantity}", "{price} за {quantity}", "{quantity} için {price}")
            .Text("problem.not-found", "No such page", "Нет такой страницы", "Böyle bir sayfa yok")
            .Text("quote.valid-through", "Until {day}.", "{day} — последний день.", "{day} gününe kadar.");
        await using var host = await data.StartAsync();

        await AssertAsync(host, "en", "$1,500 upwards for 1+ course", "No such page", "Until December 21, 2026.");
        await AssertAsync(host, "ru", "начиная с 1\u00a0500\u00a0$ за 1+ курса", "Нет такой страницы", "21 декабря 2026 г. — последний день.");
        await AssertAsync(host, "tr", "1+ kür için en az $1.500", "Böyle bir sayfa yok", "21 Aralık 2026 gününe kadar.");
    }

    [Fact]
    public async Task Get_TextsWithBraces_ShowThemAsTheyAre()
    {
        using var data = new ChangedData().Text("treatment.chemotherapy", "{low} {0}", "{low} {0} по-русски", "{low} {0} Türkçe");
        await using var host = await data.StartAsync();

        Assert.Equal("{low} {0}", (await host.Client.EstimateAsync("item=chemotherapy")).StringAt("/lines/0/name"));
        Assert.Equal("{low} {0} по-русски", (await host.Client.EstimateAsync("item=chemotherapy&language=ru")).StringAt("/lines/0/name"));
    }

    [Theory]
    [InlineData("{code}", "Вида лечения с кодом «{code}» нет.")]
    [InlineData("{0}", "Вида лечения с кодом «{0}» нет.")]
    [InlineData("}{", "Вида лечения с кодом «}{» нет.")]
    [InlineData("{first}{count}", "Вида лечения с кодом «{first}{count}» нет.")]
    [InlineData("$&", "Вида лечения с кодом «$&» нет.")]
    public async Task GetEstimate_CodeWithBraces_IsShownAsItIs(string code, string detail)
    {
        await using var host = await EstimatorHost.StartAsync();
        var item = Uri.EscapeDataString(code);

        var one = await host.Client.EstimateAsync($"item={item}&language=ru");
        var several = await host.Client.EstimateAsync($"item={item}&item=chemo&language=ru");

        Assert.Equal(detail, one.StringAt("/detail"));
        Assert.Equal($"{detail} Всего ошибок: 2; все они перечислены в «errors».", several.StringAt("/detail"));
        Assert.Equal(detail, several.StringAt("/errors/0/detail"));
    }

    private static async Task AssertAsync(EstimatorHost host, string language, string line, string title, string validity)
    {
        var header = ("Accept-Language", language);
        Assert.Equal(line, (await host.Client.FetchAsync("/v1/estimates?item=chemotherapy:1-", header)).StringAt("/lines/0/text"));
        Assert.Equal(title, (await host.Client.FetchAsync("/nothing", header)).StringAt("/title"));
        Assert.Equal(validity, (await host.Client.PostQuoteAsync("""{"items":[{"treatment":"chemotherapy"}]}""", header)).StringAt("/validityText"));
    }
}
