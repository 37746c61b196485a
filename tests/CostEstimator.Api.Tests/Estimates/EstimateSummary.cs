using System.Text.Json.Nodes;

namespace CostEstimator.Api.Tests.Estimates;

/// <summary>What a golden case says of an estimate: ranges as their low end, high end and text; rules and notes as their codes.</summary>
internal static class EstimateSummary
{
    public static JsonObject Of(JsonNode estimate) => new()
    {
        ["currency"] = estimate["currency"]!.DeepClone(),
        ["total"] = Range(estimate["total"]),
        ["openBecause"] = estimate["openBecause"]!.DeepClone(),
        ["onRequest"] = estimate["onRequest"]!.DeepClone(),
        ["lines"] = All(estimate["lines"], line => new JsonObject
        {
            ["treatment"] = line["treatment"]!.DeepClone(),
            ["unitPrice"] = Range(line["unitPrice"]),
            ["price"] = Range(line["price"]),
            ["text"] = line["text"]!.DeepClone(),
            ["sourcesDisagree"] = line["sourcesDisagree"]!.DeepClone(),
            ["basis"] = All(line["basis"], rule => rule["code"]!.DeepClone()),
        }),
        ["questions"] = All(estimate["questions"], question => new JsonObject
        {
            ["fact"] = question["fact"]!.DeepClone(),
            ["options"] = new JsonObject(question["options"]!.AsArray()
                .Select(option => KeyValuePair.Create<string, JsonNode?>((string)option!["value"]!, Range(option["total"])))),
        }),
        ["notes"] = All(estimate["notes"], note => note["code"]!.DeepClone()),
    };

    private static JsonArray All(JsonNode? array, Func<JsonNode, JsonNode?> part) => [.. array!.AsArray().Select(element => part(element!))];

    private static JsonArray? Range(JsonNode? range) => range is null
        ? null
        : new JsonArray(range["low"]!.DeepClone(), range["high"]?.DeepClone(), range["text"]!.DeepClone());
}
