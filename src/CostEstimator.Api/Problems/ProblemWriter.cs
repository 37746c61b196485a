using System.Globalization;
using CostEstimator.Api.Callers;
using CostEstimator.Api.Health;
using CostEstimator.Api.Http;
using CostEstimator.Api.Watching;
using CostEstimator.Api.Wording;
using Microsoft.Net.Http.Headers;

namespace CostEstimator.Api.Problems;

/// <summary>The one place that writes refusals, whatever the client says that it accepts: an empty answer helps nobody.</summary>
internal static class ProblemWriter
{
    public const string MediaType = "application/problem+json";

    private const int RetryAfterSeconds = 5;

    public static async Task WriteAsync(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Kind.Status;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Remove(HeaderNames.ETag);
        AnswerLanguage.Tell(http);
        AddHeadersOf(problem.Kind, http.Response.Headers);

        http.Features.Set(problem);
        if (!http.Request.Path.StartsWithSegments(HealthEndpoints.Route, StringComparison.OrdinalIgnoreCase))
        {
            http.RequestServices.GetRequiredService<ProductMeter>().Refused(problem.Kind);
        }

        var answer = problem.ToResponse(AnswerLanguage.WordsOf(http));
        var bytes = AnswerJson.Of(answer, ApiJsonContext.Default.ProblemResponse);
        http.Response.ContentType = MediaType;
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
        }
    }

    private static void AddHeadersOf(ProblemKind kind, IHeaderDictionary headers)
    {
        if (kind == ProblemKind.Unavailable)
        {
            headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }
        else if (kind == ProblemKind.IdempotencyKeyInUse)
        {
            headers.RetryAfter = "1";
        }
        else if (kind.Status == StatusCodes.Status401Unauthorized)
        {
            headers.WWWAuthenticate = $"ApiKey header=\"{Caller.KeyHeader}\"";
        }
    }
}
