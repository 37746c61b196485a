using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CostEstimator.Api.OpenApi;

/// <summary>Where the server is, and what the groups of operations are about.</summary>
internal sealed class ContractDocument : IDocumentFilter
{
    private static readonly (string Name, string Description)[] Tags =
    [
        ("Estimates", "What treatments cost, computed as it is asked, and kept nowhere."),
        ("Quotes", "Estimates that were issued and are kept under a reference."),
        ("Catalogue", "What estimates are computed from: treatments, price rules and their sources, programmes, exchange rates."),
        ("Health", "Whether the product runs and can do its work, for operators."),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Servers =
        [
            new OpenApiServer
            {
                Url = OpenApiDocuments.ServerPlaceholder,
                Extensions = new Dictionary<string, IOpenApiExtension> { ["x-internal"] = new JsonNodeExtension(JsonValue.Create(false)) },
            },
        ];
        swaggerDoc.Tags = new HashSet<OpenApiTag>(Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }));
    }
}
