using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.Estimates;

/// <summary>Estimates from the data that ship with the build, against cases that were worked out by hand.</summary>
public sealed class SeedEstimateTests(SeedHost seed) : IClassFixture<SeedHost>
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, JsonNode> Cases = JsonNode
        .Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", "seed-estimates.json")))!.AsArray()
        .ToDictionary(known => (string)known!["name"]!, known => known!);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task GetEstimate_CaseWorkedOutByHand_GivesTheSame(string name)
    {
        var answer = await seed.Client.EstimateAsync((string)Cases[name]["query"]!);

        Assert.Equal(200, answer.Status);
        Assert.Equal(Expected(name), Actual(answer));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task PostQuote_CaseWorkedOutByHand_GivesTheSameButForTheDay(string name)
    {
        var query = HttpUtility.ParseQueryString((string)Cases[name]["query"]!);
        var body = new JsonObject();
        foreach (var parameter in new[] { "programme", "currency", "language" }.Where(parameter => query[parameter] is not null))
        {
            body[parameter] = query[parameter];
        }

        if (query.GetValues("item") is { } items)
        {
            body["items"] = new JsonArray([.. items.Select(ItemOf)]);
        }

        if (query.GetValues("fact") is { } facts)
        {
            body["facts"] = new JsonObject(facts.Select(fact => KeyValuePair.Create<string, JsonNode?>(fact.Split(':')[0], fact.Split(':')[1])));
        }

        var answer = await seed.Client.PostQuoteAsync(body.ToJsonString());

        Assert.Equal(201, answer.Status);
        Assert.Equal("2026-11-22", answer.StringAt("/on"));
        Assert.Equal(Expected(name), Actual(answer));
    }

    private static JsonObject ItemOf(string item)
    {
        if (item.Split(':') is not [var treatment, var quantity])
        {
            return new JsonObject { ["treatment"] = item };
        }

        var ends = quantity.Split('-');
        return new JsonObject
        {
            ["treatment"] = treatment,
            ["quantity"] = new JsonObject
            {
                ["min"] = int.Parse(ends[0], null),
                ["max"] = ends[^1].Length == 0 ? null : int.Parse(ends[^1], null),
            },
        };
    }

    private static string Expected(string name) => Cases[name]["expected"]!.ToJsonString(Readable);

    private static string Actual(ApiAnswer answer) => EstimateSummary.Of(JsonNode.Parse(answer.Body)!).ToJsonString(Readable);
}
