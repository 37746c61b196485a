using System.Text.Json.Serialization.Metadata;

namespace CostEstimator.Api.Http;

/// <summary>The answers of endpoints that price something.</summary>
internal static class Answers
{
    public const string MediaType = "application/json";

    public static IResult Ok<T>(T answer, JsonTypeInfo<T> type) => new StoredJsonResult(StatusCodes.Status200OK, AnswerJson.Of(answer, type));

    public static IResult NotModified() => TypedResults.StatusCode(StatusCodes.Status304NotModified);
}
