using System.Text.Json.Nodes;
using CostEstimator.Api.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CostEstimator.Api.OpenApi;

/// <summary>The headers of requests that decide an answer. Their examples stand in the schema, so that Swagger UI leaves them empty.</summary>
internal sealed class ContractRequestHeaders : IOperationFilter
{
    private const int MostCharacters = 1_000;

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<DisableRateLimitingAttribute>().Any())
        {
            return;
        }

        Add(operation, "Accept-Language", "The languages that the client prefers, by RFC 9110; `language` comes before it.", "^[A-Za-z0-9*,;=. -]+$", MostCharacters, "ru-RU, ru;q=0.9, en;q=0.5");
        if (operation.Responses!.ContainsKey("304"))
        {
            Add(operation, "If-None-Match", "The `ETag` of an answer that the client has: if it still holds, the answer is 304.", "\\S", MostCharacters, "\"0123456789abcdef0123456789abcdef\"");
        }

        if (operation.RequestBody is not null)
        {
            Add(
                operation,
                IdempotencyKey.Header,
                "A key of the client's own for this request, quoted or bare: sent again within 24 hours, the same key and body give the same quote, "
                + "and nothing is issued twice. The same key with another body is refused. Keys are a partner's own; those of clients without "
                + "an `X-Api-Key` are their network's: who comes from another one is another client.",
                "^[ -~]+$",
                IdempotencyKey.MostCharacters + 2,
                "8e03978e-40d5-43dd-bc93-6894a57f9324");
        }
    }

    private static void Add(OpenApiOperation operation, string name, string description, string pattern, int maxLength, string example)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = pattern, MaxLength = maxLength, Examples = [JsonValue.Create(example)] },
        });
    }
}
