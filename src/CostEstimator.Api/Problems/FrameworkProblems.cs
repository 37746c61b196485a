using CostEstimator.Api.Http;
using CostEstimator.Storage;
using CostEstimator.Storage.PriceLists;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
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
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => new Problem(ProblemKind.RequestTimeout, Templates.BodyTooSlow),
        BadHttpRequestException => new Problem(ProblemKind.BadRequest, Templates.RequestBroken),
        SqliteException or DatabaseException => new Problem(ProblemKind.Unavailable, Templates.DatabaseUnavailable),
        _ => new Problem(ProblemKind.Internal, Templates.OurFault),
    };

    private static Problem OfStatus(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new Problem(ProblemKind.NotFound, Templates.NothingThere, ("path", http.Request.Path.ToString())),
        StatusCodes.Status405MethodNotAllowed => new Problem(
            ProblemKind.MethodNotAllowed, Templates.NoSuchMethod, ("method", http.Request.Method), ("allowed", http.Response.Headers.Allow.ToString())),
        StatusCodes.Status413PayloadTooLarge => TooLarge(),
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType(http),
        var status => new Problem(new ProblemKind("refused", Templates.TitleRefused, status), Templates.RequestRefused),
    };

    public static Problem UnsupportedMediaType(HttpContext http) => http.Request.ContentType is { } type
        ? new(ProblemKind.UnsupportedMediaType, Templates.BodyOfOtherType, ("type", type))
        : new(ProblemKind.UnsupportedMediaType, Templates.BodyOfNoType);

    public static Problem TooLarge() => new(
        ProblemKind.BodyTooLarge, Templates.BodyTooLong, ("most", RequestBody.MostBytes));
}
