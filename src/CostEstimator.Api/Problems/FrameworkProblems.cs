using CostEstimator.Api.Http;
using CostEstimator.Api.Requests;
using CostEstimator.Storage;
using CostEstimator.Storage.PriceLists;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Net.Http.Headers;

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

    // A connection that breaks while a body is read, or that the server gives up when it stops, is nobody's fault here, and there is
    // nobody to answer.
    private static async Task StopWhereTheClientIsGone(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception fault) when (fault is ConnectionResetException or OperationCanceledException { InnerException: ConnectionAbortedException })
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            http.Abort();
        }
    }

    private static Problem OfException(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()!.Error switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => TooLarge(),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => TooSlow(),
        BadHttpRequestException => new Problem(ProblemKind.BadRequest, Templates.RequestBroken),
        DatabaseException { IsDamage: true } => new Problem(ProblemKind.Unavailable, Templates.QuoteDamaged),
        SqliteException or DatabaseException => new Problem(
            ProblemKind.Unavailable, HttpMethods.IsGet(http.Request.Method) ? Templates.DatabaseUnreadable : Templates.DatabaseUnavailable),
        _ => new Problem(ProblemKind.Internal, Templates.OurFault),
    };

    private static Problem OfStatus(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new Problem(ProblemKind.NotFound, Templates.NothingThere, ("path", http.Request.Path.ToString())),
        StatusCodes.Status405MethodNotAllowed => new Problem(
            ProblemKind.MethodNotAllowed, Templates.NoSuchMethod, ("method", http.Request.Method), ("allowed", http.Response.Headers.Allow.ToString())),
        StatusCodes.Status413PayloadTooLarge => TooLarge(),
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType(http.Request),
        var status => new Problem(new ProblemKind("refused", Templates.TitleRefused, status), Templates.RequestRefused),
    };

    /// <summary>The body is not in the form that is taken, or says nothing of its form.</summary>
    public static Problem UnsupportedMediaType(HttpRequest request) => RequestBody.IsCompressed(request)
        ? Problem.At(
            Place.Of(HeaderNames.ContentEncoding),
            ProblemKind.UnsupportedMediaType,
            Templates.BodyCompressed,
            ("coding", Place.Shown(request.Headers.ContentEncoding.ToString())))
        : UnsupportedMediaType(request.ContentType);

    /// <summary>A body of such a type is not taken.</summary>
    public static Problem UnsupportedMediaType(string? type)
    {
        var place = Place.Of(HeaderNames.ContentType);
        return type is null
            ? Problem.At(place, ProblemKind.UnsupportedMediaType, Templates.BodyOfNoType)
            : Problem.At(place, ProblemKind.UnsupportedMediaType, Templates.BodyOfOtherType, ("type", Place.Shown(type)));
    }

    /// <summary>The client takes no JSON.</summary>
    public static Problem NotAcceptable() => Problem.At(Place.Of(HeaderNames.Accept), ProblemKind.NotAcceptable, Templates.JsonNotAccepted);

    /// <summary>The body is larger than bodies may be.</summary>
    public static Problem TooLarge() => Problem.At(Place.At(""), ProblemKind.BodyTooLarge, Templates.BodyTooLong, ("most", RequestBody.MostBytes));

    /// <summary>The body came too slowly.</summary>
    public static Problem TooSlow() => Problem.At(Place.At(""), ProblemKind.RequestTimeout, Templates.BodyTooSlow);
}
