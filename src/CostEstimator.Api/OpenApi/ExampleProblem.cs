using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;

namespace CostEstimator.Api.OpenApi;

/// <summary>An example of a refusal with each status code.</summary>
internal static class ExampleProblem
{
    public static ProblemResponse Of(string status, bool hasBody)
    {
        var problem = status switch
        {
            "400" when hasBody => Problem.Of([(ProblemKind.UnknownField, Place.At("/name").Error("There is no field 'name' here.", ["items", "facts"]))]),
            "400" => Problem.Of([(ProblemKind.UnknownParameter, Place.Of("items").Error("There is no parameter 'items' here.", ["item", "fact"]))]),
            "404" => new Problem(ProblemKind.NotFound, "There is nothing here with this code."),
            "406" => new Problem(ProblemKind.NotAcceptable, "The answer is application/json, which the Accept header leaves out."),
            "413" => new Problem(ProblemKind.BodyTooLarge, "The body is larger than 16384 bytes."),
            "415" => new Problem(ProblemKind.UnsupportedMediaType, "The body is 'text/plain'; it must be application/json."),
            "422" => Problem.Of([(ProblemKind.UnknownTreatment, (hasBody ? Place.At("/items/0/treatment") : Place.Of("treatment")).Error("There is no treatment 'chemo'.", ["chemotherapy"]))]),
            "503" => new Problem(ProblemKind.Unavailable, "The database cannot be used at the moment; nothing was kept. Try again later."),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No operation refuses with this status code."),
        };
        return problem.ToResponse();
    }
}
