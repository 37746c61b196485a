using CostEstimator.Api.Callers;
using CostEstimator.Api.Hosting;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CostEstimator.Api.OpenApi;

/// <summary>The OpenAPI document, and Swagger UI to try it out.</summary>
internal static class OpenApiRegistration
{
    public const string DocumentName = "v1";
    public const string DocumentPath = "/openapi/v1.json";
    public const string UiPath = "/swagger";

    /// <summary>The name of the scheme by which partners say who they are.</summary>
    public const string KeyScheme = "ApiKey";

    /// <summary>The version of the specification that tools read best.</summary>
    public const OpenApiSpecVersion SpecVersion = OpenApiSpecVersion.OpenApi3_1;

    private const string Title = "Treatment Cost Estimator";

    private const string Description =
        """
        What a treatment costs, as far as it is known: price-range rules from published sources, combined by exact interval arithmetic.

        - **What is not known widens the range; it never blocks the estimate.** A range encloses every price that the unknown facts allow, and each of its ends is reached by some case.
        - Amounts are strings with exactly the currency's minor digits. A high end of null means that no upper bound is known.
        - Texts are in English, Russian or Turkish: as the parameter `language` says, else as the header `Accept-Language` prefers, else in English.
        - An estimate is in the currency in which most prices are published, unless it names another. Prices published in another currency than the estimate's are converted by a bulletin of the Central Bank of the Republic of Türkiye, which the estimate names; low ends at the buying rate, high ends at the selling rate.
        - Everything can be asked without a key. Partners send theirs as `X-Api-Key`: it has a limit of its own, and issues quotes from the partner's own pages only.
        - Every error is `application/problem+json` (RFC 9457) with the one shape `Problem`. Answers may gain members; clients pass over those that they do not know.
        """;

    public static void AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddSingleton<ExampleAnswers>();
        services.AddSingleton<OpenApiDocuments>();
        services.AddEndpointsApiExplorer();
        services.ConfigureSwagger(options => options.OpenApiVersion = SpecVersion);
        services.AddSwaggerGen(Describe);
    }

    public static void MapOpenApi(this WebApplication app)
    {
        app.MapGet(DocumentPath, static (HttpContext http, OpenApiDocuments documents) => documents.GetAsync(http))
            .ExcludeFromDescription()
            .DisableRateLimiting();
        app.UseWhen(
            static http => http.Request.Path.StartsWithSegments(UiPath, StringComparison.OrdinalIgnoreCase),
            static pages => pages.UseSwaggerUI(options =>
            {
                options.RoutePrefix = UiPath.TrimStart('/');
                options.DocumentTitle = Title;
                options.SwaggerEndpoint($"..{DocumentPath}", $"{Title} v1");
                options.EnableTryItOutByDefault();
                options.DisplayRequestDuration();
            }));
    }

    private static void Describe(SwaggerGenOptions options)
    {
        options.SwaggerDoc(DocumentName, new OpenApiInfo
        {
            Title = Title,
            Version = ProductVersion.Text,
            Description = Description,
            Contact = new OpenApiContact { Name = Title, Url = new Uri(OpenApiDocuments.ServerPlaceholder) },
            License = new OpenApiLicense { Name = "Apache 2.0", Identifier = "Apache-2.0" },
        });
        options.AddSecurityDefinition(KeyScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = Caller.KeyHeader,
            Description = "The key of a partner. Without one, requests are counted for the address that they come from.",
        });
        options.IncludeXmlComments(typeof(OpenApiRegistration).Assembly, includeControllerXmlComments: false);
        options.SupportNonNullableReferenceTypes();
        options.CustomSchemaIds(SchemaNames.Of);
        options.SchemaFilter<ContractSchemaFilter>();
        options.ParameterFilter<ContractParameterFilter>();
        options.OperationFilter<ContractRequestHeaders>();
        options.OperationFilter<ContractOperationFilter>();
        options.DocumentFilter<ContractHeaders>();
        options.DocumentFilter<ContractDocument>();
    }
}
