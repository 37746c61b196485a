using CostEstimator.Api.Problems;
using CostEstimator.Api.Requests;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;

namespace CostEstimator.Api.OpenApi;

/// <summary>An example of a refusal with each status code.</summary>
internal static class ExampleProblem
{
    public static ProblemResponse Of(string status, bool hasBody, Words words)
    {
        var problem = status switch
        {
            "400" when hasBody => Problem.Of(
                Fault.Of(ProblemKind.UnknownField, Place.At("/name"), Templates.NoSuchField, ("name", "name")).Knowing(["items", "facts"])),
            "400" => Problem.Of(
                Fault.Of(ProblemKind.UnknownParameter, Place.Of("items"), Templates.NoSuchParameter, ("name", "items")).Knowing(["item", "fact"])),
            "404" => Problem.Of(Fault.Of(ProblemKind.NotFound, Place.Of("code"), Templates.NoSuchTreatment, ("code", "chemo"))),
            "406" => new Problem(ProblemKind.NotAcceptable, Templates.JsonNotAccepted),
            "413" => FrameworkProblems.TooLarge(),
            "415" => new Problem(ProblemKind.UnsupportedMediaType, Templates.BodyOfOtherType, ("type", "text/plain")),
            "422" => Problem.Of(
                Fault.Of(
                    ProblemKind.UnknownTreatment, hasBody ? Place.At("/items/0/treatment") : Place.Of("treatment"), Templates.NoSuchTreatment, ("code", "chemo")).Knowing(["chemotherapy"])),
            "503" => new Problem(ProblemKind.Unavailable, Templates.DatabaseUnavailable),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No operation refuses with this status code."),
        };
        return problem.ToResponse(words);
    }
}
