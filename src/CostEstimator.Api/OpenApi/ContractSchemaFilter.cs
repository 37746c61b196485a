using System.Text.Json.Nodes;
using CostEstimator.Api.Estimates;
using CostEstimator.Api.Health;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Quotes;
using CostEstimator.Api.Requests;
using CostEstimator.Pricing.PriceLists;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CostEstimator.Api.OpenApi;

/// <summary>Says in schemas what types alone do not: what is required, patterns, bounds.</summary>
internal sealed class ContractSchemaFilter : ISchemaFilter
{
    private const string AmountPattern = @"^[0-9]+(\.[0-9]+)?$";
    private const string CurrencyPattern = "^[A-Z]{3}$";

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema concrete || context.MemberInfo is not null || context.ParameterInfo is not null)
        {
            return;
        }

        NullableReferences.Describe(concrete, context.Type);
        if (context.Type == typeof(QuoteRequest))
        {
            DescribeRequest(concrete);
        }
        else if (context.Type == typeof(QuoteItemRequest))
        {
            Refuse(concrete);
            Property(concrete, "treatment").MaxLength = Code.MaxLength;
        }
        else if (context.Type == typeof(QuoteQuantityRequest))
        {
            Refuse(concrete);
            Bound(Property(concrete, "min"));
            Bound(Property(concrete, "max"));
        }
        else if (concrete.Properties is { Count: > 0 } && context.Type.Namespace?.StartsWith("CostEstimator.Api", StringComparison.Ordinal) == true)
        {
            DescribeAnswer(concrete, context.Type);
        }
    }

    private static void DescribeAnswer(OpenApiSchema schema, Type type)
    {
        // Answers may gain members; requests with unknown ones are refused.
        schema.AdditionalPropertiesAllowed = true;
        schema.Required = type == typeof(ProblemErrorResponse) ? new HashSet<string> { "detail" } : schema.Properties!.Keys.ToHashSet();
        if (type == typeof(PriceRangeResponse))
        {
            Property(schema, "low").Pattern = AmountPattern;
            Property(schema, "high").Pattern = AmountPattern;
        }

        if (schema.Properties!.TryGetValue("currency", out var currency) && currency is OpenApiSchema text)
        {
            text.Pattern = CurrencyPattern;
        }

        if (type == typeof(HealthResponse))
        {
            Property(schema, "status").Enum = [JsonValue.Create("ok")];
        }
    }

    private static OpenApiSchema Property(OpenApiSchema schema, string name) => (OpenApiSchema)schema.Properties![name];

    private static void Refuse(OpenApiSchema schema) => schema.AdditionalPropertiesAllowed = false;

    private static void Bound(OpenApiSchema quantity)
    {
        quantity.Minimum = $"{Quantity.Least}";
        quantity.Maximum = $"{Quantity.Most}";
    }

    private static void DescribeRequest(OpenApiSchema schema)
    {
        Refuse(schema);
        schema.Required = new HashSet<string>();
        Property(schema, "programme").MaxLength = Code.MaxLength;
        var items = Property(schema, "items");
        items.Type = JsonSchemaType.Array | JsonSchemaType.Null;
        items.MaxItems = RequestResolver.MostItems;
        Property(schema, "currency").Pattern = CurrencyPattern;
        Property(schema, "language").Enum = [.. Wording.Languages.Codes.Select(code => JsonValue.Create(code)), null!];
    }
}
