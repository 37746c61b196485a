using System.Text.Json;
using System.Text.Json.Nodes;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.OpenApi;

/// <summary>The examples of answers are what the server answers to the examples of requests.</summary>
public sealed class OpenApiExampleTests(DocumentFixture fixture) : IClassFixture<DocumentFixture>
{
    public static TheoryData<string> Readings =>
    [
        "getTreatments", "getTreatment", "getPriceRules", "getPriceRule", "getProgrammes", "getProgramme", "getExchangeRates", "getEstimate", "getQuote",
        "getLive", "getReady",
    ];

    [Theory]
    [MemberData(nameof(Readings))]
    public async Task Get_ExampleRequest_IsAnsweredWithTheExample(string operationId)
    {
        var operation = fixture.Operations.Single(operation => operation.Id == operationId);

        var answer = await fixture.Host.Client.FetchAsync(RequestOf(operation));

        Assert.Equal(200, answer.Status);
        AssertSame(operation.Content("200")!.Value.GetProperty("example"), answer);
    }

    [Fact]
    public async Task PostQuote_ExampleRequest_IsAnsweredLikeTheExample()
    {
        var operation = fixture.Operations.Single(operation => operation.Id == "postQuote");
        var body = operation.Json.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example");

        var answer = await fixture.Host.Client.PostQuoteAsync(body.GetRawText());

        Assert.Equal(201, answer.Status);
        var (expected, actual) = (Node(operation.Content("201")!.Value.GetProperty("example")), Node(answer.Json));

        // A reference is issued once, and the example says that it is one.
        foreach (var quote in new[] { expected, actual })
        {
            quote.Remove("reference");
            var notes = quote["notes"]!.AsArray();
            notes.Where(note => note!["code"]!.GetValue<string>() == "example").ToList().ForEach(note => notes.Remove(note));
        }

        Assert.Equal(expected.ToJsonString(), actual.ToJsonString());
    }

    [Fact]
    public async Task Document_AfterAnImport_HasExamplesOfTheNewPrices()
    {
        await using var host = await EstimatorHost.StartAsync();
        var before = await host.Client.FetchAsync("/openapi/v1.json");
        var version = (await host.Client.FetchAsync("/v1/treatments")).Header("Price-List-Version")!;
        host.Database.Import(DataSet.OfOneScan("100", "200"));

        var other = await host.WaitForOtherPricesAsync(version);

        var after = await host.Client.FetchAsync("/openapi/v1.json", ("If-None-Match", before.Header("ETag")!));
        Assert.Equal(200, after.Status);
        Assert.Contains(other, after.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(version, after.Text, StringComparison.Ordinal);
        var estimate = DocumentedOperation.In(after.Json).Single(operation => operation.Id == "getEstimate").Content("200")!.Value.GetProperty("example");
        Assert.Equal("400.00 1200.00", $"{estimate.GetProperty("total").GetProperty("low")} {estimate.GetProperty("total").GetProperty("high")}");
    }

    [Fact]
    public async Task Document_NextDay_HasExamplesOfThatDay()
    {
        await using var host = await EstimatorHost.StartAsync();
        Assert.Contains("\"on\": \"2026-11-22\"", (await host.Client.FetchAsync("/openapi/v1.json")).Text, StringComparison.Ordinal);

        host.Clock.AdjustTime(host.Clock.GetUtcNow().AddDays(1));

        Assert.Contains("\"on\": \"2026-11-23\"", (await host.Client.FetchAsync("/openapi/v1.json")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_PricesInACurrencyWithoutARate_IsStillMade()
    {
        var data = new DataSet().Treatment("scan").Treatment("stay").Rule("r1", "scan", "1").Rule("r2", "stay", "1", currency: "KZT");
        await using var host = await EstimatorHost.StartAsync(new HostSetup { Data = data });

        Assert.Equal(200, (await host.Client.FetchAsync("/openapi/v1.json")).Status);
    }

    // The rules of one treatment would be fewer than the example of all.
    private static string RequestOf(DocumentedOperation operation)
    {
        var path = operation.Path;
        var query = new List<string>();
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.TryGetProperty("example", out _)))
        {
            var (name, example) = (parameter.GetProperty("name").GetString()!, parameter.GetProperty("example"));
            if (parameter.GetProperty("in").GetString() == "path")
            {
                path = path.Replace($"{{{name}}}", example.GetString(), StringComparison.Ordinal);
            }
            else
            {
                var values = example.ValueKind == JsonValueKind.Array ? example.EnumerateArray() : new[] { example }.AsEnumerable();
                query.AddRange(values.Select(value => $"{name}={value.GetString()}"));
            }
        }

        return operation.Id == "getPriceRules" ? path : $"{path}?{string.Join('&', query)}".TrimEnd('?');
    }

    private static JsonObject Node(JsonElement json) => JsonSerializer.Deserialize<JsonObject>(json.GetRawText())!;

    private static void AssertSame(JsonElement expected, ApiAnswer answer) =>
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(answer.Json));
}
