using System.Text.Json.Nodes;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Programmes;
using CostEstimator.Api.Quotes;
using CostEstimator.Api.Requests;
using CostEstimator.Pricing.PriceLists;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CostEstimator.Api.OpenApi;

/// <summary>Says of parameters what types alone do not: what is required, patterns, bounds, examples that work as they stand.</summary>
internal sealed class ContractParameterFilter(CurrentPriceList current) : IParameterFilter
{
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (parameter is not OpenApiParameter concrete || concrete.Schema is not OpenApiSchema schema)
        {
            return;
        }

        var list = current.Snapshot.Data.List;
        switch (concrete.Name)
        {
            case "item":
                concrete.Required = false;
                schema.MaxItems = RequestResolver.MostItems;
                schema.Default = null;
                Pattern(schema.Items, "^[^:]+(:[0-9]+(-[0-9]*)?)?$", ExampleRequest.Query(list)[0]);
                concrete.Example = new JsonArray([.. ExampleRequest.Query(list).Select(item => JsonValue.Create(item))]);
                break;
            case "programme":
                schema.MaxLength = Code.MaxLength;
                break;
            case "fact":
                concrete.Required = false;
                schema.Default = null;
                Pattern(schema.Items, "^[^:]+:[^:]+$", list.Facts.IsEmpty ? "donor:related" : $"{list.Facts[0]}:{list.Facts[0].Values[0]}");
                break;
            case "currency":
                schema.Pattern = "^[A-Z]{3}$";
                concrete.Example = JsonValue.Create(list.Currency.Code);
                break;
            case "language":
                schema.Enum = [.. Wording.Languages.Codes.Select(code => JsonValue.Create(code))];
                concrete.Example = JsonValue.Create(Wording.Languages.Codes[0]);
                break;
            case "on":
                schema.Format = "date";
                break;
            case "treatment":
                schema.MaxLength = Code.MaxLength;
                concrete.Example = JsonValue.Create(list.Treatments[0].Code);
                break;
            case "code":
                schema.MaxLength = Code.MaxLength;
                concrete.Example = JsonValue.Create(CodeOf(context, list));
                break;
            case "reference":
                schema.Pattern = "^[Qq](-?[0-9A-TV-Za-tv-z]){12}$";
                concrete.Example = JsonValue.Create(QuoteDesk.Example.ToString());
                break;
        }
    }

    private static string CodeOf(ParameterFilterContext context, PriceList list) =>
        context.ApiParameterDescription.ParameterDescriptor?.ParameterType == typeof(string)
            ? ExampleOf(context.ParameterInfo?.Member.DeclaringType, list)
            : list.Treatments[0].Code;

    private static string ExampleOf(Type? endpoints, PriceList list) =>
        endpoints == typeof(PriceRuleEndpoints) && !list.Rules.IsEmpty ? list.Rules[0].Code
        : endpoints == typeof(ProgrammeEndpoints) && !list.Programmes.IsEmpty ? list.Programmes[0].Code
        : list.Treatments[0].Code;

    // Without an example, Swagger UI makes something up that fits the pattern.
    private static void Pattern(IOpenApiSchema? schema, string pattern, string example)
    {
        if (schema is OpenApiSchema concrete)
        {
            concrete.Pattern = pattern;
            concrete.Examples = [JsonValue.Create(example)];
        }
    }
}
