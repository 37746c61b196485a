using System.Text.Json;
using System.Text.RegularExpressions;

namespace CostEstimator.Api.Tests.OpenApi;

/// <summary>What the document says, held to what partners need who have nothing else.</summary>
public sealed partial class OpenApiDocumentTests(DocumentFixture fixture) : IClassFixture<DocumentFixture>
{
    private const string Update = "UPDATE_SNAPSHOTS";
    private static readonly string Snapshot = DocumentFixture.FileNamed("openapi.v1.json");

    [Fact]
    public async Task Document_OfTheSeedData_IsTheSnapshot()
    {
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            await File.WriteAllTextAsync(Snapshot, fixture.Text, TestContext.Current.CancellationToken);
        }

        var snapshot = await File.ReadAllTextAsync(Snapshot, TestContext.Current.CancellationToken);
        Assert.True(
            fixture.Text == snapshot.ReplaceLineEndings("\n"),
            $"The document is not the snapshot {Snapshot}. If the contract was meant to change, run this test with {Update}=1 and review the difference.");
    }

    [Fact]
    public void Document_IsOpenApi31_WithAllThatInfoNeeds()
    {
        Assert.Equal("3.1.1", fixture.Document.GetProperty("openapi").GetString());
        var info = fixture.Document.GetProperty("info");
        Assert.All(["title", "version", "description"], member => Assert.NotEmpty(info.GetProperty(member).GetString()!));
        Assert.NotEmpty(info.GetProperty("contact").GetProperty("name").GetString()!);
        Assert.NotEmpty(info.GetProperty("license").GetProperty("identifier").GetString()!);
        Assert.Equal(DocumentFixture.Server, fixture.Document.GetProperty("servers")[0].GetProperty("url").GetString());
    }

    [Fact]
    public void Operations_AllOfThem_SayWhatTheyDo()
    {
        var tags = fixture.Document.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()).ToList();
        Assert.NotEmpty(fixture.Operations);
        Assert.All(fixture.Operations, operation =>
        {
            Assert.All(["summary", "description"], member => Assert.NotEmpty(operation.Json.GetProperty(member).GetString()!));
            Assert.Matches("^[a-z]+([A-Z][a-z]+)+$", operation.Id);
            Assert.Contains(operation.Json.GetProperty("tags").EnumerateArray().Single().GetString(), tags);
        });
        Assert.Equal(fixture.Operations.Count(), fixture.Operations.Select(operation => operation.Id).Distinct().Count());
        Assert.All(fixture.Document.GetProperty("tags").EnumerateArray(), tag => Assert.NotEmpty(tag.GetProperty("description").GetString()!));
    }

    [Fact]
    public void Operations_AllButHealth_TakeAKeyAndNeedNone()
    {
        Assert.All(fixture.Operations, operation => Assert.Equal(
            operation.Path.StartsWith("/health", StringComparison.Ordinal) ? "[]" : """[{},{"ApiKey":[]}]""",
            Blank().Replace(operation.Json.GetProperty("security").GetRawText(), "")));
        var scheme = fixture.Document.GetProperty("components").GetProperty("securitySchemes").GetProperty("ApiKey");
        Assert.Equal("apiKey header X-Api-Key", $"{scheme.GetProperty("type")} {scheme.GetProperty("in")} {scheme.GetProperty("name")}");
    }

    [Fact]
    public void Parameters_AllOfThem_HaveASchemaADescriptionAndAnExample()
    {
        var parameters = fixture.Operations.SelectMany(operation => operation.Parameters).ToList();
        Assert.NotEmpty(parameters);
        Assert.All(parameters, parameter =>
        {
            Assert.NotEmpty(parameter.GetProperty("description").GetString()!);
            var schema = parameter.GetProperty("schema");
            Assert.True(parameter.TryGetProperty("example", out _) || schema.TryGetProperty("examples", out _), parameter.GetRawText());
        });
    }

    [Theory]
    [InlineData("getTreatments", "200 304 400 401 406 422 429 500")]
    [InlineData("getTreatment", "200 304 400 401 404 406 422 429 500")]
    [InlineData("getPriceRules", "200 304 400 401 406 422 429 500")]
    [InlineData("getPriceRule", "200 304 400 401 404 406 422 429 500")]
    [InlineData("getProgrammes", "200 304 400 401 406 422 429 500")]
    [InlineData("getProgramme", "200 304 400 401 404 406 422 429 500")]
    [InlineData("getExchangeRates", "200 304 400 401 406 422 429 500")]
    [InlineData("getEstimate", "200 304 400 401 406 422 429 500")]
    [InlineData("postQuote", "201 400 401 403 406 408 409 413 415 422 429 500 503")]
    [InlineData("getQuote", "200 400 401 404 406 429 500 503")]
    [InlineData("getLive", "200 400 406 500")]
    [InlineData("getReady", "200 400 406 500 503")]
    public void Responses_OfAnOperation_AreAllThatItCanAnswer(string operationId, string statuses)
    {
        var operation = fixture.Operations.Single(operation => operation.Id == operationId);

        Assert.Equal(statuses, string.Join(' ', operation.Responses.Select(response => response.Name)));
    }

    [Fact]
    public void Responses_AllButNotModified_HaveASchemaAnExampleAndHeaders()
    {
        foreach (var operation in fixture.Operations)
        {
            Assert.All(operation.Responses, response =>
            {
                Assert.NotEmpty(response.Value.GetProperty("description").GetString()!);
                Assert.True(response.Value.TryGetProperty("headers", out var headers) && headers.TryGetProperty("Cache-Control", out _));
                var content = operation.Content(response.Name);
                Assert.Equal(response.Name == "304", content is null);
                Assert.True(content is not { } some || (some.TryGetProperty("schema", out _) && some.TryGetProperty("example", out _)), $"{operation.Id} {response.Name}");
            });
        }
    }

    [Fact]
    public void ErrorExamples_AllOfThem_AreOfTheirStatus()
    {
        var examples = fixture.Operations.SelectMany(operation => operation.Responses
            .Where(response => response.Name[0] is '4' or '5')
            .Select(response => (response.Name, Example: operation.Content(response.Name)!.Value.GetProperty("example"))));
        Assert.All(examples, error =>
        {
            Assert.Equal(error.Name, error.Example.GetProperty("status").GetRawText());
            Assert.StartsWith("urn:cost-estimator:problem:", error.Example.GetProperty("type").GetString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Schemas_AllMembers_AreDescribedAndBounded()
    {
        var schemas = fixture.Document.GetProperty("components").GetProperty("schemas").EnumerateObject().ToList();
        Assert.NotEmpty(schemas);
        Assert.All(schemas, schema => Assert.NotEmpty(schema.Value.GetProperty("description").GetString()!));
        Assert.All(schemas.Where(schema => schema.Value.TryGetProperty("properties", out _)), schema => Assert.All(
            schema.Value.GetProperty("properties").EnumerateObject(),
            member =>
            {
                Assert.True(member.Value.TryGetProperty("description", out _), $"{schema.Name}.{member.Name}");
                AssertBounded(member.Value, $"{schema.Name}.{member.Name}");
            }));
    }

    [Theory]
    [InlineData("QuoteRequest")]
    [InlineData("QuoteItemRequest")]
    [InlineData("QuoteQuantityRequest")]
    public void RequestSchemas_AllOfThem_TakeNothingElse(string name)
    {
        var schema = fixture.Document.GetProperty("components").GetProperty("schemas").GetProperty(name);

        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
    }

    [Fact]
    public void Contract_EveryPath_IsThere()
    {
        Assert.Equal(
            [
                "/health/live", "/health/ready", "/v1/estimates", "/v1/exchange-rates", "/v1/price-rules", "/v1/price-rules/{code}",
                "/v1/programmes", "/v1/programmes/{code}", "/v1/quotes", "/v1/quotes/{reference}", "/v1/treatments", "/v1/treatments/{code}",
            ],
            fixture.Operations.Select(operation => operation.Path).Order(StringComparer.Ordinal));
    }

    private static void AssertBounded(JsonElement schema, string name)
    {
        var types = schema.TryGetProperty("type", out var type) ? type.GetRawText() : "";
        string[] bounds = types switch
        {
            _ when schema.TryGetProperty("enum", out _) => [],
            _ when types.Contains("\"string\"", StringComparison.Ordinal) => ["maxLength"],
            _ when types.Contains("\"array\"", StringComparison.Ordinal) => ["maxItems"],
            _ when types.Contains("\"integer\"", StringComparison.Ordinal) => ["minimum", "maximum", "format"],
            _ => [],
        };
        Assert.All(bounds, bound => Assert.True(schema.TryGetProperty(bound, out _), $"{name} has no {bound}"));
        foreach (var part in new[] { "items", "additionalProperties" })
        {
            if (schema.TryGetProperty(part, out var inside) && inside.ValueKind == JsonValueKind.Object)
            {
                AssertBounded(inside, $"{name}.{part}");
            }
        }
    }

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();
}
