using System.Globalization;
using System.Text.Json;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Programmes;

/// <summary>Estimates of the programme that ships with the build, beyond the golden cases.</summary>
public sealed class ProgrammeEstimateTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private const string Programme = "programme=acute-leukaemia";

    public static TheoryData<string> Cases =>
    [
        "", "&fact=transplant:allogeneic", "&fact=consolidation:chemotherapy", "&fact=transplant:allogeneic&fact=donor:related&currency=RUB",
        "&item=allogeneic-bmt:1-3&currency=EUR",
    ];

    [Fact]
    public async Task GetEstimate_Programme_KeepsStagesInOrderWithTheirNames()
    {
        var answer = await seed.Client.EstimateAsync($"{Programme}&item=coordination");

        var stages = answer.At("/lines").EnumerateArray().Select(line => line.GetProperty("stage")).ToList();
        Assert.Equal(JsonValueKind.Null, stages[^1].ValueKind);
        Assert.Equal(
            ["diagnosis", "preparatory", "induction", "consolidation", "re-induction", "transplantation", "supportive"],
            stages.SkipLast(1).Select(stage => stage.GetProperty("code").GetString()!).Distinct());
        var catalogue = await seed.Client.FetchAsync("/v1/programmes/acute-leukaemia");
        Assert.Equal(
            catalogue.At("/stages").EnumerateArray().Select(stage => stage.GetProperty("name").GetString()),
            stages.SkipLast(1).Select(stage => stage.GetProperty("name").GetString()).Distinct());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task GetEstimate_AnswerOfAQuestionStated_GivesTheTotalThatTheQuestionShowed(string rest)
    {
        var answer = await seed.Client.EstimateAsync(Programme + rest);

        Assert.NotEmpty(answer.At("/questions").EnumerateArray());
        foreach (var question in answer.At("/questions").EnumerateArray())
        {
            foreach (var option in question.GetProperty("options").EnumerateArray())
            {
                var stated = await seed.Client.EstimateAsync($"{Programme}{rest}&fact={question.GetProperty("fact")}:{option.GetProperty("value")}");
                Assert.Equal(option.GetProperty("total").GetProperty("low").GetString(), stated.StringAt("/total/low"));
                Assert.Equal(option.GetProperty("total").GetProperty("high").GetString(), stated.StringAt("/total/high"));
                Assert.True(Low(stated) >= Low(answer), stated.Text);
            }
        }
    }

    [Fact]
    public async Task GetEstimate_FactNotAskedFor_ChangesNothingAboutTheTotal()
    {
        var unknown = await seed.Client.EstimateAsync(Programme);
        var related = await seed.Client.EstimateAsync($"{Programme}&fact=donor:related");
        var unrelated = await seed.Client.EstimateAsync($"{Programme}&fact=donor:unrelated");

        Assert.Equal(unknown.At("/total").GetRawText(), related.At("/total").GetRawText());
        Assert.Equal(unknown.At("/total").GetRawText(), unrelated.At("/total").GetRawText());
        Assert.DoesNotContain("donor-search", Treatments(related));
        Assert.Contains("donor-search", Treatments(unrelated));
    }

    [Fact]
    public async Task GetEstimate_QuantityThatNobodyStates_IsShownAsAnAssumption()
    {
        var answer = await seed.Client.EstimateAsync($"{Programme}&item=specialist-consultation");

        var consultation = answer.At("/lines/1");
        Assert.Equal("at least 4 consultations (assumed)", consultation.GetProperty("quantity").GetProperty("text").GetString());
        Assert.Equal("assumed-four-consultations", consultation.GetProperty("assumption").GetProperty("code").GetString());
        Assert.StartsWith("The source names specialists", consultation.GetProperty("assumption").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, answer.At("/lines/2/assumption").ValueKind);
        var asked = answer.At("/lines").EnumerateArray().Last();
        Assert.Equal(JsonValueKind.Null, asked.GetProperty("assumption").ValueKind);
        Assert.Equal("at least 1 consultation", asked.GetProperty("quantity").GetProperty("text").GetString());
    }

    [Fact]
    public async Task GetEstimate_FiftyItemsBesidesAProgramme_AreAccepted()
    {
        var fifty = string.Join('&', Enumerable.Repeat("item=chemotherapy:1", 50));

        var answer = await seed.Client.EstimateAsync($"{Programme}&fact=transplant:none&fact=consolidation:chemotherapy&{fifty}");
        var tooMany = await seed.Client.EstimateAsync($"{Programme}&{fifty}&item=chemotherapy:1");

        // The programme's five courses, and fifty.
        Assert.Equal("82500.00", answer.StringAt("/total/low"));
        Assert.Equal(57, answer.At("/lines").GetArrayLength());
        tooMany.AssertRefused(422, "too-many-items", "item");
    }

    [Theory]
    [InlineData("programme=x", "item=chemotherapy&programme=x")]
    [InlineData("programme=Acute-leukaemia", "programme=Acute-leukaemia&fact=donor:related")]
    public async Task GetEstimate_UnknownProgramme_NamesTheKnown(params string[] queries)
    {
        foreach (var query in queries)
        {
            var answer = await seed.Client.EstimateAsync(query);

            answer.AssertRefused(422, "unknown-programme", "programme");
            Assert.Equal("""["acute-leukaemia"]""", answer.At("/errors/0/known").GetRawText());
        }
    }

    [Fact]
    public async Task GetEstimate_Programme_IsThoseItemsAndNoOthers()
    {
        var programme = await seed.Client.EstimateAsync($"{Programme}&fact=transplant:allogeneic&fact=donor:unrelated&fact=consolidation:chemotherapy");
        var items = await seed.Client.EstimateAsync(
            "item=diagnostic-work-up:1&item=specialist-consultation:4-&item=chemotherapy:3&item=chemotherapy:1-&item=donor-search:1"
            + "&item=allogeneic-bmt:1&item=chemotherapy:1-&fact=donor:unrelated");

        Assert.Equal(items.At("/total").GetRawText(), programme.At("/total").GetRawText());
        Assert.Equal("87500.00", programme.StringAt("/total/low"));
    }

    private static IEnumerable<string?> Treatments(ApiAnswer estimate) =>
        estimate.At("/lines").EnumerateArray().Select(line => line.GetProperty("treatment").GetString());

    private static decimal Low(ApiAnswer estimate) => decimal.Parse(estimate.StringAt("/total/low")!, CultureInfo.InvariantCulture);
}
