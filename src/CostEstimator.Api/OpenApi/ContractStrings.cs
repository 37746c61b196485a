using System.Text.Json.Nodes;
using CostEstimator.Api.Wording;
using CostEstimator.Pricing.PriceLists;
using Microsoft.OpenApi;

namespace CostEstimator.Api.OpenApi;

/// <summary>The forms of strings: one word stands for one thing everywhere, so the name of a member tells which form its text has.</summary>
internal static class ContractStrings
{
    /// <summary>The form of codes, of which the greatest length is <see cref="Code.MaxLength"/>.</summary>
    public const string CodePattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /// <summary>The form of currencies, by ISO 4217.</summary>
    public const string CurrencyPattern = "^[A-Z]{3}$";

    /// <summary>Longer than any text that is worth showing.</summary>
    public const int MostCharacters = 100_000;

    private const int MostDigits = 40;

    // Texts to show are not blank.
    private static readonly Form Shown = new(@"\S", MostCharacters);

    private static readonly Dictionary<string, Form> Forms = new (Form Form, string Names)[]
    {
        (new(CodePattern, Code.MaxLength), "code treatment unit fact value programme openBecause onRequest facts when conditions"),
        (new(CurrencyPattern, 3), "currency currencies from to base"),
        (new(@"^[0-9]+(\.[0-9]+)?$", MostDigits), "low high buying selling"),
        (new(@"\S", Code.MaxLength), "bulletin"),
        (new("^[0-9a-f]{16}$", 16), "priceListVersion"),
        (new("^Q(-[0-9A-HJKMNP-TV-Z]{4}){3}$", 16), "reference"),
        (new("^urn:cost-estimator:problem:[a-z]+(-[a-z]+)*$", Code.MaxLength), "type"),
        (new(@"^(/[\s\S]*)?$", MostCharacters), "pointer"),

        // A client may name a parameter anything, even nothing.
        (new(@"^[\s\S]*$", Code.MaxLength), "parameter"),
    }
    .SelectMany(group => group.Names.Split(' '), (group, name) => KeyValuePair.Create(name, group.Form))
    .ToDictionary(StringComparer.Ordinal);

    /// <summary>Says which form the text of a member has, or the texts in it.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="member">Its schema.</param>
    public static void Describe(string name, OpenApiSchema member)
    {
        if (name == "language")
        {
            var isNullable = member.Type?.HasFlag(JsonSchemaType.Null) == true;
            member.Enum = [.. Languages.Codes.Select(code => JsonValue.Create(code)), .. isNullable ? new JsonNode[] { null! } : []];
        }
        else if (TextIn(member) is { Format: null, Enum: null or { Count: 0 } } text)
        {
            var form = Forms.GetValueOrDefault(name, Shown);
            text.Pattern = form.Pattern;
            text.MaxLength = form.MaxLength;
        }
        else if (TextIn(member) is { Format: { } format } day)
        {
            day.MaxLength = format == "date" ? 10 : 40;
        }
    }

    private static OpenApiSchema? TextIn(IOpenApiSchema? schema) => schema is not OpenApiSchema concrete ? null
        : concrete.Type?.HasFlag(JsonSchemaType.String) == true ? concrete
        : TextIn(concrete.Items) ?? TextIn(concrete.AdditionalProperties);

    private sealed record Form(string Pattern, int MaxLength);
}
