using System.Text.Json.Nodes;

namespace CostEstimator.Api.Tests.Estimates;

/// <summary>
/// What a golden case says of an estimate: ranges as their low end, high end and text; stages, assumptions, rules and notes as their
/// codes; rates as what they are from and to, with what the bank pays and takes. What most lines do not have, it leaves out where there
/// is none.
/// </summary>
internal static class EstimateSummary
{
    public static JsonObject Of(JsonNode estimate) => new JsonObject(WithoutNothing(new()
    {
        ["currency"] = estimate["currency"]!.DeepClone(),
        ["exchange"] = Exchange(estimate["exchange"]),
        ["total"] = Range(estimate["total"]),
        ["openBecause"] = estimate["openBecause"]!.DeepClone(),
        ["onRequest"] = estimate["onRequest"]!.DeepClone(),
        ["lines"] = All(estimate["lines"], Line),
        ["questions"] = All(estimate["questions"], question => new JsonObject
        {
            ["fact"] = question["fact"]!.DeepClone(),
            ["options"] = new JsonObject(question["options"]!.AsArray()
                .Select(option => KeyValuePair.Create<string, JsonNode?>((string)option!["value"]!, Range(option["total"])))),
        }),
        ["notes"] = All(estimate["notes"], note => note["code"]!.DeepClone()),
    }));

    private static JsonObject Line(JsonNode line) =>
    [
        .. WithoutNothing(new()
        {
            ["stage"] = line["stage"]?["code"]?.DeepClone(),
            ["treatment"] = line["treatment"]!.DeepClone(),
            ["assumption"] = line["assumption"]?["code"]?.DeepClone(),
            ["when"] = line["when"]!.AsObject().Count == 0 ? null : line["when"]!.DeepClone(),
            ["optional"] = (bool)line["optional"]! ? true : null,
        }),
        .. new JsonObject
        {
            ["unitPrice"] = Range(line["unitPrice"]),
            ["price"] = Range(line["price"]),
            ["text"] = line["text"]!.DeepClone(),
            ["sourcesDisagree"] = line["sourcesDisagree"]!.DeepClone(),
            ["basis"] = All(line["basis"], rule => rule["code"]!.DeepClone()),
        }.Select(Loose),
    ];

    private static JsonObject? Exchange(JsonNode? exchange) => exchange is null
        ? null
        : new JsonObject
        {
            ["bulletin"] = exchange["bulletin"]!.DeepClone(),
            ["day"] = exchange["day"]!.DeepClone(),
            ["stale"] = exchange["stale"]!.DeepClone(),
            ["rates"] = All(exchange["rates"], rate => Values(rate, "from", "to", "buying", "selling")),
            ["bulletinRates"] = All(exchange["bulletinRates"], rate => Values(rate, "currency", "unit", "buying", "selling")),
        };

    private static JsonArray Values(JsonNode node, params string[] members) => [.. members.Select(member => node[member]!.DeepClone())];

    private static IEnumerable<KeyValuePair<string, JsonNode?>> WithoutNothing(JsonObject members) =>
        members.Where(member => member.Value is not null).Select(Loose);

    // A node can be in one tree only.
    private static KeyValuePair<string, JsonNode?> Loose(KeyValuePair<string, JsonNode?> member) =>
        KeyValuePair.Create(member.Key, member.Value?.DeepClone());

    private static JsonArray All(JsonNode? array, Func<JsonNode, JsonNode?> part) => [.. array!.AsArray().Select(element => part(element!))];

    private static JsonArray? Range(JsonNode? range) => range is null
        ? null
        : new JsonArray(range["low"]!.DeepClone(), range["high"]?.DeepClone(), range["text"]!.DeepClone());
}
