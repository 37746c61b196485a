using System.Diagnostics;
using CostEstimator.Api.Problems;
using CostEstimator.Api.Wording;
using CostEstimator.Storage.PriceLists;
using Microsoft.AspNetCore.Diagnostics;

namespace CostEstimator.Api.Hosting;

/// <summary>
/// Logs requests in one line each, once they are answered: a failure of ours as an error, a refusal as information, and what was served
/// for those only who look for it, since a busy page would pay for each line. The framework's own log of requests has no level for
/// failures and no place for their cause.
/// </summary>
internal static class RequestLogging
{
    // The log is in English, in the product's own words.
    private static readonly Words LogWords = new(new Texts([]), Language.En);

    public static void UseRequestLogging(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestLogging));
        app.Use(async (http, next) =>
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                await next(http);
            }
            finally
            {
                LogRequest(logger, http, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        });
    }

    // The query may be long, and says nothing about who asks: it is left out for brevity.
    private static void LogRequest(ILogger logger, HttpContext http, double milliseconds)
    {
        var status = http.Response.StatusCode;
        var problem = status >= StatusCodes.Status400BadRequest ? http.Features.Get<Problem>() : null;
        if (status >= StatusCodes.Status500InternalServerError)
        {
            Log.RequestFailed(logger, http.Request.Method, http.Request.Path.Value ?? "", status, milliseconds, problem is null ? null : LogWords.Say(problem.Detail), http.Features.Get<IExceptionHandlerFeature>()?.Error);
        }
        else if (problem is not null)
        {
            Log.RequestRefused(logger, http.Request.Method, http.Request.Path.Value ?? "", status, milliseconds, problem.Kind.Code);
        }
        else if (logger.IsEnabled(LogLevel.Debug))
        {
            Log.RequestServed(logger, http.Request.Method, http.Request.Path.Value ?? "", status, milliseconds);
        }
    }
}
