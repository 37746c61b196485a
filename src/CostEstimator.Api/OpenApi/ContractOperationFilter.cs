using System.Text.Json;
using CostEstimator.Api.Callers;
using CostEstimator.Api.Http;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Problems;
using CostEstimator.Storage.PriceLists;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CostEstimator.Api.OpenApi;

/// <summary>Says what each answer of an operation means, which headers it has and how it looks, and what any operation may answer.</summary>
internal sealed class ContractOperationFilter(CurrentPriceList current, ExampleAnswers examples) : IOperationFilter
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["200"] = "The answer.",
        ["201"] = "The quote, which is on disk.",
        ["304"] = "The answer that the client has, by its `If-None-Match`, still holds.",
        ["400"] = "The request was not understood: a parameter or field that does not exist, a wrong type, a duplicate.",
        ["401"] = "The key is unknown or was revoked, or there is none where one is required.",
        ["403"] = "The page that the request came from may not use the key.",
        ["404"] = "There is no such thing.",
        ["406"] = "The `Accept` header leaves out the answer's media type.",
        ["408"] = "The body came too slowly.",
        ["409"] = "A request with the same `Idempotency-Key` is still running.",
        ["413"] = "The body is larger than 16384 bytes.",
        ["415"] = "The body is not `application/json`.",
        ["422"] = "The request was understood, but is impossible: a code that does not exist, a quantity out of bounds.",
        ["429"] = "More requests came within a minute than the caller may send.",
        ["500"] = "The product failed; it is its own fault, and it was logged.",
        ["503"] = "The database cannot be used at the moment; this request has kept nothing.",
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var isCounted = !context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<DisableRateLimitingAttribute>().Any();
        AddRefusalsOfAll(operation, isCounted, context);
        operation.Security = isCounted ? [new OpenApiSecurityRequirement(), ByKey(context.Document)] : [];
        if (operation.RequestBody is OpenApiRequestBody { Content: { } content })
        {
            content[Answers.MediaType].Example = examples.Request();
        }

        foreach (var (status, answer) in operation.Responses!)
        {
            if (answer is OpenApiResponse response)
            {
                response.Description = Meanings[status];
                AddContent(status, response, operation);
                AddHeaders(status, response, operation, isCounted, context.Document);
            }
        }
    }

    /// <summary>The key, without which all that is public works as well.</summary>
    private static OpenApiSecurityRequirement ByKey(OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(OpenApiRegistration.KeyScheme, document)] = [] };

    private static void AddRefusalsOfAll(OpenApiOperation operation, bool isCounted, OperationFilterContext context)
    {
        var problem = context.SchemaGenerator.GenerateSchema(typeof(ProblemResponse), context.SchemaRepository);
        var statuses = isCounted ? new[] { "401", "429", "500" } : ["500"];
        foreach (var status in statuses)
        {
            operation.Responses!.TryAdd(status, new OpenApiResponse
            {
                Content = new Dictionary<string, OpenApiMediaType> { [ProblemWriter.MediaType] = new() { Schema = problem } },
            });
        }

        var inOrder = new OpenApiResponses();
        foreach (var (status, response) in operation.Responses!.OrderBy(answer => answer.Key, StringComparer.Ordinal))
        {
            inOrder.Add(status, response);
        }

        operation.Responses = inOrder;
    }

    private void AddContent(string status, OpenApiResponse response, OpenApiOperation operation)
    {
        if (response.Content is null)
        {
            return;
        }

        foreach (var (type, media) in response.Content)
        {
            if (media.Schema is OpenApiSchema { Items: not null } list)
            {
                list.MaxItems = ContractSchemaFilter.MostListed;
            }

            media.Example = type == ProblemWriter.MediaType
                ? JsonSerializer.SerializeToNode(
                    ExampleProblem.Of(status, operation, current.Snapshot.WordsIn(Language.En)), ApiJsonContext.Requests.ProblemResponse)
                : examples.Of(operation.OperationId!);
        }
    }

    private static void AddHeaders(string status, OpenApiResponse response, OpenApiOperation operation, bool isCounted, OpenApiDocument document)
    {
        foreach (var name in HeadersOf(status, operation, isCounted))
        {
            ContractHeaders.Add(response, name, document);
        }
    }

    private static IEnumerable<string> HeadersOf(string status, OpenApiOperation operation, bool isCounted)
    {
        yield return "Access-Control-Allow-Origin";
        yield return "Cache-Control";
        if (isCounted)
        {
            yield return "Content-Language";
            yield return CallerLimits.Header;
            yield return CallerLimits.PolicyHeader;
            yield return "Vary";
        }

        if (operation.Responses!.ContainsKey("304") && status is "200" or "304")
        {
            yield return "ETag";
        }

        if (isCounted && status is "200" or "201" or "304")
        {
            yield return Freshness.PriceListVersionHeader;
        }

        switch (status)
        {
            case "201":
                yield return "Location";
                break;
            case "401":
                yield return "WWW-Authenticate";
                break;
            case "409" or "429" or "503":
                yield return "Retry-After";
                break;
        }
    }
}
