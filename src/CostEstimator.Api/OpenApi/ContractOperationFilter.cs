using System.Text.Json;
using CostEstimator.Api.Http;
using CostEstimator.Api.PriceLists;
using CostEstimator.Api.Problems;
using CostEstimator.Storage.PriceLists;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CostEstimator.Api.OpenApi;

/// <summary>Says what each answer of an operation means and which headers it has, and gives the example of a body.</summary>
internal sealed class ContractOperationFilter(CurrentPriceList current) : IOperationFilter
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["200"] = "The answer.",
        ["201"] = "The quote, which is on disk.",
        ["304"] = "The answer that the client has, by its `If-None-Match`, still holds.",
        ["400"] = "The request was not understood: a parameter or field that does not exist, a wrong type, a duplicate.",
        ["404"] = "There is no such thing.",
        ["406"] = "The `Accept` header leaves out the answer's media type.",
        ["413"] = "The body is larger than 16384 bytes.",
        ["415"] = "The body is not `application/json`.",
        ["422"] = "The request was understood, but is impossible: a code that does not exist, a quantity out of bounds.",
        ["503"] = "The database cannot be used at the moment; nothing was kept.",
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.RequestBody is OpenApiRequestBody { Content: { } content })
        {
            content[Answers.MediaType].Example = JsonSerializer.SerializeToNode(
                ExampleRequest.Of(current.Snapshot.Data.List), ApiJsonContext.Requests.QuoteRequest);
        }

        foreach (var (status, answer) in operation.Responses!)
        {
            if (answer is not OpenApiResponse response)
            {
                continue;
            }

            response.Description = Meanings[status];
            if (response.Content?.TryGetValue(ProblemWriter.MediaType, out var problem) == true && problem is OpenApiMediaType media)
            {
                media.Example = JsonSerializer.SerializeToNode(ExampleProblem.Of(status, operation, current.Snapshot.WordsIn(Language.En)), ApiJsonContext.Requests.ProblemResponse);
            }

            if (operation.OperationId is not "getLive" and not "getReady" && response.Content?.Count > 0)
            {
                AddHeader(response, "Content-Language", "The language of the texts: `en`, `ru` or `tr`.");
            }

            if (operation.Responses.ContainsKey("304") && status is "200" or "304")
            {
                AddHeader(response, "ETag", "Identifies the answer, for `If-None-Match`.");
                AddHeader(response, "Cache-Control", "How long the answer may be kept.");
                AddHeader(response, Freshness.PriceListVersionHeader, "The version of the price list that the answer is from.");
            }

            if (operation.OperationId is "postQuote" or "getQuote" && status is "200" or "201")
            {
                AddHeader(response, Freshness.PriceListVersionHeader, "The version of the price list that the quote was computed from.");
            }

            if (status == "201")
            {
                AddHeader(response, "Location", "Where the quote can be read.");
            }

            if (status == "503")
            {
                AddHeader(response, "Retry-After", "After how many seconds to try again.");
            }
        }
    }

    private static void AddHeader(OpenApiResponse response, string name, string description)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers[name] = new OpenApiHeader
        {
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
    }
}
