using System.Text.Json;

namespace CostEstimator.Api.Tests.Wording;

/// <summary>Finds the strings of an answer that are meant to be shown. A member that is known neither as text nor as code fails the test.</summary>
internal static class ShownTexts
{
    private static readonly HashSet<string> Texts = ["text", "name", "title", "detail", "whenText", "validityText", "locator"];

    private static readonly HashSet<string> Codes =
    [
        "base", "bulletin", "buying", "code", "currencies", "currency", "day", "fact", "from", "high", "issuedAt", "known", "language", "low", "on",
        "onRequest", "openBecause", "parameter", "pointer", "priceListVersion", "programme", "publisher", "readOn", "reference", "selling",
        "status", "to", "treatment", "type", "unit", "validFrom", "validTo", "validUntil", "value",
    ];

    // Objects whose members are named by codes, and hold codes.
    private static readonly HashSet<string> ByCode = ["conditions", "when", "facts"];

    /// <summary>The texts, each with its place as a JSON pointer.</summary>
    public static IReadOnlyDictionary<string, string> In(JsonElement answer)
    {
        var texts = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        Collect(answer, "", "", texts);
        return texts;
    }

    private static void Collect(JsonElement value, string name, string place, OrderedDictionary<string, string> texts)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when !ByCode.Contains(name):
                foreach (var member in value.EnumerateObject())
                {
                    Collect(member.Value, member.Name, $"{place}/{member.Name}", texts);
                }

                break;
            case JsonValueKind.Array:
                foreach (var (index, element) in value.EnumerateArray().Index())
                {
                    // What stands in an array of objects is told by its own members.
                    Collect(element, element.ValueKind == JsonValueKind.String ? name : "", $"{place}/{index}", texts);
                }

                break;
            case JsonValueKind.String:
                Assert.True(Texts.Contains(name) ^ Codes.Contains(name), $"{place} is known neither as a text nor as a code.");
                if (Texts.Contains(name))
                {
                    texts.Add(place, value.GetString()!);
                }

                break;
        }
    }
}
