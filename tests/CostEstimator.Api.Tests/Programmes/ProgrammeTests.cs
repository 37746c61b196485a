using System.Text.Json;
using CostEstimator.Api.Tests.Estimates;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Programmes;

/// <summary>The programmes of the catalogue.</summary>
public sealed class ProgrammeTests(SeedHost seed) : IClassFixture<SeedHost>
{
    [Fact]
    public async Task GetProgrammes_Seed_ListsThemWithEveryMember()
    {
        var answer = await seed.Client.FetchAsync("/v1/programmes");

        Assert.Equal(200, answer.Status);
        Assert.Equal(1, answer.Json.GetArrayLength());
        AssertProgramme(answer.Json[0]);
    }

    [Fact]
    public async Task GetProgramme_Seed_GivesStagesAndItemsInTheOrderOfTheData()
    {
        var answer = await seed.Client.FetchAsync("/v1/programmes/acute-leukaemia");

        Assert.Equal("acute-leukaemia", answer.StringAt("/code"));
        Assert.Equal("Treatment of acute leukaemia", answer.StringAt("/name"));
        Assert.Equal(
            [
                "diagnosis: diagnostic-work-up, 1 work-up (assumed), assumed-one-work-up",
                "diagnosis: specialist-consultation, at least 4 consultations (assumed), assumed-four-consultations",
                "preparatory: chemotherapy, 1 course",
                "induction: chemotherapy, 1 course",
                """consolidation: chemotherapy, at least 1 course (assumed), assumed-at-least-one-course, {"consolidation":["chemotherapy"]}""",
                """consolidation: radiation-therapy, 1 course, {"consolidation":["radiation-therapy"]}""",
                "re-induction: chemotherapy, 1 course",
                """transplantation: autologous-bmt, 1 procedure, {"transplant":["autologous"]}""",
                """transplantation: donor-search, 1 search (assumed), assumed-one-donor-search, {"transplant":["allogeneic"],"donor":["unrelated"]}""",
                """transplantation: allogeneic-bmt, 1 procedure, {"transplant":["allogeneic"]}""",
                "supportive: chemotherapy, at least 1 course (assumed), assumed-supportive-courses",
            ],
            answer.At("/stages").EnumerateArray().SelectMany(stage => stage.GetProperty("items").EnumerateArray(), Said));
    }

    [Fact]
    public async Task GetProgramme_Seed_GivesTheFactsInTheOrderOfTheData()
    {
        var answer = await seed.Client.FetchAsync("/v1/programmes/acute-leukaemia");

        Assert.Equal(
            ["consolidation", "transplant", "donor"],
            answer.At("/facts").EnumerateArray().Select(fact => fact.GetProperty("fact").GetString()!));
        Assert.Equal(
            ["none", "autologous", "allogeneic"],
            answer.At("/facts/1/values").EnumerateArray().Select(value => value.GetProperty("value").GetString()!));
    }

    [Fact]
    public async Task GetProgramme_ItemWithConditions_SaysThemInWords()
    {
        var answer = await seed.Client.FetchAsync("/v1/programmes/acute-leukaemia");

        Assert.Equal("null", answer.At("/stages/1/items/0/whenText").GetRawText());
        Assert.EndsWith(": “Radiation therapy”", answer.StringAt("/stages/3/items/1/whenText"), StringComparison.Ordinal);
        Assert.EndsWith(
            ": “Allogeneic transplant (a donor’s cells)”; “Unrelated donor”", answer.StringAt("/stages/5/items/1/whenText"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetProgramme_AmongAll_IsTheSame()
    {
        var all = await seed.Client.FetchAsync("/v1/programmes");

        var one = await seed.Client.FetchAsync("/v1/programmes/acute-leukaemia");

        Assert.Equal(all.Json[0].GetRawText(), one.Text);
    }

    [Theory]
    [InlineData("/v1/programmes?language=ru", "/0/name", "Лечение острого лейкоза")]
    [InlineData("/v1/programmes/acute-leukaemia?language=tr", "/name", "Akut lösemi tedavisi")]
    [InlineData("/v1/programmes/acute-leukaemia?language=ru", "/stages/3/items/0/name", "Химиотерапия")]
    public async Task GetProgrammes_LanguageAsked_IsInIt(string path, string pointer, string text)
    {
        var answer = await seed.Client.FetchAsync(path, ("Accept-Language", "en"));

        Assert.Equal(text, answer.StringAt(pointer));
        Assert.Equal(path[^2..], answer.Header("Content-Language"));
        Assert.Contains("Accept-Language", answer.Header("Vary"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leukaemia")]
    [InlineData("ACUTE-LEUKAEMIA")]
    [InlineData("acute-leukaemia%20")]
    [InlineData("'%20OR%201=1--")]
    public async Task GetProgramme_UnknownCode_IsNotFoundAndNamesTheKnown(string code)
    {
        var answer = await seed.Client.FetchAsync($"/v1/programmes/{code}");

        answer.AssertRefused(404, "not-found", "code");
        Assert.Equal("""["acute-leukaemia"]""", answer.At("/errors/0/known").GetRawText());
    }

    [Theory]
    [InlineData("language=de", 422, "unknown-language", "language")]
    [InlineData("language=", 422, "unknown-language", "language")]
    [InlineData("language=ru&language=ru", 400, "repeated-parameter", "language")]
    [InlineData("on=2026-11-22", 400, "unknown-parameter", "on")]
    [InlineData("fact=donor:related", 400, "unknown-parameter", "fact")]
    public async Task GetProgrammes_BadQuery_IsRefused(string query, int status, string code, string parameter)
    {
        foreach (var path in new[] { "/v1/programmes", "/v1/programmes/acute-leukaemia", "/v1/programmes/none" })
        {
            (await seed.Client.FetchAsync($"{path}?{query}")).AssertRefused(status, code, parameter);
        }
    }

    [Fact]
    public async Task GetProgramme_FactThatMattersFromADayOn_IsListedFromThen()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("scan").Fact("hall", "a", "b").Item("check-up", "first", "scan")
                .Rule("scan-now", "scan", "100", "100", to: "2026-11-23")
                .Rule("scan-a", "scan", "100", "100", "hall=a", from: "2026-11-23").Rule("scan-b", "scan", "110", "110", "hall=b", from: "2026-11-23"),
        });
        var today = await host.Client.FetchAsync("/v1/programmes/check-up");
        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(1));
        var tomorrow = await host.Client.FetchAsync("/v1/programmes/check-up", ("If-None-Match", today.Header("ETag")!));

        Assert.Equal("[]", today.At("/facts").GetRawText());
        Assert.Equal(200, tomorrow.Status);
        Assert.Equal("hall", tomorrow.StringAt("/facts/0/fact"));
    }

    [Fact]
    public async Task GetProgrammes_Several_AreInTheOrderOfTheData()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup
        {
            Data = new DataSet().Treatment("scan", 2, null).Item("second", "b", "scan", "").Item("second", "a", "scan", "4-6").Item("first", "b", "scan", "3-"),
        });

        var answer = await host.Client.FetchAsync("/v1/programmes");

        Assert.All(answer.Json.EnumerateArray(), AssertProgramme);
        Assert.Equal(["second", "first"], answer.Json.EnumerateArray().Select(programme => programme.GetProperty("code").GetString()!));
        Assert.Equal(
            ["b: scan, at least 2 sessions", "a: scan, 4–6 sessions"],
            answer.At("/0/stages").EnumerateArray().SelectMany(stage => stage.GetProperty("items").EnumerateArray(), Said));
    }

    [Fact]
    public async Task GetProgrammes_DataWithoutAny_IsEmpty()
    {
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = DataSet.OfOneScan("1", "2") });

        var all = await host.Client.FetchAsync("/v1/programmes");
        var one = await host.Client.FetchAsync("/v1/programmes/acute-leukaemia");

        Assert.Equal("[]", all.Text);
        one.AssertRefused(404, "not-found", "code");
    }

    private static void AssertProgramme(JsonElement programme)
    {
        programme.AssertShape("code:string name:string stages:array facts:array");
        foreach (var stage in programme.GetProperty("stages").EnumerateArray())
        {
            stage.AssertShape("code:string name:string items:array");
            foreach (var item in stage.GetProperty("items").EnumerateArray())
            {
                item.AssertShape("treatment:string name:string quantity:object assumption:object? when:object whenText:string?");
                EstimateShape.AssertQuantity(item.GetProperty("quantity"));
            }
        }

        foreach (var fact in programme.GetProperty("facts").EnumerateArray())
        {
            fact.AssertShape("fact:string text:string values:array");
        }
    }

    private static string Said(JsonElement stage, JsonElement item)
    {
        var assumption = item.GetProperty("assumption");
        var when = item.GetProperty("when").GetRawText();
        string[] parts =
        [
            $"{stage.GetProperty("code")}: {item.GetProperty("treatment")}", item.GetProperty("quantity").GetProperty("text").GetString()!,
            .. assumption.ValueKind == JsonValueKind.Null ? [] : new[] { assumption.GetProperty("code").GetString()! },
            .. when == "{}" ? [] : new[] { when },
        ];
        return string.Join(", ", parts);
    }
}
