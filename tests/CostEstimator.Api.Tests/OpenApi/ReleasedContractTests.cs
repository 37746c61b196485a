using System.Text.Json;
using System.Text.Json.Nodes;

namespace CostEstimator.Api.Tests.OpenApi;

/// <summary>A client made from a released document goes on working: what it relies on is never taken back.</summary>
public sealed class ReleasedContractTests(DocumentFixture fixture) : IClassFixture<DocumentFixture>
{
    private const string Release = "RELEASE_CONTRACT";
    private static readonly string Released = DocumentFixture.FileNamed(Path.Combine("Released", "v1.0.json"));

    /// <summary>A change of the released document by a pointer, and what must be found.</summary>
    public static TheoryData<string, string, string> Breaking => new()
    {
        { "/paths/~1v1~1programmes", "-", "get /v1/programmes is gone" },
        { "/paths/~1v1~1quotes/post", "-", "post /v1/quotes is gone" },
        { "/paths/~1v1~1estimates/get/operationId", "\"estimate\"", "getEstimate is now called estimate" },
        { "/paths/~1v1~1estimates/get/parameters/2", "-", "getEstimate query fact is gone" },
        { "/paths/~1v1~1estimates/get/parameters/3/required", "true", "getEstimate query currency became required" },
        { "/paths/~1v1~1estimates/get/parameters/3/schema/pattern", "\"^USD$\"", "getEstimate query currency has another pattern" },
        { "/paths/~1v1~1estimates/get/parameters/3/schema/maxLength", "2", "getEstimate query currency has a lower maxLength" },
        { "/paths/~1v1~1estimates/get/parameters/0/schema/maxItems", "49", "getEstimate query item has a lower maxItems" },
        { "/paths/~1v1~1estimates/get/parameters/4/schema/enum", "[\"en\",\"ru\"]", "getEstimate query language has no value \"tr\" any more" },
        { "/paths/~1v1~1estimates/get/parameters/-", """{"name":"country","in":"query","required":true,"schema":{"type":"string"}}""", "getEstimate query country is new and required" },
        { "/paths/~1v1~1estimates/get/responses/200", "-", "getEstimate 200 is gone" },
        { "/paths/~1v1~1estimates/get/responses/304", "-", "getEstimate 304 is gone" },
        { "/paths/~1v1~1estimates/get/responses/422/content/application~1problem+json", "-", "getEstimate 422 is no application/problem+json any more" },
        { "/paths/~1v1~1quotes/post/requestBody/content/application~1json", "-", "postQuote takes no body of application/json any more" },
        { "/components/schemas/QuoteRequest/properties/facts", "-", "postQuote body/facts is gone" },
        { "/components/schemas/QuoteRequest/required", "[\"currency\"]", "postQuote body/currency became required" },
        { "/components/schemas/QuoteRequest/properties/currency/type", "\"string\"", "postQuote body/currency was null|string and is string" },
        { "/components/schemas/QuoteQuantityRequest/properties/max/maximum", "999", "postQuote body/items/items/quantity/max has a lower maximum" },
        { "/components/schemas/QuoteQuantityRequest/properties/min/minimum", "2", "postQuote body/items/items/quantity/min has a higher minimum" },
        { "/components/schemas/Estimate/properties/total", "-", "getEstimate 200/total is gone" },
        { "/components/schemas/Estimate/required", "[]", "getEstimate 200/total may be left out" },
        { "/components/schemas/PriceRange/properties/low/type", "[\"string\",\"null\"]", "/low was string and is string|null" },
        { "/components/schemas/PriceRange/properties/low/type", "\"number\"", "/low was string and is number" },
        { "/components/schemas/PriceRange/properties/low/pattern", "\"^[0-9]+$\"", "/low has another pattern" },
        { "/components/schemas/EstimateLine/properties/quantity", "{\"type\":\"integer\"}", "/quantity was object and is integer" },
        { "/components/schemas/QuoteStatus/enum", "[\"open\"]", "/status has no value \"expired\" any more" },
        { "/components/schemas/QuoteStatus/enum", "[\"open\",\"expired\",\"void\"]", "/status has a new value \"void\"" },
    };

    /// <summary>Changes that break nobody.</summary>
    public static TheoryData<string, string> Harmless => new()
    {
        { "/paths/~1v1~1estimates/get/summary", "\"Other words\"" },
        { "/paths/~1v1~1estimates/get/responses/406", "-" },
        { "/paths/~1v1~1estimates/get/parameters/-", """{"name":"country","in":"query","schema":{"type":"string"}}""" },
        { "/paths/~1v1~1estimates/get/parameters/0/schema/maxItems", "100" },
        { "/paths/~1v1~1clinics", """{"get":{"operationId":"getClinics","responses":{"200":{"description":"x"}}}}""" },
        { "/components/schemas/Estimate/properties/country", "{\"type\":\"string\"}" },
        { "/components/schemas/QuoteRequest/properties/country", "{\"type\":\"string\"}" },
        { "/components/schemas/QuoteRequest/properties/language/enum", "[\"en\",\"ru\",\"tr\",\"kk\",null]" },
        { "/components/schemas/PriceRange/properties/high/type", "\"string\"" },
        { "/components/schemas/Estimate/properties/lines/maxItems", "5" },
    };

    [Fact]
    public async Task Document_OfToday_BreaksNothingThatWasReleased()
    {
        if (Environment.GetEnvironmentVariable(Release) == "1")
        {
            await File.WriteAllTextAsync(Released, WithoutExamples(JsonNode.Parse(fixture.Text)!).ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n", TestContext.Current.CancellationToken);
        }

        var found = BreakingChanges.Between(await ReleasedAsync(), fixture.Document);

        Assert.True(
            found.Count == 0,
            $"Clients of the released document {Released} would break:\n{string.Join('\n', found)}\nTake it back. Only where no client can be there yet, run this test with {Release}=1.");
    }

    [Theory]
    [MemberData(nameof(Breaking))]
    public async Task Between_BreakingChange_IsFound(string pointer, string value, string expected)
    {
        var found = BreakingChanges.Between(await ReleasedAsync(), await ChangedAsync(pointer, value));

        Assert.Contains(found, change => change.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public async Task Between_HarmlessChange_IsNone(string pointer, string value) =>
        Assert.Empty(BreakingChanges.Between(await ReleasedAsync(), await ChangedAsync(pointer, value)));

    private static async Task<JsonElement> ReleasedAsync() =>
        JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Released, TestContext.Current.CancellationToken));

    private static async Task<JsonElement> ChangedAsync(string pointer, string value)
    {
        var document = JsonNode.Parse(await File.ReadAllTextAsync(Released, TestContext.Current.CancellationToken))!;
        var steps = pointer.Split('/').Skip(1).Select(step => step.Replace("~1", "/", StringComparison.Ordinal)).ToList();
        var place = steps.SkipLast(1).Aggregate(document, (node, step) => node is JsonArray list ? list[int.Parse(step, null)]! : node[step]!);
        var (last, changed) = (steps[^1], value == "-" ? null : JsonNode.Parse(value));
        switch (place)
        {
            case JsonArray list when last == "-":
                list.Add(changed);
                break;
            case JsonArray list:
                list.RemoveAt(int.Parse(last, null));
                break;
            case JsonObject fields when changed is null:
                Assert.True(fields.Remove(last), $"There is nothing at {pointer}.");
                break;
            default:
                place[last] = changed;
                break;
        }

        return JsonSerializer.Deserialize<JsonElement>(document.ToJsonString());
    }

    // Nobody relies on them, and they are most of the document.
    private static JsonNode WithoutExamples(JsonNode node)
    {
        if (node is JsonObject fields)
        {
            fields.Remove("example");
            fields.Remove("examples");
        }

        foreach (var child in node is JsonObject inside ? inside.Select(member => member.Value).ToList() : node is JsonArray list ? [.. list] : [])
        {
            if (child is JsonObject or JsonArray)
            {
                WithoutExamples(child);
            }
        }

        return node;
    }
}
