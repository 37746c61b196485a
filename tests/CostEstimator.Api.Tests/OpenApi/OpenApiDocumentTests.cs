using System.Text.Json;
using CostEstimator.Api.Tests.Fixture;

namespace CostEstimator.Api.Tests.OpenApi;

public sealed class OpenApiDocumentTests(SeedHost host) : IClassFixture<SeedHost>
{
    private const string Update = "UPDATE_SNAPSHOTS";

    [Fact]
    public async Task Document_OfTheSeedData_IsTheSnapshot()
    {
        var document = (await host.Client.FetchAsync("/openapi/v1.json")).Text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            await File.WriteAllTextAsync(SourceFile(), document + "\n", TestContext.Current.CancellationToken);
        }

        var snapshot = await File.ReadAllTextAsync(SourceFile(), TestContext.Current.CancellationToken);
        Assert.True(
            document == snapshot.ReplaceLineEndings("\n").TrimEnd('\n'),
            $"The document is not the snapshot {SourceFile()}. If the contract was meant to change, run this test with {Update}=1 and review the difference.");
    }

    [Fact]
    public async Task Document_IsOpenApi31_WithTitleVersionAndDescription()
    {
        var document = await DocumentAsync();
        Assert.Equal("3.1.1", document.GetProperty("openapi").GetString());
        Assert.All(["title", "version", "description"], member => Assert.NotEmpty(document.GetProperty("info").GetProperty(member).GetString()!));
    }

    [Fact]
    public async Task Operations_AllOfThem_SayWhatTheyDo()
    {
        var operations = Operations(await DocumentAsync());
        Assert.NotEmpty(operations);
        Assert.All(operations, operation => Assert.All(
            ["operationId", "summary", "description"], member => Assert.NotEmpty(operation.GetProperty(member).GetString()!)));
        Assert.Equal(operations.Count, operations.Select(operation => operation.GetProperty("operationId").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Parameters_AllOfThem_AreDescribed()
    {
        var parameters = Operations(await DocumentAsync())
            .Where(operation => operation.TryGetProperty("parameters", out _))
            .SelectMany(operation => operation.GetProperty("parameters").EnumerateArray())
            .ToList();
        Assert.NotEmpty(parameters);
        Assert.All(parameters, parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!));
    }

    [Fact]
    public async Task Responses_AllButNotModified_HaveASchemaAndADescription()
    {
        var responses = Operations(await DocumentAsync())
            .SelectMany(operation => operation.GetProperty("responses").EnumerateObject())
            .ToList();
        Assert.All(responses, response => Assert.NotEmpty(response.Value.GetProperty("description").GetString()!));
        Assert.All(responses.Where(response => response.Name != "304"), response => Assert.All(
            response.Value.GetProperty("content").EnumerateObject(), content => Assert.True(content.Value.TryGetProperty("schema", out _))));
    }

    [Fact]
    public async Task Schemas_AllMembers_AreDescribed()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas").EnumerateObject().ToList();
        Assert.NotEmpty(schemas);
        Assert.All(schemas, schema => Assert.NotEmpty(schema.Value.GetProperty("description").GetString()!));
        Assert.All(schemas.Where(schema => schema.Value.TryGetProperty("properties", out _)), schema => Assert.All(
            schema.Value.GetProperty("properties").EnumerateObject(),
            member => Assert.True(member.Value.TryGetProperty("description", out _), $"{schema.Name}.{member.Name}")));
    }

    [Fact]
    public async Task Contract_EveryPath_IsThere()
    {
        var paths = (await DocumentAsync()).GetProperty("paths").EnumerateObject().Select(path => path.Name);
        Assert.Equal(
            [
                "/health/live", "/health/ready", "/v1/estimates", "/v1/exchange-rates", "/v1/price-rules", "/v1/price-rules/{code}",
                "/v1/programmes", "/v1/programmes/{code}", "/v1/quotes", "/v1/quotes/{reference}", "/v1/treatments", "/v1/treatments/{code}",
            ],
            paths.Order(StringComparer.Ordinal));
    }

    private static List<JsonElement> Operations(JsonElement document) =>
    [
        .. document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value)
    ];

    // The snapshot is read where it is committed, so that updating and comparing speak of the same file.
    private static string SourceFile([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "openapi.v1.json");

    private async Task<JsonElement> DocumentAsync() => (await host.Client.FetchAsync("/openapi/v1.json")).Json;
}
