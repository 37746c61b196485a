using CostEstimator.Api.Callers;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Quotes;
using CostEstimator.Api.Requests;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;
using Microsoft.OpenApi;

namespace CostEstimator.Api.OpenApi;

/// <summary>An example of a refusal with each status code.</summary>
internal static class ExampleProblem
{
    private static readonly string[] FieldsOfQuotes =
        [.. ApiJsonContext.Requests.QuoteRequest.Properties.Select(property => property.Name)];

    /// <summary>A refusal that the operation can really give.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="words">What it is worded with.</param>
    public static ProblemResponse Of(string status, OpenApiOperation operation, Words words) => ProblemOf(status, operation).ToResponse(words);

    private static Problem ProblemOf(string status, OpenApiOperation operation) => status switch
    {
        "400" when operation.RequestBody is not null => Problem.Of(
            Fault.Of(ProblemKind.UnknownField, Place.At("/name"), Templates.NoSuchField, ("name", "name")).Knowing(FieldsOfQuotes)),
        "400" => Problem.Of(
            Fault.Of(ProblemKind.UnknownParameter, Place.Of("lang"), Templates.NoSuchParameter, ("name", "lang")).Knowing(QueryOf(operation))),
        "401" => CallerIdentification.KeyUnknown,
        "403" => PagePolicies.Refusal("https://other.example"),
        "404" => Problem.Of(NotFound(operation)),
        "406" => FrameworkProblems.NotAcceptable(),
        "408" => FrameworkProblems.TooSlow(),
        "409" => RepeatedQuotes.StillRuns,
        "413" => FrameworkProblems.TooLarge(),
        "415" => FrameworkProblems.UnsupportedMediaType("text/plain"),
        "422" => Problem.Of(Impossible(operation)),
        "429" => new Problem(ProblemKind.TooManyRequests, Templates.RequestsTooMany, ("limit", 120), ("seconds", 42)),
        "500" => new Problem(ProblemKind.Internal, Templates.OurFault),
        "503" when operation.OperationId == "getQuote" => new Problem(ProblemKind.Unavailable, Templates.DatabaseUnreadable),
        "503" => new Problem(ProblemKind.Unavailable, Templates.DatabaseUnavailable),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No operation refuses with this status code."),
    };

    private static string[] QueryOf(OpenApiOperation operation) =>
        [.. (operation.Parameters ?? []).Where(parameter => parameter.In == ParameterLocation.Query).Select(parameter => parameter.Name!)];

    private static Fault NotFound(OpenApiOperation operation) => operation.OperationId switch
    {
        "getQuote" => Fault.Of(ProblemKind.NotFound, Place.Of("reference"), Templates.NoSuchQuote, ("reference", "Q-7F3K-29QX-B5M1")),
        "getPriceRule" => Fault.Of(ProblemKind.NotFound, Place.Of("code"), Templates.NoSuchPriceRule, ("code", "chemo")),
        "getProgramme" => Fault.Of(ProblemKind.NotFound, Place.Of("code"), Templates.NoSuchProgramme, ("code", "leukaemia")),
        _ => Fault.Of(ProblemKind.NotFound, Place.Of("code"), Templates.NoSuchTreatment, ("code", "chemo")),
    };

    private static Fault Impossible(OpenApiOperation operation) => operation.OperationId switch
    {
        "getEstimate" => NoTreatment(Place.Of("item")),
        "getPriceRules" => NoTreatment(Place.Of("treatment")),
        "postQuote" => NoTreatment(Place.At("/items/0/treatment")),
        _ => LanguageFaults.Of("de")!,
    };

    private static Fault NoTreatment(Place place) =>
        Fault.Of(ProblemKind.UnknownTreatment, place, Templates.NoSuchTreatment, ("code", "chemo")).Knowing(["chemotherapy"]);
}
