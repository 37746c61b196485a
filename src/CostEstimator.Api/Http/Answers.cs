using System.Text.Json.Serialization.Metadata;

namespace CostEstimator.Api.Http;

/// <summary>The answers of endpoints that price something.</summary>
internal static class Answers
{
    public const string MediaType = "application/json";

    public static IResult Ok<T>(T answer, JsonTypeInfo<T> type) => new JsonResult<T>(answer, type);

    public static IResult NotModified() => TypedResults.StatusCode(StatusCodes.Status304NotModified);

    private sealed class JsonResult<T>(T answer, JsonTypeInfo<T> type) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => AnswerJson.SendAsync(httpContext, StatusCodes.Status200OK, answer, type);
    }
}
