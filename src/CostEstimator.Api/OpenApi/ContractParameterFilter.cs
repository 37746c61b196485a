using System.Text.Json.Nodes;
using CostEstimator.Api.Hosting;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Programmes;
using CostEstimator.Api.Quotes;
using CostEstimator.Api.Requests;
using CostEstimator.Pricing.PriceLists;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CostEstimator.Api.OpenApi;

/// <summary>Says of parameters what types alone do not: what is required, forms, bounds, examples that work as they stand.</summary>
/// <remarks>
/// Swagger UI fills in what a parameter gives as its example, and leaves empty what only its schema gives as one: that is for what is
/// better left out at first.
/// </remarks>
internal sealed class ContractParameterFilter(CurrentPriceList current, PricingDay day) : IParameterFilter
{
    private const int MostFacts = 1_000;

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
                Repeatable(concrete, schema, RequestResolver.MostItems, "^[^:]+(:[0-9]+(-[0-9]*)?)?$", ExampleRequest.Query(list)[0]);
                concrete.Example = new JsonArray([.. ExampleRequest.Query(list).Select(item => JsonValue.Create(item))]);
                break;
            case "fact":
                Repeatable(concrete, schema, MostFacts, "^[^:]+:[^:]+$", list.Facts.IsEmpty ? "donor:related" : $"{list.Facts[0]}:{list.Facts[0].Values[0]}");
                schema.Examples = [new JsonArray(schema.Items!.Examples![0].DeepClone())];
                break;
            case "programme":
                Form(schema, ContractStrings.CodePattern, Code.MaxLength);
                schema.Examples = [JsonValue.Create(list.Programmes.IsEmpty ? "acute-leukaemia" : list.Programmes[0].Code)];
                break;
            case "currency":
                Form(schema, ContractStrings.CurrencyPattern, 3);
                concrete.Example = JsonValue.Create(list.Currency.Code);
                break;
            case "language":
                schema.Enum = [.. Wording.Languages.Codes.Select(code => JsonValue.Create(code))];
                concrete.Example = JsonValue.Create(Wording.Languages.Codes[0]);
                break;
            case "on":
                (schema.Format, schema.MaxLength) = ("date", 10);
                schema.Examples = [JsonValue.Create($"{day.Today:yyyy-MM-dd}")];
                break;
            case "treatment":
                Form(schema, ContractStrings.CodePattern, Code.MaxLength);
                concrete.Example = JsonValue.Create(list.Treatments[0].Code);
                break;
            case "code":
                Form(schema, ContractStrings.CodePattern, Code.MaxLength);
                concrete.Example = JsonValue.Create(CodeOf(context.ParameterInfo?.Member.DeclaringType, list));
                break;
            case "reference":
                Form(schema, "^[Qq](-?[0-9A-TV-Za-tv-z]){12}$", 30);
                concrete.Example = JsonValue.Create(QuoteDesk.Example.ToString());
                break;
        }
    }

    private static string CodeOf(Type? endpoints, PriceList list) =>
        endpoints == typeof(PriceRuleEndpoints) && !list.Rules.IsEmpty ? list.Rules[0].Code
        : endpoints == typeof(ProgrammeEndpoints) && !list.Programmes.IsEmpty ? list.Programmes[0].Code
        : list.Treatments[0].Code;

    private static void Repeatable(OpenApiParameter parameter, OpenApiSchema schema, int most, string pattern, string example)
    {
        parameter.Required = false;
        schema.MaxItems = most;
        schema.Default = null;
        if (schema.Items is OpenApiSchema items)
        {
            Form(items, pattern, (2 * Code.MaxLength) + 1);

            // Without one, Swagger UI makes something up that fits the pattern.
            items.Examples = [JsonValue.Create(example)];
        }
    }

    private static void Form(OpenApiSchema schema, string pattern, int maxLength) => (schema.Pattern, schema.MaxLength) = (pattern, maxLength);
}
