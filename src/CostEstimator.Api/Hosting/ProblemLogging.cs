using CostEstimator.Api.Problems;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpLogging;

namespace CostEstimator.Api.Hosting;

/// <summary>
/// Adds to the one line of a refused request what kind of problem it was. A request that failed has a line of its own already, as
/// an error.
/// </summary>
internal sealed class ProblemLogging : IHttpLoggingInterceptor
{
    public ValueTask OnRequestAsync(HttpLoggingInterceptorContext logContext) => ValueTask.CompletedTask;

    public ValueTask OnResponseAsync(HttpLoggingInterceptorContext logContext)
    {
        if (logContext.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null
            && logContext.HttpContext.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            logContext.LoggingFields = HttpLoggingFields.None;
        }
        else if (logContext.HttpContext.Features.Get<Problem>() is { } problem)
        {
            logContext.AddParameter("Problem", problem.Kind.Code);
        }

        return ValueTask.CompletedTask;
    }
}
