using System.Reflection;
using System.Text.Json;
using Microsoft.OpenApi;

namespace CostEstimator.Api.OpenApi;

/// <summary>Lets members that refer to another schema be null where the type says so; the generator refers to the schema alone.</summary>
internal static class NullableReferences
{
    public static void Describe(OpenApiSchema schema, Type type)
    {
        var nullability = new NullabilityInfoContext();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (schema.Properties is not null
                && schema.Properties.TryGetValue(name, out var member)
                && member is OpenApiSchemaReference reference
                && nullability.Create(property).ReadState == NullabilityState.Nullable)
            {
                schema.Properties[name] = new OpenApiSchema
                {
                    Description = reference.Description,
                    OneOf = [new OpenApiSchemaReference(reference.Reference.Id!), new OpenApiSchema { Type = JsonSchemaType.Null }],
                };
            }
        }
    }
}
