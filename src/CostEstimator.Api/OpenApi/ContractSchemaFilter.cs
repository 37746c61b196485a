using System.Text.Json.Nodes;
using CostEstimator.Api.ExchangeRates;
using CostEstimator.Api.Health;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Quotes;
using CostEstimator.Api.Requests;
using CostEstimator.Pricing.PriceLists;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CostEstimator.Api.OpenApi;

/// <summary>Says in schemas what types alone do not: what is required, forms, bounds.</summary>
internal sealed class ContractSchemaFilter : ISchemaFilter
{
    /// <summary>More than any list in an answer has.</summary>
    public const int MostListed = 100_000;

    private const int MostUnits = 1_000_000;

    private static readonly HashSet<Type> Requests = [typeof(QuoteRequest), typeof(QuoteItemRequest), typeof(QuoteQuantityRequest)];

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema concrete
            || concrete.Properties is not { Count: > 0 }
            || context.Type.Namespace?.StartsWith("CostEstimator.Api", StringComparison.Ordinal) != true)
        {
            return;
        }

        NullableReferences.Describe(concrete, context.Type);
        foreach (var (name, property) in concrete.Properties)
        {
            if (property is OpenApiSchema member)
            {
                ContractStrings.Describe(name, member);
                BoundLists(member);
                BoundNumbers(name, member, context.Type);
            }
        }

        if (Requests.Contains(context.Type))
        {
            DescribeRequest(concrete, context.Type);
        }
        else
        {
            DescribeAnswer(concrete, context.Type);
        }
    }

    // Answers may gain members; requests with unknown ones are refused.
    private static void DescribeAnswer(OpenApiSchema schema, Type type)
    {
        schema.AdditionalPropertiesAllowed = true;
        schema.Required = type == typeof(ProblemErrorResponse) ? new HashSet<string> { "detail" } : schema.Properties!.Keys.ToHashSet();
        if (type == typeof(HealthResponse))
        {
            Property(schema, "status").Enum = [JsonValue.Create("ok")];
        }
        else if (type == typeof(ProblemErrorResponse))
        {
            NeverNull(schema);
        }
        else if (type == typeof(ProblemResponse))
        {
            var urn = Property(schema, "type");
            urn.Description += $" Among them: {string.Join(", ", ProblemKind.All.Select(kind => $"`{kind.Code}` ({kind.Status})"))}.";
        }
    }

    // What they do not have, they leave out.
    private static void NeverNull(OpenApiSchema schema)
    {
        foreach (var member in schema.Properties!.Values.OfType<OpenApiSchema>())
        {
            member.Type &= ~JsonSchemaType.Null;
        }
    }

    private static void DescribeRequest(OpenApiSchema schema, Type type)
    {
        schema.AdditionalPropertiesAllowed = false;
        if (type == typeof(QuoteRequest))
        {
            schema.Required = new HashSet<string>();
            var items = Property(schema, "items");
            items.Type = JsonSchemaType.Array | JsonSchemaType.Null;
            items.MaxItems = RequestResolver.MostItems;
        }
    }

    private static OpenApiSchema Property(OpenApiSchema schema, string name) => (OpenApiSchema)schema.Properties![name];

    private static void BoundLists(OpenApiSchema member)
    {
        if (member.Type?.HasFlag(JsonSchemaType.Array) == true)
        {
            member.MaxItems ??= MostListed;
        }

        if (member.AdditionalProperties is OpenApiSchema values)
        {
            BoundLists(values);
        }
    }

    private static void BoundNumbers(string name, OpenApiSchema member, Type type)
    {
        if (member.Type?.HasFlag(JsonSchemaType.Integer) != true)
        {
            return;
        }

        (member.Minimum, member.Maximum) =
            type == typeof(ProblemResponse) ? ("400", "599")
            : type == typeof(ExchangeRateResponse) && name == "unit" ? ("1", $"{MostUnits}")
            : ($"{Quantity.Least}", $"{Quantity.Most}");
    }
}
