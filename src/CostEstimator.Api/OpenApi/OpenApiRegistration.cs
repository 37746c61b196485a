using CostEstimator.Api.Hosting;
using Microsoft.OpenApi;

namespace CostEstimator.Api.OpenApi;

/// <summary>The OpenAPI document, and Swagger UI to try it out.</summary>
internal static class OpenApiRegistration
{
    public const string DocumentPath = "/openapi/v1.json";
    public const string UiPath = "/swagger";

    // Said twice: of documents made at build time, and of the endpoint, which starts from defaults of its own.
    private const OpenApiSpecVersion SpecVersion = OpenApiSpecVersion.OpenApi3_1;

    private const string Description =
        """
        What a treatment costs, as far as it is known: price-range rules from published sources, combined by exact interval arithmetic.

        - **What is not known widens the range; it never blocks the estimate.** A range encloses every price that the unknown facts allow, and each of its ends is reached by some case.
        - Amounts are strings with exactly the currency's minor digits. A high end of null means that no upper bound is known.
        - Texts are in English, Russian or Turkish: as the parameter `language` says, else as the header `Accept-Language` prefers, else in English.
        - An estimate is in the currency in which most prices are published, unless it names another. Prices published in another currency than the estimate's are converted by a bulletin of the Central Bank of the Republic of Türkiye, which the estimate names; low ends at the buying rate, high ends at the selling rate.
        - Every error is `application/problem+json` (RFC 9457) with the one shape `Problem`.
        """;

    public static void AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.ConfigureSwagger(options => options.OpenApiVersion = SpecVersion);
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "Treatment Cost Estimator",
                Version = ProductVersion.Text,
                Description = Description,
            });
            options.IncludeXmlComments(typeof(OpenApiRegistration).Assembly, includeControllerXmlComments: false);
            options.SupportNonNullableReferenceTypes();
            options.CustomSchemaIds(SchemaNames.Of);
            options.SchemaFilter<ContractSchemaFilter>();
            options.ParameterFilter<ContractParameterFilter>();
            options.OperationFilter<ContractOperationFilter>();
        });
    }

    public static void MapOpenApi(this WebApplication app)
    {
        app.MapSwagger("openapi/{documentName}.json", options => options.OpenApiVersion = SpecVersion).DisableRateLimiting();
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = UiPath.TrimStart('/');
            options.DocumentTitle = "Treatment Cost Estimator";
            options.SwaggerEndpoint(DocumentPath, "Treatment Cost Estimator v1");
            options.EnableTryItOutByDefault();
            options.DisplayRequestDuration();
        });
    }
}
