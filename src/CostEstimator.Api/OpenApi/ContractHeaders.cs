using System.Text.Json.Nodes;
using CostEstimator.Api.Callers;
using CostEstimator.Api.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CostEstimator.Api.OpenApi;

/// <summary>The headers of answers: described once, and referred to by each answer that has them.</summary>
internal sealed class ContractHeaders : IDocumentFilter
{
    private const int MostCharacters = 1_000;

    private static readonly (string Name, string Description, string Pattern, string Example)[] All =
    [
        ("Access-Control-Allow-Origin", "The pages that may read the answer: `*`, all of them; or, of a quote issued with a key, the partner's own.", @"^(\*|https?://.+)$", "*"),
        ("Cache-Control", "How long the answer may be kept: never beyond the day in the time zone of the prices.", "^[a-z0-9=, -]+$", "public, max-age=300, stale-while-revalidate=42900"),
        ("Content-Language", "The language of the texts: `en`, `ru` or `tr`.", "^[a-z]{2}$", "en"),
        ("ETag", "Identifies the answer, for `If-None-Match`; the same however a request is written.", "^\"[0-9a-f]{32}\"$", "\"0123456789abcdef0123456789abcdef\""),
        ("Location", "Where the quote can be read.", "^/.+$", "/v1/quotes/Q-7F3K-29QX-B5M1"),
        (Freshness.PriceListVersionHeader, "The version of the price list that the answer is from.", "^[0-9a-f]{16}$", "3f0c9a52b7d1e864"),
        (CallerLimits.Header, "How many requests are left (`r`), and in how many seconds they are all there again (`t`). Left out where there is no limit.", "^\"[a-z]+\";r=[0-9]+;t=[0-9]+$", "\"anonymous\";r=119;t=60"),
        (CallerLimits.PolicyHeader, "How many requests there may be (`q`) in so many seconds (`w`). Left out where there is no limit.", "^\"[a-z]+\";q=[0-9]+;w=[0-9]+$", "\"anonymous\";q=120;w=60"),
        ("Retry-After", "After how many seconds to try again.", "^[0-9]+$", "5"),
        ("Vary", "The request headers that had a say in the answer.", "^[A-Za-z, -]+$", "Accept-Language"),
        ("WWW-Authenticate", "How to say who calls.", "^ApiKey ", "ApiKey header=\"X-Api-Key\""),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Components ??= new OpenApiComponents();
        swaggerDoc.Components.Headers = All.ToDictionary(header => header.Name, Header, StringComparer.Ordinal);
    }

    /// <summary>Says that an answer has a header.</summary>
    public static void Add(OpenApiResponse response, string name, OpenApiDocument document)
    {
        response.Headers ??= new SortedDictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        response.Headers[name] = new OpenApiHeaderReference(name, document);
    }

    private static IOpenApiHeader Header((string Name, string Description, string Pattern, string Example) header) => new OpenApiHeader
    {
        Description = header.Description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = header.Pattern, MaxLength = MostCharacters },
        Example = JsonValue.Create(header.Example),
    };
}
