using System.Text.Json;

namespace CostEstimator.Api.Tests.OpenApi;

/// <summary>An operation of a document.</summary>
public sealed record DocumentedOperation(string Path, string Method, JsonElement Json)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public string Id => Json.GetProperty("operationId").GetString()!;

    public IEnumerable<JsonElement> Parameters => Json.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [];

    public IEnumerable<JsonProperty> Responses => Json.GetProperty("responses").EnumerateObject();

    public static IEnumerable<DocumentedOperation> In(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from member in path.Value.EnumerateObject()
        where Methods.Contains(member.Name)
        select new DocumentedOperation(path.Name, member.Name, member.Value);

    /// <summary>The content of one of its answers; null: that has none.</summary>
    public JsonElement? Content(string status) =>
        Json.GetProperty("responses").GetProperty(status).TryGetProperty("content", out var content) ? content.EnumerateObject().Single().Value : null;
}
