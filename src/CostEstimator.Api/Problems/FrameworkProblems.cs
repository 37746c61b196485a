using CostEstimator.Api.Http;
using CostEstimator.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Data.Sqlite;

namespace CostEstimator.Api.Problems;

/// <summary>Turns the framework's own refusals, which have no body, and exceptions into problems.</summary>
internal static class FrameworkProblems
{
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) => app
        .UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => ProblemWriter.WriteAsync(http, OfException(http)),
            SuppressDiagnosticsCallback = _ => true,
        })
        .Use(StopWhereTheClientIsGone)
        .UseStatusCodePages(context => ProblemWriter.WriteAsync(context.HttpContext, OfStatus(context.HttpContext)));

    // A connection that breaks while a body is read is nobody's fault here, and there is nobody to answer.
    private static async Task StopWhereTheClientIsGone(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (ConnectionResetException)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            http.Abort();
        }
    }

    private static Problem OfException(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()!.Error switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => TooLarge(),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => new Problem(
            ProblemKind.RequestTimeout, "The body came too slowly."),
        BadHttpRequestException bad => new Problem(ProblemKind.BadRequest, $"The request was not understood: {bad.Message}"),
        SqliteException or DatabaseException => new Problem(
            ProblemKind.Unavailable, "The database cannot be used at the moment; nothing was kept. Try again later."),
        _ => new Problem(ProblemKind.Internal, "The product failed at this request. It is our fault, and it was logged."),
    };

    private static Problem OfStatus(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new Problem(
            ProblemKind.NotFound, $"There is nothing at '{http.Request.Path}'. The document at /openapi/v1.json lists what there is."),
        StatusCodes.Status405MethodNotAllowed => new Problem(
            ProblemKind.MethodNotAllowed, $"'{http.Request.Method}' is not allowed here; allowed is {http.Response.Headers.Allow}."),
        StatusCodes.Status413PayloadTooLarge => TooLarge(),
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType(http),
        var status => new Problem(
            new ProblemKind("refused", ReasonPhrases.GetReasonPhrase(status), status), "The request was refused."),
    };

    public static Problem UnsupportedMediaType(HttpContext http) => new(
        ProblemKind.UnsupportedMediaType,
        http.Request.ContentType is { } type
            ? $"The body is '{type}'; it must be application/json, in UTF-8, and not compressed."
            : "The body has no Content-Type; it must be application/json, in UTF-8, and not compressed.");

    public static Problem TooLarge() => new(ProblemKind.BodyTooLarge, $"The body is larger than {RequestBody.MostBytes} bytes.");
}
